import type { Expression } from '../../formula/syntax/expression.ts';
import { FormulaError } from '../../formula/syntax/formula-error.ts';
import { parseFormulaIn } from '../../formula/syntax/parse-formula.ts';
import { asksOnly } from './asks-only.ts';

/** Stands before a name that was written with a leading dot: event data, never a variable. liquidjs itself cannot read the dot. */
export const dataMark = '\u2024';
/** The same where the author provides for missing data (`| default`, a bare condition). */
export const tolerantMark = '\u2025';
/** Stands before the number of a pill that was found inside of the Liquid. */
export const pillMark = '\u2026';

/** Liquid that liquidjs can read, and the pills taken out of it. */
export interface LiquidSource {
  readonly text: string;
  readonly pills: readonly Expression[];
  /** Whether a place in `text` is the same place in the string as written. */
  readonly keepsPlaces: boolean;
}

/** Rewrites Tines' Liquid for liquidjs: leading dots become marks (same length), `a.['k']` becomes `a['k']`, pills become variables. */
export function translateLiquid(written: string): LiquidSource {
  const pills: Expression[] = [];
  let text = '';
  let offset = 0;
  while (offset < written.length) {
    const closing = written.startsWith('{{', offset) ? '}}' : written.startsWith('{%', offset) ? '%}' : undefined;
    const pill = readPill(written, offset);
    if (pill !== undefined) {
      text += `{{ ${pillMark}${pills.length} }}`;
      pills.push(pill.expression);
      offset = pill.end;
    } else if (closing === undefined) {
      text += written.charAt(offset++);
    } else {
      const end = findClosing(written, offset + 2, closing);
      text += translateInside(written.slice(offset, end), pills);
      offset = end;
    }
  }
  return { text, pills, keepsPlaces: pills.length === 0 };
}

// Old texts may hold << that is no pill; only what reads as one is taken.
function readPill(text: string, offset: number): { readonly expression: Expression; readonly end: number } | undefined {
  if (!text.startsWith('<<', offset)) return undefined;
  try {
    const { expression, end } = parseFormulaIn(text, { start: offset + 2, terminator: '>>' });
    return { expression, end: end + 2 };
  } catch (error) {
    if (error instanceof FormulaError) return undefined;
    throw error;
  }
}

function findClosing(text: string, start: number, closing: string): number {
  let quote = '';
  for (let index = start; index < text.length; index++) {
    const character = text.charAt(index);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (text.startsWith(closing, index)) {
      return index + closing.length;
    } else if (character === '"' || character === "'") {
      quote = character;
    }
  }
  const unquoted = text.indexOf(closing, start);
  return unquoted < 0 ? text.length : unquoted + closing.length;
}

function translateInside(inside: string, pills: Expression[]): string {
  const mark = asksOnly(inside) ? tolerantMark : dataMark;
  let text = '';
  let quote = '';
  let padding = '';
  for (let index = 0; index < inside.length; index++) {
    const character = inside.charAt(index);
    const pill = quote === '' ? readPill(inside, index) : undefined;
    if (pill !== undefined) {
      text += `${pillMark}${pills.length}`;
      pills.push(pill.expression);
      index = pill.end - 1;
      continue;
    }
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    if (quote !== '' || character !== '.') {
      text += character;
    } else if (inside[index + 1] === '[') {
      padding += ' ';
    } else {
      text += /[\p{L}_]/u.test(inside[index + 1] ?? '') && !/[\p{L}\p{N}_\-\])?."']/u.test(inside[index - 1] ?? '') ? mark : '.';
    }
  }
  return padding === '' ? text : `${text.slice(0, -2)}${padding}${text.slice(-2)}`;
}
