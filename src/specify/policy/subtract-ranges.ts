import type { StatusRange } from '../../model/request-spec.ts';

/** What is left of a range when others are taken out of it, in order. */
export function subtractRanges(range: StatusRange, taken: readonly StatusRange[]): readonly StatusRange[] {
  return taken.reduce<readonly StatusRange[]>((left, { from, to }) => left.flatMap((piece) => cut(piece, from, to)), [range]);
}

function cut(range: StatusRange, from: number, to: number): readonly StatusRange[] {
  if (to < range.from || from > range.to) return [range];
  const below: StatusRange = { from: range.from, to: from - 1 };
  const above: StatusRange = { from: to + 1, to: range.to };
  return [below, above].filter((piece) => piece.from <= piece.to);
}
