import type { Value } from '../../../model/value.ts';
import { rubySplit, rubySplitWords } from '../../../ruby/split.ts';
import { rubyStrip } from '../../../ruby/strip.ts';
import { concatenateText } from '../../evaluate/concatenate-text.ts';
import type { FunctionContext, FunctionEntry } from '../../evaluate/function-entry.ts';
import { isArray } from '../../values/is-array.ts';
import { isObject } from '../../values/is-object.ts';
import { textOf } from '../../values/text-of.ts';
import { typeName } from '../../values/type-name.ts';
import { countArgument, invalidArgument, textArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { documentationPage } from '../documentation-page.ts';
import { spendText } from '../spend-text.ts';
import { levenshteinDistance } from './levenshtein-distance.ts';

/** Functions that join, cut and measure text. Characters are counted by code point, as in Ruby. */
export const textFunctions: readonly FunctionEntry[] = [
  define(describe('APPEND', 'text, ...others', 'Pieces of text, one after the other.'), ([text = null, others], context) =>
    join([text, ...(isArray(others) ? others : [])], context),
  ),
  define(describe('PREPEND', 'text, prefix', 'The text with the prefix before it.'), ([text = null, prefix = null], context) =>
    join([prefix, text], context),
  ),
  strip('STRIP', 'The text without white space around it.', { left: true, right: true }),
  strip('LSTRIP', 'The text without white space before it.', { left: true, right: false }),
  strip('RSTRIP', 'The text without white space after it.', { left: false, right: true }),
  define(describe('STRIP_NEWLINES', 'text', 'The text without line breaks.'), ([text], context) =>
    spendText(textArgument('STRIP_NEWLINES', text).replaceAll(/\r?\n/g, ''), context),
  ),
  define(
    describe('SIZE', 'value', 'The number of characters, elements, members, or bytes of binary text.'),
    ([value = null], { spend }) => {
      if (isArray(value) || value instanceof Uint8Array) return BigInt(value.length);
      if (isObject(value)) return BigInt(value.size);
      if (value === null) throw invalidArgument('SIZE', 'text or array', typeName(value));
      const text = textArgument('SIZE', value);
      spend(text.length);
      return BigInt(Array.from(text).length);
    },
  ),
  define(
    describe(
      'SLICE',
      'text, start_index, [length]',
      'The characters from an index on, 1 unless said; a negative index counts from the end.',
    ),
    ([text, start, length], { spend }) => {
      const characters = isArray(text) ? text : Array.from(textArgument('SLICE', text));
      spend(characters.length);
      const slice = cut(characters, countArgument('SLICE', start), length === undefined ? 1 : countArgument('SLICE', length));
      return isArray(text) ? slice : slice.join('');
    },
  ),
  define(
    describe('SPLIT', 'text, delimiter', 'The pieces of text between delimiters; empty ones at the end are left out.'),
    ([text, delimiter], { spend }) => {
      const split = rubySplit(textArgument('SPLIT', text), textArgument('SPLIT', delimiter));
      spend(split.length);
      return split;
    },
  ),
  define(
    describe('TRUNCATE', 'text, length, [ellipsis]', 'The text cut to a length that includes the ellipsis.'),
    ([text, length, ellipsis], context) => {
      const characters = Array.from(textArgument('TRUNCATE', text));
      const most = countArgument('TRUNCATE', length);
      const mark = ellipsis === undefined ? '...' : textArgument('TRUNCATE', ellipsis);
      if (characters.length <= most) return spendText(characters.join(''), context);
      return spendText(characters.slice(0, Math.max(most - Array.from(mark).length, 0)).join('') + mark, context);
    },
  ),
  define(
    describe('TRUNCATEWORDS', 'text, length, [ellipsis]', 'The first words of the text.'),
    ([value, length, ellipsis], context) => {
      const text = textArgument('TRUNCATEWORDS', value);
      const most = Math.max(countArgument('TRUNCATEWORDS', length), 1);
      const mark = ellipsis === undefined ? '...' : textArgument('TRUNCATEWORDS', ellipsis);
      const words = rubySplitWords(text);
      return spendText(words.length <= most ? text : words.slice(0, most).join(' ') + mark, context);
    },
  ),
  define(describe('TEXT', 'value', 'The value as text.'), ([value = null], context) =>
    value instanceof Uint8Array ? value : spendText(textOf(value), context),
  ),
  define(
    describe(
      'LEVENSHTEIN_DISTANCE',
      'string_one, string_two, insertion_cost:, deletion_cost:, substitution_cost:',
      'The least cost of making one text of the other.',
    ),
    ([first, second, insertion, deletion, substitution], { spend }) => {
      const name = 'LEVENSHTEIN_DISTANCE';
      const cost = (value: Value | undefined, byDefault: number) =>
        value === undefined ? byDefault : countArgument(name, value);
      const costs = { insertion: cost(insertion, 2), deletion: cost(deletion, 2), substitution: cost(substitution, 1) };
      return BigInt(levenshteinDistance([textArgument(name, first), textArgument(name, second)], costs, spend));
    },
  ),
];

function describe(name: string, parameters: string, summary: string) {
  return { name, category: 'Text', parameters, summary, source: documentationPage(name) };
}

function join(values: readonly Value[], { spend }: FunctionContext): string | Uint8Array {
  const whole = concatenateText(values);
  spend(whole.length);
  return whole;
}

function strip(name: string, summary: string, sides: { readonly left: boolean; readonly right: boolean }): FunctionEntry {
  return define(describe(name, 'text', summary), ([text], context) =>
    spendText(rubyStrip(textArgument(name, text), sides), context),
  );
}

function cut<T>(items: readonly T[], start: number, length: number): readonly T[] {
  const first = start < 0 ? items.length + start : start;
  return first < 0 || length < 0 ? [] : items.slice(first, first + length);
}
