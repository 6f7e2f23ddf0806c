import type { Value } from '../../../model/value.ts';
import type { FunctionEntry } from '../../evaluate/function-entry.ts';
import { isLambda } from '../../values/is-lambda.ts';
import { isObject } from '../../values/is-object.ts';
import { textOf } from '../../values/text-of.ts';
import { arrayArgument, textArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { flagArgument } from '../flag-argument.ts';
import { propertyReader } from '../objects/path.ts';
import { identityOf } from './identity.ts';
import { indexOf } from './index.ts';
import { matcher } from './match.ts';
import { keyReader } from './sort.ts';
import { sum } from './sum.ts';
import { where } from './where.ts';

const category = 'Arrays';
const page = 'https://www.tines.com/docs/formulas/functions';

/** Asking arrays: what is in them, where, how much, by which key. */
export const arrayQueryFunctions: readonly FunctionEntry[] = [
  define(
    {
      name: 'COUNTIF',
      category,
      parameters: 'array, comparison',
      summary: 'How many elements equal the comparison, or make the lambda true.',
      source: `${page}/countif`,
    },
    ([array, comparison = null], { spend }) => {
      const items = arrayArgument('COUNTIF', array);
      const matches = matcher(comparison);
      spend(items.length);
      let count = 0n;
      for (const item of items) if (matches(item)) count++;
      return count;
    },
  ),
  define(
    {
      name: 'INDEX_OF',
      category,
      parameters: 'string_or_array, object',
      summary:
        'The place of a text in a text, or of an element (or the first one that makes a lambda true) in an array; NULL if absent.',
      source: `${page}/index-of`,
    },
    ([whole = null, part = null], { spend }) => indexOf(whole, part, spend),
  ),
  define(
    {
      name: 'MAP',
      category,
      parameters: 'array_of_objects, property',
      summary: 'The value of a key or dotted path in each object; NULL where it is missing.',
      source: `${page}/map; inferred: a single object counts as an array of one`,
    },
    ([array, property], { spend }) => {
      const items = arrayOfObjects('MAP', array);
      spend(items.length);
      return items.map(keyReader('MAP', property));
    },
  ),
  define(
    { name: 'SUM', category, parameters: 'array', summary: 'The sum of the numbers in an array.', source: `${page}/sum` },
    ([array], { spend }) => {
      const items = arrayArgument('SUM', array);
      spend(items.length);
      return sum(items);
    },
  ),
  define(
    {
      name: 'WHERE',
      category,
      parameters: 'array, path, [value], null_on_path_error:',
      summary: 'The objects whose value at a key or dotted path equals value, or is present where no value is given.',
      source: `${page}/where`,
    },
    ([array, path, value = null, nullOnMissing], { spend }) => {
      const items = arrayOfObjects('WHERE', array);
      spend(items.length);
      const read = propertyReader(textArgument('WHERE', path));
      return where(items, { read, value, nullOnMissing: flagArgument(nullOnMissing, false) });
    },
  ),
  define(
    {
      name: 'GROUP_BY',
      category,
      parameters: 'items, key_or_lambda, as_array:',
      summary: 'The elements by key or lambda result: an object of arrays, or {key, values} for each with as_array.',
      source: `${page}/group-by; inferred: keys of an object are the text of the results`,
    },
    ([array, by, asArray], { spend }) => {
      const items = arrayArgument('GROUP_BY', array);
      spend(items.length);
      const keyOf = keyReader('GROUP_BY', isLambda(by) ? by : textArgument('GROUP_BY', by));
      if (!flagArgument(asArray, false))
        return new Map(group(items, keyOf, textOf).map(([key, values]) => [textOf(key), values]));
      return group(items, keyOf, identityOf).map(
        ([key, values]) =>
          new Map<string, Value>([
            ['key', key],
            ['values', values],
          ]),
      );
    },
  ),
];

function arrayOfObjects(name: string, value: Value | undefined): readonly Value[] {
  return isObject(value) ? [value] : arrayArgument(name, value);
}

type Group = readonly [key: Value, values: Value[]];

function group(items: readonly Value[], keyOf: (item: Value) => Value, identify: (key: Value) => unknown): readonly Group[] {
  const groups = new Map<unknown, Group>();
  for (const item of items) {
    const key = keyOf(item);
    const identity = identify(key);
    const found = groups.get(identity);
    if (found === undefined) groups.set(identity, [key, [item]]);
    else found[1].push(item);
  }
  return [...groups.values()];
}
