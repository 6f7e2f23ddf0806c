import type { Value } from '../../model/value.ts';
import { truthy } from '../values/truthy.ts';

/** A switch such as `strict: FALSE`: what it says by the language's truth, or the default where it is not given. */
export function flagArgument(value: Value | undefined, byDefault: boolean): boolean {
  return value === undefined ? byDefault : truthy(value);
}
