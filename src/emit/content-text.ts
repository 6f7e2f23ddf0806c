import type { Text } from '../model/text.ts';
import type { Content } from './content.ts';

/** The body as text, or null where it has bytes that are not valid UTF-8. Adjacent strings are joined, empty ones left out. */
export function contentText(content: Content): Text | null {
  const text: Text[number][] = [];
  for (const piece of content) {
    const decoded = piece instanceof Uint8Array ? decode(piece) : piece;
    if (decoded === null) return null;
    const last = text.at(-1);
    if (typeof decoded === 'string' && typeof last === 'string') text[text.length - 1] = last + decoded;
    else if (decoded !== '') text.push(decoded);
  }
  return text;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
