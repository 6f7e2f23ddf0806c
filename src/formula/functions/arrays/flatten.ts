import type { Value } from '../../../model/value.ts';
import { assertDepth } from '../../syntax/assert-depth.ts';
import { isArray } from '../../values/is-array.ts';

/** The elements of an array and of every array in it, in their order, as one array. */
export function flatten(array: readonly Value[]): Value[] {
  const flat: Value[] = [];
  collect(array, flat, 0);
  return flat;
}

function collect(array: readonly Value[], into: Value[], depth: number): void {
  assertDepth(depth);
  for (const item of array) {
    if (isArray(item)) collect(item, into, depth + 1);
    else into.push(item);
  }
}
