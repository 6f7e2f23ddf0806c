import type { Value } from '../../model/value.ts';
import { isArray } from './is-array.ts';
import { isObject } from './is-object.ts';
import { textOf } from './text-of.ts';

/** `target.key`: NULL where the key is missing or the target has none; digits reach into an array. */
export function memberOf(target: Value, key: string): Value {
  if (isObject(target)) return target.get(key) ?? null;
  if (isArray(target) && /^\d{1,15}$/.test(key)) return target[Number(key)] ?? null;
  return null;
}

/** `target[index]`: an element of an array (negative from its end, as in Ruby; inferred) or a member of an object; NULL where there is none. */
export function elementOf(target: Value, index: Value): Value {
  if (isArray(target)) return arrayElement(target, index);
  if (!isObject(target) || index === null || typeof index === 'object') return null;
  return target.get(textOf(index)) ?? null;
}

function arrayElement(target: readonly Value[], index: Value): Value {
  if (typeof index !== 'bigint' && typeof index !== 'number' && typeof index !== 'string') return null;
  const text = typeof index === 'string' && !/^-?\d{1,15}$/.test(index);
  return text ? null : (target.at(Number(index)) ?? null);
}
