import type { Value } from '../../../model/value.ts';
import { equalValues } from '../../values/compare-values.ts';
import { isArray } from '../../values/is-array.ts';
import { isObject } from '../../values/is-object.ts';

interface Condition {
  /** Gives what stands at the path; undefined where the path leads nowhere. */
  readonly read: (item: Value) => Value | undefined;
  /** NULL asks for a present value instead. */
  readonly value: Value;
  /** Whether one element without the path makes the whole result NULL. */
  readonly nullOnMissing: boolean;
}

/** The elements whose value at a path equals the one asked for, or is present where none is asked for. */
export function where(items: readonly Value[], condition: Condition): readonly Value[] | null {
  const found: Value[] = [];
  for (const item of items) {
    const value = condition.read(item);
    if (value === undefined && condition.nullOnMissing) return null;
    if (value === undefined) continue;
    if (condition.value === null ? isPresent(value) : equalValues(value, condition.value)) found.push(item);
  }
  return found;
}

// As the page of IS_PRESENT lists them.
function isPresent(value: Value): boolean {
  if (value === null || value === false || value === '') return false;
  if (isArray(value) || value instanceof Uint8Array) return value.length > 0;
  return !isObject(value) || value.size > 0;
}
