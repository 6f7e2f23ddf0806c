import { isEverydayText, isWordLike } from './everyday.ts';
import { privateRange } from './private-range.ts';
import type { Symbols } from './symbols.ts';

const shortestFragment = 8;

/** One spelling of a secret, as symbols to look for. */
export interface Pattern {
  readonly label: string;
  /** Bytes, ASCII letters in lower case. */
  readonly codes: Uint8Array;
  /** Non-zero where blanks or quotes may stand before a symbol. */
  readonly gaps: Uint8Array;
  /** Searched for between characters that are no letters and digits only. */
  readonly isWord: boolean;
  /** A fragment that begins at `head.at`, or ends at `tail.at`, and has that many symbols is a leak too. */
  readonly head?: FragmentRule;
  readonly tail?: FragmentRule;
}

interface FragmentRule {
  readonly at: number;
  readonly least: number;
}

/** The pattern of a value that was read as these symbols. `isWhole`: no part of it is a leak by itself. */
export function toPattern(
  symbols: Symbols,
  { label, value, isWhole }: { readonly label: string; readonly value: string; readonly isWhole: boolean },
): Pattern {
  const { length, starts, ends, gaps } = symbols;
  const codes = Uint8Array.from(symbols.codes.subarray(0, length), (code) => (code >= 0x41 && code <= 0x5a ? code | 0x20 : code));
  const common = { label, codes, gaps: gaps.slice(0, length), isWord: isWordLike(value) };
  const range = isWhole || common.isWord ? null : privateRange(value);
  if (range === null) return common;
  const from = starts.subarray(0, length).findIndex((start) => start >= range.from);
  const to = ends.subarray(0, length).findLastIndex((end) => end <= range.to) + 1;
  const text = Buffer.from(codes).toString('latin1');
  const head = leastLength(from, to, (least) => text.slice(from, from + least));
  const tail = leastLength(from, to, (least) => text.slice(to - least, to));
  return {
    ...common,
    ...(head === null ? {} : { head: { at: from, least: head } }),
    ...(tail === null ? {} : { tail: { at: to, least: tail } }),
  };
}

/** Eight symbols, or as many as it takes to be no everyday text; null where that is all of them. */
function leastLength(from: number, to: number, slice: (least: number) => string): number | null {
  if (from < 0) return null;
  let least = shortestFragment;
  while (least < to - from && isEverydayText(slice(least))) least += 1;
  return least < to - from ? least : null;
}
