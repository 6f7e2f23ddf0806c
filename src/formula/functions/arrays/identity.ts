import type { Value } from '../../../model/value.ts';
import { assertDepth } from '../../syntax/assert-depth.ts';
import { isArray } from '../../values/is-array.ts';
import { isObject } from '../../values/is-object.ts';

/**
 * A key for sets and maps that two values share when Ruby's `eql?` holds between them: by value and type, 1 is not 1.0,
 * objects regardless of the order of their members. Text and numbers stand for themselves where they cannot be confused.
 */
export function identityOf(value: Value): unknown {
  return key(value, false);
}

/** As `identityOf`, for Ruby's `==`: 1 and 1.0 share a key. */
export function equalityOf(value: Value): unknown {
  return key(value, true);
}

function key(value: Value, numbersByValue: boolean): unknown {
  if (typeof value === 'string') return `"${value}`;
  if (typeof value === 'number') return numbersByValue && Number.isInteger(value) ? BigInt(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  return print(value, numbersByValue, 0);
}

function print(value: Value, numbersByValue: boolean, depth: number): string {
  assertDepth(depth);
  if (typeof value === 'bigint') return `${value}i`;
  if (typeof value === 'number') return numbersByValue && Number.isInteger(value) ? `${BigInt(value)}i` : `${value}f`;
  if (typeof value === 'string') return JSON.stringify(value);
  if (isArray(value)) return `[${value.map((item) => print(item, numbersByValue, depth + 1)).join(',')}]`;
  if (value instanceof Uint8Array) return `<${value.join(' ')}>`;
  if (!isObject(value)) return String(value);
  const members = [...value].map(([name, member]) => `${JSON.stringify(name)}:${print(member, numbersByValue, depth + 1)}`);
  return `{${members.sort().join(',')}}`;
}
