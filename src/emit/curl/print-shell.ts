import type { Text } from '../../model/text.ts';
import { textValue, variableValue } from '../text-value.ts';
import { variableKey } from '../variable-key.ts';
import type { CurlCommand } from './curl-command.ts';
import { printBash } from './print-bash.ts';
import { printCmd } from './print-cmd.ts';
import { printPowershell } from './print-powershell.ts';
import type { Shell, ShellCommand, ShellOptions } from './shell-command.ts';

const printers = { bash: printBash, powershell: printPowershell, cmd: printCmd };

/**
 * Writes a curl command for a shell: `bash` also runs in zsh and dash. PowerShell (5.1 and 7) and cmd.exe (pasted at its prompt) follow the
 * documented quoting rules. Ends without a line break.
 */
export function printShell(command: CurlCommand, shell: Shell, options: ShellOptions = {}): ShellCommand {
  const { values, sideFiles = false, bodyFile = 'request-body.bin' } = options;
  const names = new Map(command.variables.map(({ variable, environment }) => [variableKey(variable), environment]));
  return printers[shell]({
    command: values === undefined ? command : withValues(command, values),
    notes:
      values === undefined
        ? command.variables.flatMap(({ environment, note }) => (note === '' ? [] : [oneLine(`${environment}: ${note}`)]))
        : [],
    nameOf: (variable) => names.get(variableKey(variable)) ?? variable.name,
    sideFiles,
    bodyFile,
  });
}

/** A comment ends with its line, whatever the text of an action has in it; what could hide a part of it from a reader is made visible too. */
function oneLine(note: string): string {
  return note.replace(
    /[\0-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function withValues(command: CurlCommand, values: ReadonlyMap<string, string>): CurlCommand {
  const fill = (text: Text): Text => [textValue(text, values)].filter((piece) => piece !== '');
  return {
    ...command,
    url: fill(command.url),
    options: command.options.map((option) => (option.value === undefined ? option : { ...option, value: fill(option.value) })),
    content:
      command.content?.map((piece) =>
        typeof piece === 'string' || piece instanceof Uint8Array ? piece : variableValue(piece, values),
      ) ?? null,
    variables: [],
  };
}
