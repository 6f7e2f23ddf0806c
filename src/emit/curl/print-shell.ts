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
        ? command.variables.flatMap(({ environment, note }) => (note === '' ? [] : [`${environment}: ${note}`]))
        : [],
    nameOf: (variable) => names.get(variableKey(variable)) ?? variable.name,
    sideFiles,
    bodyFile,
  });
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
