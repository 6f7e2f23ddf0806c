import type { Text } from '../../model/text.ts';

/** A header value for a client that writes one byte per character; variables stay, their values are given in the same way. */
export function headerText(value: Text): Text {
  return value.map((piece) => (typeof piece === 'string' ? headerBytes(piece) : piece));
}

/** Text as UTF-8, each byte as the character of that number. */
export function headerBytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
