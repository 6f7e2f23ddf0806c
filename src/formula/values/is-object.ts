import type { Value, ValueMap } from '../../model/value.ts';

/** Whether a value is an object of the formula language. */
export function isObject(value: Value | undefined): value is ValueMap {
  return value instanceof Map;
}
