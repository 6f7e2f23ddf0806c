import type { Loss } from '../../model/request-spec.ts';
import type { Text, Variable } from '../../model/text.ts';
import type { Content } from '../content.ts';
import { contentText } from '../content-text.ts';
import { isPlainText } from './is-plain-text.ts';
import { quoteCmd } from './quote-cmd.ts';
import type { ShellCommand } from './shell-command.ts';
import type { ShellInput } from './shell-input.ts';

/** cmd.exe takes 8,191 characters in one command line. */
const argumentLimit = 4 * 1024;

/** The command for the prompt of cmd.exe. A body with line breaks, a long one, or one that is not ASCII always goes into a file. */
export function printCmd({ command, notes, nameOf, bodyFile }: ShellInput): ShellCommand {
  const quote = (text: Text): string => quoteCmd(text, nameOf);
  const text = command.content === null ? null : argumentText(command.content);
  const bytes = command.content === null || text !== null ? null : bodyBytes(command.content, nameOf);
  const lines = [
    `curl.exe --disable ${quote(command.url)}`,
    ...command.options.map(({ name, value }) => (value === undefined ? `--${name}` : `--${name} ${quote(value)}`)),
    ...(text === null ? [] : [`--data-raw ${quote(text)}`]),
    ...(bytes === null ? [] : [`--data-binary ${quote([`@${bodyFile}`])}`]),
  ];
  return {
    command: [...notes.map((note) => `rem ${note.replace(/[&|<>^%!]/g, '_')}\n`), lines.join(' ^\n  ')].join(''),
    files: bytes === null ? [] : [{ name: bodyFile, bytes }],
    losses: bytes !== null && command.content?.some(isSecret) === true ? [secretInFile(bodyFile)] : [],
  };
}

function secretInFile(bodyFile: string): Loss {
  const text = `cmd.exe cannot put a credential into a body of several lines: write its value over the %NAME% in ${bodyFile} before you run the command`;
  return { artifact: 'curl', feature: 'body', text };
}

function isSecret(piece: Content[number]): boolean {
  return typeof piece !== 'string' && !(piece instanceof Uint8Array);
}

function argumentText(content: Content): Text | null {
  const text = contentText(content);
  return text !== null &&
    isPlainText(text, argumentLimit) &&
    !text.some((piece) => typeof piece === 'string' && piece.includes('\n'))
    ? text
    : null;
}

/** The body for the file, each secret as `%NAME%`: secrets are never written. */
function bodyBytes(content: Content, nameOf: (variable: Variable) => string): Uint8Array {
  const pieces = content.map((piece) =>
    typeof piece === 'string' || piece instanceof Uint8Array ? Buffer.from(piece) : Buffer.from(`%${nameOf(piece)}%`),
  );
  return Buffer.concat(pieces);
}
