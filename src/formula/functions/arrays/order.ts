import type { Value } from '../../../model/value.ts';
import type { FunctionEntry } from '../../evaluate/function-entry.ts';
import { arrayArgument, numberArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { flatten } from './flatten.ts';
import { caselessKey, keyReader, sortBy, strictOrder } from './sort.ts';

const category = 'Arrays';
const page = 'https://www.tines.com/docs/formulas/functions';

/** Putting elements in an order, known or random, and counting up. */
export const arrayOrderFunctions: readonly FunctionEntry[] = [
  define(
    {
      name: 'RANGE',
      category,
      parameters: 'start, end',
      summary: 'The whole numbers from start to end, both included; empty where end is smaller.',
      source: `${page}/range`,
    },
    ([start, end], { spend }) => {
      const first = wholeNumber(start);
      const count = Number(wholeNumber(end) - first + 1n);
      if (count <= 0) return [];
      spend(count);
      return Array.from({ length: count }, (_, index) => first + BigInt(index));
    },
  ),
  define(
    {
      name: 'REVERSE',
      category,
      parameters: 'array',
      summary: 'The array, flattened, from its end.',
      source: `${page}/reverse`,
    },
    ([array]) => flatten(arrayArgument('REVERSE', array)).reverse(),
  ),
  define(
    {
      name: 'SORT',
      category,
      parameters: 'array, [path], include_json_paths:',
      summary: 'The array in order, capitals before small letters, optionally by a key or dotted path; NULLs last.',
      source: `${page}/sort; inferred: dotted paths are read with and without include_json_paths`,
    },
    ([array, path], { spend }) => {
      const items = arrayArgument('SORT', array);
      spend(items.length);
      return sortBy(items, keyReader('SORT', path), strictOrder);
    },
  ),
  define(
    {
      name: 'SORT_NATURAL',
      category,
      parameters: 'array, [path], include_json_paths:',
      summary: 'The array in the order of its elements’ text, small and capital letters alike; NULLs last.',
      source: `${page}/sort-natural; inferred: Liquid’s sort_natural`,
    },
    ([array, path], { spend }) => {
      const items = arrayArgument('SORT_NATURAL', array);
      const keyOf = keyReader('SORT_NATURAL', path);
      spend(items.length);
      return sortBy(items, (item) => caselessKey(keyOf(item)), compareKeys);
    },
  ),
  define(
    { name: 'SHUFFLE', category, parameters: 'array', summary: 'The array in random order.', source: `${page}/shuffle` },
    ([array], { random }) => shuffle(arrayArgument('SHUFFLE', array), random),
  ),
  define(
    {
      name: 'RANDOM_ELEMENT',
      category,
      parameters: 'array',
      summary: 'One element at random; NULL of an empty array.',
      source: `${page}/random-element`,
    },
    ([array], { random }) => {
      const items = arrayArgument('RANDOM_ELEMENT', array);
      return items[Math.floor(random() * items.length)] ?? null;
    },
  ),
];

function wholeNumber(value: Value | undefined): bigint {
  const number = numberArgument('RANGE', value);
  return typeof number === 'bigint' ? number : BigInt(Math.floor(number));
}

function compareKeys(left: string, right: string): number {
  return strictOrder(left, right);
}

// Fisher and Yates: each order is equally likely.
function shuffle(array: readonly Value[], random: () => number): Value[] {
  const items = [...array];
  for (let end = items.length - 1; end > 0; end--) {
    const place = Math.floor(random() * (end + 1));
    const picked = items[place] ?? null;
    items[place] = items[end] ?? null;
    items[end] = picked;
  }
  return items;
}
