import type { Value } from '../../model/value.ts';

/** Whether a value is an array; unlike `Array.isArray`, it narrows a read-only one. */
export function isArray(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}
