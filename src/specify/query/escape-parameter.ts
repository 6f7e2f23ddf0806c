import type { ResolvedText, Text } from '../../model/text.ts';
import { joinText } from '../join-text.ts';
import { encodeText } from '../url/encode-text.ts';
import type { Pair, PairList } from './parameter.ts';

/** A string, or bytes, as Faraday escapes a component: all but letters, digits and `.-_~` as `%XX` of UTF-8, a space as `+`. */
export function escapeParameter(text: string | Uint8Array): string {
  let escaped = '';
  for (const byte of Buffer.from(text)) {
    const character = String.fromCharCode(byte);
    if (/[a-zA-Z0-9.~_-]/.test(character)) escaped += character;
    else escaped += character === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return escaped;
}

/** The pairs as they stand on the wire, joined with `&`. */
export function joinPairs(pairs: PairList): Text {
  return joinText(pairs.flatMap((pair, index) => [index === 0 ? '' : '&', pair === 'stray' ? '' : writePair(pair)]));
}

function writePair(pair: Pair): Text {
  const name = escapeText(pair.name, pair.fromUrl);
  return pair.value === null ? name : joinText(name, '=', escapeText(pair.value, pair.fromUrl));
}

function escapeText(text: ResolvedText, fromUrl: boolean): Text {
  if (text instanceof Uint8Array) return joinText(escapeParameter(text));
  if (!fromUrl) return encodeText(text, { literal: escapeParameter, variable: 'form' });
  return joinText(text.map((piece) => (typeof piece === 'string' ? escapeParameter(piece) : piece)));
}
