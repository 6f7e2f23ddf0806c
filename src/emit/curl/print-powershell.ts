import type { Text } from '../../model/text.ts';
import type { Content } from '../content.ts';
import { contentBytes } from '../content-bytes.ts';
import { contentText } from '../content-text.ts';
import { isPlainText } from './is-plain-text.ts';
import { quotePowershellArgument, quotePowershellString } from './quote-powershell.ts';
import type { ShellCommand } from './shell-command.ts';
import type { ShellInput } from './shell-input.ts';
import { sideFile } from './side-file.ts';

/** Windows takes 32,767 characters in one command line. */
const argumentLimit = 24 * 1024;

/** The command for PowerShell 5.1 and 7. A body that is long, or not ASCII, goes through a file that the command itself writes and deletes. */
export function printPowershell({ command, notes, nameOf, sideFiles, bodyFile }: ShellInput): ShellCommand {
  const quote = (text: Text): string => quotePowershellArgument(text, nameOf);
  const text = command.content === null ? null : argumentText(command.content);
  const file = command.content === null || text !== null || !sideFiles ? null : sideFile(command.content, bodyFile);
  const written = command.content !== null && text === null && file === null ? writeBody(command.content, nameOf) : null;
  const words = [
    `curl.exe --disable ${quote(command.url)}`,
    ...command.options.map(({ name, value }) => (value === undefined ? `--${name}` : `--${name} ${quote(value)}`)),
    ...(text === null ? [] : [`--data-raw ${quote(text)}`]),
    ...(file === null && written === null ? [] : [`--data-binary '@${bodyFile}'`]),
  ];
  const call = words.join(' `\n  ');
  const lines = [
    ...notes.map((note) => `# ${note}`),
    ...(/\\"|'""'/.test(call) ? ["$PSNativeCommandArgumentPassing = 'Legacy'"] : []),
    ...(written === null ? [] : [`[IO.File]::WriteAllBytes("$PWD\\${bodyFile}", ${written})`]),
    call,
    ...(written === null ? [] : [`Remove-Item ${bodyFile}`]),
  ];
  return { command: lines.join('\n'), files: file === null ? [] : [file], losses: [] };
}

function argumentText(content: Content): Text | null {
  const text = contentText(content);
  return text !== null && isPlainText(text, argumentLimit) ? text : null;
}

function writeBody(content: Content, nameOf: ShellInput['nameOf']): string {
  const text = contentText(content);
  if (text?.some((piece) => typeof piece !== 'string') === true) {
    return `[Text.Encoding]::UTF8.GetBytes(${quotePowershellString(text, nameOf)})`;
  }
  const parts = content.map((piece) => {
    if (typeof piece === 'string' || piece instanceof Uint8Array) {
      return `[Convert]::FromBase64String('${Buffer.from(contentBytes([piece], new Map())).toString('base64')}')`;
    }
    return `[Text.Encoding]::UTF8.GetBytes(${quotePowershellString([piece], nameOf)})`;
  });
  return parts.length === 1 ? parts.join('') : `[byte[]](${parts.join(' + ')})`;
}
