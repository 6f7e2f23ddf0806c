import type { Value } from '../../../model/value.ts';
import { isArray } from '../../values/is-array.ts';
import { isObject } from '../../values/is-object.ts';
import { memberOf } from './path.ts';

type Spend = (units: number) => void;

/** A copy of a value in which a path leads to another value; what is missing, or in the way, becomes an object. */
export function setAt(value: Value, path: readonly string[], replacement: Value, spend: Spend): Value {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  const member = setAt(memberOf(value, key) ?? null, rest, replacement, spend);
  if (isArray(value) && /^-?\d+$/.test(key)) {
    const index = Number(key) < 0 ? Number(key) + value.length : Number(key);
    spend(Math.max(value.length, index));
    return Array.from({ length: Math.max(value.length, index + 1) }, (_, place) =>
      place === index ? member : (value[place] ?? null),
    );
  }
  const members = new Map<string, Value>(isObject(value) ? value : []);
  spend(members.size);
  return members.set(key, member);
}

/** A copy of a value without what a path leads to; the value itself where the path leads nowhere. */
export function removeAt(value: Value, path: readonly string[], spend: Spend): Value {
  const [key, ...rest] = path;
  const member = key === undefined ? undefined : memberOf(value, key);
  if (key === undefined || member === undefined) return value;
  const kept = rest.length > 0 ? removeAt(member, rest, spend) : undefined;
  if (isObject(value)) {
    spend(value.size);
    const members = new Map(value);
    if (kept === undefined) members.delete(key);
    else members.set(key, kept);
    return members;
  }
  if (!isArray(value)) return value;
  spend(value.length);
  const index = Number(key) < 0 ? Number(key) + value.length : Number(key);
  return value.flatMap((item, place) => (place === index ? (kept === undefined ? [] : [kept]) : [item]));
}
