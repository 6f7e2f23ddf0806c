import type { Value } from '../../../model/value.ts';
import { isArray } from '../../values/is-array.ts';
import { isLambda } from '../../values/is-lambda.ts';
import { isObject } from '../../values/is-object.ts';
import { truthy } from '../../values/truthy.ts';
import { typeName } from '../../values/type-name.ts';
import { invalidArgument } from '../arguments.ts';
import { equalityOf } from '../arrays/identity.ts';

/** What FILTER and REJECT share: which of the two they are, the collection, and a lambda or an array of values. */
interface Choice {
  readonly name: string;
  /** Whether what matches stays (FILTER) or goes (REJECT). */
  readonly keep: boolean;
  readonly from: Value;
  readonly by: Value;
}

/** The elements of an array, or the members of an object, that match, or all others. */
export function choose({ name, keep, from, by }: Choice, spend: (units: number) => void): Value {
  const matches = test(name, by);
  if (isArray(from)) {
    spend(from.length);
    return from.filter((item, index) => matches.item(item, index) === keep);
  }
  if (!isObject(from)) throw invalidArgument(name, 'array or object', typeName(from));
  spend(from.size);
  const members = new Map<string, Value>();
  for (const [key, value] of from) if (matches.member(key, value) === keep) members.set(key, value);
  return members;
}

interface Test {
  readonly item: (item: Value, index: number) => boolean;
  readonly member: (key: string, value: Value) => boolean;
}

// A lambda of one parameter takes the value; of two, the key and the value, or the element and its place.
function test(name: string, by: Value): Test {
  if (isLambda(by)) {
    const both = by.parameters.length > 1;
    return {
      item: (item, index) => truthy(both ? by.call(item, BigInt(index)) : by.call(item)),
      member: (key, value) => truthy(both ? by.call(key, value) : by.call(value)),
    };
  }
  if (!isArray(by)) throw invalidArgument(name, 'a lambda or an array of values', typeName(by));
  const values = new Set(by.map(equalityOf));
  return { item: (item) => values.has(equalityOf(item)), member: (_, value) => values.has(equalityOf(value)) };
}
