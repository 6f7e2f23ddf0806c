import type { Variable } from '../../model/text.ts';
import type { Content } from '../content.ts';

/** A `printf` command that writes the exact bytes of a body: text readable, other bytes in octal, secrets as arguments. It is a built-in command, so it has no limit of length. */
export function printPrintf(content: Content, nameOf: (variable: Variable) => string): string {
  const format = content
    .map((piece) => (typeof piece === 'string' ? escapeText(piece) : piece instanceof Uint8Array ? escapeBytes(piece) : '%s'))
    .join('');
  const words = content.flatMap((piece) =>
    typeof piece === 'string' || piece instanceof Uint8Array ? [] : [`"$${nameOf(piece)}"`],
  );
  return ['printf', ...(format.startsWith('-') ? ['--'] : []), `'${format}'`, ...words].join(' ');
}

function escapeText(text: string): string {
  return text.replace(/[\0-\x1f'%\\\x7f-\x9f]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  switch (character) {
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    case '\t':
      return '\\t';
    case '%':
      return '%%';
    case '\\':
      return '\\\\';
    case "'":
      return "'\\''";
    default:
      return [...Buffer.from(character, 'utf8')].map(octal).join('');
  }
}

function escapeBytes(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (const byte of bytes) parts.push(byte >= 0x20 && byte < 0x7f ? escapeText(String.fromCharCode(byte)) : octal(byte));
  return parts.join('');
}

function octal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, '0')}`;
}
