import type { Value } from '../../../model/value.ts';
import type { FunctionEntry } from '../../evaluate/function-entry.ts';
import { textOf } from '../../values/text-of.ts';
import { arrayArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { flagArgument } from '../flag-argument.ts';
import { identityOf } from './identity.ts';

const category = 'Arrays';
const page = 'https://www.tines.com/docs/formulas/functions';

/** Arrays as sets: each element once, told apart by value and type. */
export const arraySetFunctions: readonly FunctionEntry[] = [
  define(
    { name: 'UNIQ', category, parameters: 'array', summary: 'Each element once, where it first stands.', source: `${page}/uniq` },
    ([array], { spend }) => {
      const items = arrayArgument('UNIQ', array);
      spend(items.length);
      return unique(items);
    },
  ),
  define(
    {
      name: 'UNION',
      category,
      parameters: 'array1, ...arrays',
      summary: 'The elements of all arrays, each once.',
      source: `${page}/union`,
    },
    ([first, others], { spend }) => {
      const items = [first, ...rest(others)].flatMap((array) => arrayArgument('UNION', array));
      spend(items.length);
      return unique(items);
    },
  ),
  define(
    {
      name: 'INTERSECTION',
      category,
      parameters: 'array1, ...arrays',
      summary: 'The elements that are in every array, each once.',
      source: `${page}/intersection`,
    },
    ([first, others], { spend }) => {
      const items = arrayArgument('INTERSECTION', first);
      const sets = rest(others).map((array) => identities(arrayArgument('INTERSECTION', array)));
      spend(items.length);
      return unique(items).filter((item) => sets.every((set) => set.has(identityOf(item))));
    },
  ),
  define(
    {
      name: 'DIFFERENCE',
      category,
      parameters: 'array1, ...arrays',
      summary: 'The elements of the first array that are in no other, each once.',
      source: `${page}/difference`,
    },
    ([first, others], { spend }) => {
      const items = arrayArgument('DIFFERENCE', first);
      const sets = rest(others).map((array) => identities(arrayArgument('DIFFERENCE', array)));
      spend(items.length);
      return unique(items).filter((item) => !sets.some((set) => set.has(identityOf(item))));
    },
  ),
  define(
    {
      name: 'TALLY',
      category,
      parameters: 'array, strict_types:',
      summary: 'How often each element occurs: an object by its text, or {key, count} for each with strict_types.',
      source: `${page}/tally`,
    },
    ([array, strict], { spend }) => {
      const items = arrayArgument('TALLY', array);
      spend(items.length);
      if (flagArgument(strict, false)) return tally(items, identityOf).map(([key, count]) => object({ key, count }));
      return new Map(tally(items, textOf).map(([key, count]) => [textOf(key), count]));
    },
  ),
];

function rest(values: Value | undefined): readonly Value[] {
  return arrayArgument('UNION', values);
}

function identities(items: readonly Value[]): ReadonlySet<unknown> {
  return new Set(items.map(identityOf));
}

function unique(items: readonly Value[]): Value[] {
  const seen = new Map<unknown, Value>();
  for (const item of items) {
    const identity = identityOf(item);
    if (!seen.has(identity)) seen.set(identity, item);
  }
  return [...seen.values()];
}

function tally(items: readonly Value[], identify: (item: Value) => unknown): [key: Value, count: bigint][] {
  const counts = new Map<unknown, [key: Value, count: bigint]>();
  for (const item of items) {
    const identity = identify(item);
    const entry = counts.get(identity);
    if (entry === undefined) counts.set(identity, [item, 1n]);
    else entry[1]++;
  }
  return [...counts.values()];
}

function object(members: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(members));
}
