import type { Text, Variable } from '../../model/text.ts';

/** A text of these pieces: adjacent strings joined, empty ones left out. */
export function joinPieces(pieces: readonly (string | Variable)[]): Text {
  const joined: (string | Variable)[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece === '') continue;
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}
