import type { Value } from '../../model/value.ts';

// 64 characters or elements are a unit.
const PER_UNIT_BITS = 6;

/**
 * What it costs to look through arguments once, in units of work: most functions do, however little they make of it. Far less than one
 * unit a character, for that is what making text costs.
 */
export function sizeOfArguments(values: readonly (Value | undefined)[]): number {
  let size = 0;
  for (let index = 0; index < values.length; index++) size += sizeOf(values[index]);
  return size >>> PER_UNIT_BITS;
}

function sizeOf(value: Value | undefined): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value) || value instanceof Uint8Array) return value.length;
  return value instanceof Map ? value.size : 0;
}
