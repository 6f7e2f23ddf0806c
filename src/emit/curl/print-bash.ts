import type { Text } from '../../model/text.ts';
import type { Content } from '../content.ts';
import { contentText } from '../content-text.ts';
import { printPrintf } from './print-printf.ts';
import { quotePosix } from './quote-posix.ts';
import type { ShellCommand } from './shell-command.ts';
import type { ShellInput } from './shell-input.ts';
import { sideFile } from './side-file.ts';

/** Linux takes 131,071 bytes in one argument; the rest is left to the values of variables. */
const argumentLimit = 96 * 1024;

/** The command for bash, zsh, dash and other POSIX shells. A body that cannot be an argument comes from `printf` through a pipe, or from a file. */
export function printBash({ command, notes, nameOf, sideFiles, bodyFile }: ShellInput): ShellCommand {
  const quote = (text: Text): string => quotePosix(text, nameOf);
  const text = command.content === null ? null : argumentText(command.content);
  const file = command.content === null || text !== null || !sideFiles ? null : sideFile(command.content, bodyFile);
  const piped = command.content !== null && text === null && file === null;
  const lines = [
    `${piped ? `${printPrintf(command.content ?? [], nameOf)} | ` : ''}curl --disable ${quote(command.url)}`,
    ...command.options.map(({ name, value }) => (value === undefined ? `--${name}` : `--${name} ${quote(value)}`)),
    ...(text === null ? [] : [`--data-raw ${quote(text)}`]),
    ...(file === null ? [] : [`--data-binary ${quote([`@${file.name}`])}`]),
    ...(piped ? ['--data-binary @-'] : []),
  ];
  return {
    command: [...notes.map((note) => `# ${withoutSyntax(note)}\n`), lines.join(' \\\n  ')].join(''),
    files: file === null ? [] : [file],
    losses: [],
  };
}

/** The body as one argument; null where it is too long, or has bytes that an argument or a terminal does not carry. */
function argumentText(content: Content): Text | null {
  const text = contentText(content);
  if (text === null) return null;
  const literal = text.filter((piece) => typeof piece === 'string').join('');
  return /[\0-\x08\x0b-\x1f\x7f]/.test(literal) || Buffer.byteLength(literal, 'utf8') >= argumentLimit ? null : text;
}

/** At zsh's prompt `#` begins no comment, so that a command of the text would run: what a shell acts on is written as an escape. */
function withoutSyntax(note: string): string {
  return note.replace(/[$`'"!&;|<>()*?[\]{}~^\\]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
