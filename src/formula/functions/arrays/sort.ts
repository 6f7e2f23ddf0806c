import type { Value } from '../../../model/value.ts';
import { FormulaError } from '../../syntax/formula-error.ts';
import { compareValues } from '../../values/compare-values.ts';
import { isLambda } from '../../values/is-lambda.ts';
import { textOf } from '../../values/text-of.ts';
import { typeName } from '../../values/type-name.ts';
import { textArgument } from '../arguments.ts';
import { propertyReader } from '../objects/path.ts';

/** Compares two keys, neither of them NULL; throws where they have no order. */
type Order<Key> = (left: Key, right: Key) => number;

/** What an element is sorted by: itself, its property at a path, or what a lambda gives for it. */
export function keyReader(name: string, path: Value | undefined): (item: Value) => Value {
  if (path === undefined || path === null) return (item) => item;
  if (isLambda(path)) return (item) => path.call(item);
  const read = propertyReader(textArgument(name, path));
  return (item) => read(item) ?? null;
}

/** The array in the order of its keys, which `keyOf` gives once for each element; NULL keys come last. */
export function sortBy<Key>(array: readonly Value[], keyOf: (item: Value) => Key | null, order: Order<Key>): Value[] {
  const entries = array.map((item) => ({ item, key: keyOf(item) }));
  entries.sort((left, right) => {
    if (left.key === null || right.key === null) return Number(left.key === null) - Number(right.key === null);
    return order(left.key, right.key);
  });
  return entries.map(({ item }) => item);
}

/** Ruby's `<=>`; elements of different types are an error, as in Liquid's `sort`. */
export function strictOrder(left: Value, right: Value): number {
  const order = compareValues(left, right);
  if (order !== undefined) return order;
  const types = [typeName(left), typeName(right)].sort().join(' with ');
  throw new FormulaError('evaluation', `Invalid argument to SORT, comparison of ${types} failed`, {
    hint: 'Sort elements of one type, or give the key to sort objects by.',
  });
}

/** The text that SORT_NATURAL compares, A to Z in lower case (as Ruby's `casecmp`); NULL stays NULL. */
export function caselessKey(value: Value): string | null {
  return value === null ? null : textOf(value).replaceAll(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}
