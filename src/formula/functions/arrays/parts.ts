import type { Value } from '../../../model/value.ts';
import type { FunctionEntry } from '../../evaluate/function-entry.ts';
import { FormulaError } from '../../syntax/formula-error.ts';
import { isArray } from '../../values/is-array.ts';
import { isObject } from '../../values/is-object.ts';
import { textOf } from '../../values/text-of.ts';
import { arrayArgument, countArgument, textArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { chunk } from './chunk.ts';
import { flatten } from './flatten.ts';

const category = 'Arrays';
const page = 'https://www.tines.com/docs/formulas/functions';

/** Making arrays, taking them apart and putting them together. */
export const arrayPartFunctions: readonly FunctionEntry[] = [
  define(
    { name: 'ARRAY', category, parameters: '...elements', summary: 'An array of its arguments.', source: `${page}/array` },
    ([elements]) => elements ?? [],
  ),
  define(
    {
      name: 'CHUNK_ARRAY',
      category,
      parameters: 'array, chunk_size',
      summary: 'The array in arrays of chunk_size elements; the last may be shorter.',
      source: `${page}/chunk-array`,
    },
    ([array, size]) => chunk(arrayArgument('CHUNK_ARRAY', array), countArgument('CHUNK_ARRAY', size)),
  ),
  define(
    { name: 'COMPACT', category, parameters: 'array', summary: 'The array without its NULLs.', source: `${page}/compact` },
    ([array]) => arrayArgument('COMPACT', array).filter((item) => item !== null),
  ),
  define(
    {
      name: 'CONCAT',
      category,
      parameters: '...arrays',
      summary: 'Several arrays, one after another.',
      source: `${page}/concat`,
    },
    ([arrays], { spend }) => {
      const parts = arrayArgument('CONCAT', arrays);
      if (!parts.every(isArray))
        throw new FormulaError('evaluation', 'Invalid arguments to CONCAT, expected arrays', {
          hint: 'Join texts with & or JOIN.',
        });
      const whole = parts.flat();
      spend(whole.length);
      return whole;
    },
  ),
  define(
    {
      name: 'FIRST',
      category,
      parameters: 'array',
      summary: 'The first element; NULL of an empty array.',
      source: `${page}/first; inferred: as Liquid’s filter, an object gives its first key and value, anything else NULL`,
    },
    ([array]) => firstOf(array) ?? null,
  ),
  define(
    {
      name: 'LAST',
      category,
      parameters: 'array',
      summary: 'The last element; NULL of an empty array.',
      source: `${page}/last; inferred: as Liquid’s filter, anything but an array gives NULL`,
    },
    ([array]) => (isArray(array) ? (array.at(-1) ?? null) : null),
  ),
  define(
    { name: 'FLATTEN', category, parameters: 'array', summary: 'Arrays in arrays as one array.', source: `${page}/flatten` },
    ([array]) => flatten(arrayArgument('FLATTEN', array)),
  ),
  define(
    {
      name: 'JOIN',
      category,
      parameters: 'array, [join_text]',
      summary: 'The elements as text with join_text between them; arrays in the array are joined too.',
      source: `${page}/join; inferred: a space by default, as in Liquid`,
    },
    ([array, separator], { spend }) => {
      const items = flatten(arrayArgument('JOIN', array));
      const between = separator === undefined ? ' ' : textArgument('JOIN', separator);
      // Counted before it is made: a long separator could multiply beyond all bounds.
      spend(items.length * between.length);
      const text = items.map(textOf).join(between);
      spend(text.length);
      return text;
    },
  ),
  define(
    {
      name: 'SLICE_ARRAY',
      category,
      parameters: 'array, start_index, [length]',
      summary: 'The elements from start_index on (negative: from the end), at most length of them.',
      source: `${page}/slice-array; inferred: an empty array beyond the end`,
    },
    ([array, start, length]) => {
      const items = arrayArgument('SLICE_ARRAY', array);
      const given = countArgument('SLICE_ARRAY', start);
      const from = given < 0 ? given + items.length : given;
      const count = length === undefined || length === null ? items.length : countArgument('SLICE_ARRAY', length);
      return from < 0 || count < 0 ? [] : items.slice(from, from + count);
    },
  ),
];

function firstOf(value: Value | undefined): Value | undefined {
  if (isArray(value)) return value[0];
  return isObject(value) ? value.entries().next().value : undefined;
}
