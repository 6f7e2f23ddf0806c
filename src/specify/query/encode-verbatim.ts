import type { Text } from '../../model/text.ts';
import { joinText } from '../join-text.ts';
import { percentEncode } from '../url/percent-encode.ts';

/** A query that is sent as it was written: only what a request line cannot hold (spaces, control characters, `#`, all outside of ASCII) is escaped. */
export function encodeVerbatim(query: Text): Text {
  const escaped = (text: string) => text.replace(/[^!"$-~]/gu, percentEncode);
  return joinText(query.map((piece) => (typeof piece === 'string' ? escaped(piece) : piece)));
}
