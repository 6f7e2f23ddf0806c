import type { Text, Variable } from '../model/text.ts';

/** The pieces one after the other as one text: adjacent strings joined, empty strings left out. */
export function joinText(...pieces: readonly (string | Variable | Text)[]): Text {
  const joined: (string | Variable)[] = [];
  for (const piece of pieces.flat()) {
    const last = joined.at(-1);
    if (piece === '') continue;
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}
