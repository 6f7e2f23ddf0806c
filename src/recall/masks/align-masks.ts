import type { Text, Variable } from '../../model/text.ts';
import { distinctVariables, variablesOf } from '../variables-of.ts';
import { joinPieces } from './join-pieces.ts';
import { matchRegions } from './match-regions.ts';
import { type MaskedText, splitAtMasks } from './split-at-masks.ts';

/** A logged text with a variable in the place of each mask. */
export interface AlignedText {
  readonly text: Text;
  /** How many masks no variable was found for; they stay as they are. */
  readonly unfilled: number;
  /** Variables in whose place the log has nothing: Tines sent the empty text. */
  readonly empty: readonly Variable[];
  /** Variables whose place in the log has neither a mask nor nothing: what a function made of a secret, in clear. */
  readonly unmasked: readonly Variable[];
}

/** What a logged text is laid beside. */
export interface LocalTexts {
  /** What the templates give in the same place. */
  readonly text: Text | undefined;
  /** Variables of the whole field, for a mask that the text has no place for. */
  readonly around: readonly Variable[];
}

/**
 * Fills the masks of a logged text by the variables of the local one: by the literal text between them, else by their order where there are
 * as many of both, else by the text next to them, else by the only variable of the field.
 */
export function alignMasks(logged: string, { text, around }: LocalTexts): AlignedText {
  const masked = splitAtMasks(logged);
  const regions = text === undefined ? undefined : matchRegions(masked, text);
  if (text !== undefined && regions !== undefined) return fillRegions(regions, text, masked);
  return fillByContext(masked, text ?? [], around);
}

function fillRegions(regions: readonly string[], local: Text, { hole }: MaskedText): AlignedText {
  const empty: Variable[] = [];
  const unmasked: Variable[] = [];
  const pieces = local.flatMap((piece, index): readonly (string | Variable)[] => {
    const region = regions[index] ?? '';
    if (typeof piece === 'string') return [region];
    const isMade = piece.of !== undefined || piece.encodings.some((encoding) => encoding === 'base64') || piece.from.length > 1;
    if (region === '') empty.push(piece);
    else if (isMade && !region.includes(hole)) unmasked.push(piece);
    if (region !== '' && isMade) return [piece];
    // A mask is one whole credential; text beside it was sent, too (a scheme that stands twice).
    return region.split(hole).flatMap((part, position) => (position === 0 ? [part] : [piece, part]));
  });
  return { text: joinPieces(pieces), unfilled: 0, empty, unmasked };
}

function fillByContext({ string, hole, count }: MaskedText, local: Text, around: readonly Variable[]): AlignedText {
  const parts = string.split(hole);
  const inOrder = variablesOf(local);
  const candidates = distinctVariables(inOrder.length > 0 ? inOrder : around);
  const filled = parts.slice(1).map((after, index): Variable | undefined => {
    if (candidates.length === 1) return candidates[0];
    if (inOrder.length === count) return inOrder[index];
    return nearest(local, parts[index] ?? '', after);
  });
  const pieces = parts.flatMap((part, index) => (index === 0 ? [part] : [filled[index - 1] ?? '*'.repeat(16), part]));
  return {
    text: joinPieces(pieces),
    unfilled: filled.filter((variable) => variable === undefined).length,
    empty: [],
    unmasked: [],
  };
}

/** The variable whose neighbours are most like the mask's; undefined where none has any, or two are as near. */
function nearest(local: Text, before: string, after: string): Variable | undefined {
  const scored = local.flatMap((piece, index) => {
    if (typeof piece === 'string') return [];
    const [left, right] = [local[index - 1], local[index + 1]];
    const score = commonStart(reversed(textOf(left)), reversed(before)) + commonStart(textOf(right), after);
    return [{ piece, score }];
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const winners = distinctVariables(scored.filter(({ score }) => score === best).map(({ piece }) => piece));
  return best > 0 && winners.length === 1 ? winners[0] : undefined;
}

function textOf(piece: string | Variable | undefined): string {
  return typeof piece === 'string' ? piece : '';
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

function commonStart(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
}
