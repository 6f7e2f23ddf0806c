import type { Text } from '../../model/text.ts';
import type { MaskedText } from './split-at-masks.ts';

/** What of the logged text stands where each piece of the local text does, piece by piece; undefined where the literal pieces do not fit. */
export function matchRegions({ string, hole }: MaskedText, local: Text): readonly string[] | undefined {
  const regions: string[] = [];
  let at = 0;
  for (const [index, piece] of local.entries()) {
    if (typeof piece === 'string') {
      if (!string.startsWith(piece, at)) return undefined;
      regions.push(piece);
      at += piece.length;
      continue;
    }
    const next = local[index + 1];
    const end =
      typeof next === 'string'
        ? findLiteral(string, next, { at, isLast: index + 2 === local.length })
        : endOfRun(string, { at, hole, isLast: next === undefined });
    if (end === undefined) return undefined;
    regions.push(string.slice(at, end));
    at = end;
  }
  return at === string.length ? regions : undefined;
}

function findLiteral(
  string: string,
  literal: string,
  { at, isLast }: { readonly at: number; readonly isLast: boolean },
): number | undefined {
  const found = isLast ? string.length - literal.length : string.indexOf(literal, at);
  return found >= at && string.startsWith(literal, found) ? found : undefined;
}

/** Between two variables nothing tells them apart but the masks: one each. */
function endOfRun(
  string: string,
  { at, hole, isLast }: { readonly at: number; readonly hole: string; readonly isLast: boolean },
): number {
  if (isLast) return string.length;
  return string.startsWith(hole, at) ? at + hole.length : at;
}
