import type { Value, ValueMap } from '../../model/value.ts';

/** A value that formulas read: where it stands in the data, as keys from the top. */
export type DataPath = readonly string[];

/** The part of the data that these paths reach, in the same nesting; a list is kept whole. Paths that lead nowhere are left out. */
export function pickData(data: ValueMap, paths: readonly DataPath[]): ValueMap {
  const picked = new Map<string, Value>();
  for (const path of paths) pick(data, picked, path);
  return picked;
}

function pick(from: ValueMap, into: Map<string, Value>, [key, ...rest]: DataPath): void {
  const value = key === undefined ? undefined : from.get(key);
  if (key === undefined || value === undefined) return;
  const known = into.get(key);
  if (!isMap(value) || rest.length === 0 || known === value) {
    into.set(key, value);
    return;
  }
  const inner = new Map(known instanceof Map ? known : []);
  pick(value, inner, rest);
  into.set(key, inner);
}

function isMap(value: Value): value is ValueMap {
  return value instanceof Map;
}
