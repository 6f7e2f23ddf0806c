import type { Value } from '../../../model/value.ts';
import { isArray } from '../../values/is-array.ts';
import { isObject } from '../../values/is-object.ts';

const segment = /\[\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(-?\d+))\s*\]|((?:[^.[\\]|\\.|\\$|\[(?!\s*["'\d-]))+)|\./gs;

/**
 * The keys of a dotted path: `person.first\.name` is `person`, `first.name`. A key may also stand in brackets and quotes
 * (`["User ID"]`), an index in brackets (`users[0]`). Every text is a path; an empty one has no keys.
 */
export function readPath(text: string): readonly string[] {
  const keys: string[] = [];
  for (const [, double, single, index, bare] of text.matchAll(segment)) {
    const key = double ?? single ?? index ?? bare;
    if (key !== undefined)
      keys.push(bare === undefined ? key.replaceAll(/\\(["'\\])/g, '$1') : key.replaceAll(/\\([.[\\])/g, '$1'));
  }
  return keys;
}

/** The member of an object, or the element of an array (negative from the end), that a key names; undefined where there is none. */
export function memberOf(value: Value, key: string): Value | undefined {
  if (isObject(value)) return value.get(key);
  return isArray(value) && /^-?\d+$/.test(key) ? value.at(Number(key)) : undefined;
}

/** What stands at a path inside a value; undefined where the path leads nowhere. */
export function valueAt(value: Value, path: readonly string[]): Value | undefined {
  let found: Value | undefined = value;
  for (const key of path) {
    if (found === undefined) return undefined;
    found = memberOf(found, key);
  }
  return found;
}

/** A reader of one property: the member with the very name, dots and all, or else what stands at the name read as a path. */
export function propertyReader(name: string): (value: Value) => Value | undefined {
  const path = readPath(name);
  return (value) => (isObject(value) ? (value.get(name) ?? valueAt(value, path)) : valueAt(value, path));
}
