import type { Value } from '../../model/value.ts';

/** Whether a value counts as true: everything but FALSE and NULL does (`0`, `""` and `[]` too). */
export function truthy(value: Value): boolean {
  return value !== false && value !== null;
}
