import type { Text, Variable } from '../model/text.ts';

type Piece = string | Variable | Text;

/**
 * The pieces, or lists of pieces, one after the other as one text: adjacent strings joined, empty strings left out.
 * A long list is given as a list: as arguments of their own, a hundred thousand pieces exhaust the stack.
 */
export function joinText(...pieces: readonly (Piece | readonly Piece[])[]): Text {
  const joined: (string | Variable)[] = [];
  for (const piece of pieces.flat(2)) {
    const last = joined.at(-1);
    if (piece === '') continue;
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}
