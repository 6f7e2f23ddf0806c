import { assertDepth } from '../../formula/syntax/assert-depth.ts';
import { isArray } from '../../formula/values/is-array.ts';
import { isObject } from '../../formula/values/is-object.ts';
import type { Value } from '../../model/value.ts';
import { ObservedMap } from '../world/observed-map.ts';

/** The value with every member read that is made only when it is read: so that the reading is noticed now, and not when it is printed. */
export function settleValue(value: Value, depth = 0): Value {
  assertDepth(depth);
  if (isArray(value))
    return changed(
      value,
      value.map((item) => settleValue(item, depth + 1)),
    );
  if (!isObject(value)) return value;
  const settled = new Map([...value].map(([key, member]) => [key, settleValue(member, depth + 1)]));
  const isSame = !(value instanceof ObservedMap) && [...value].every(([key, member]) => settled.get(key) === member);
  return isSame ? value : settled;
}

function changed(before: readonly Value[], after: readonly Value[]): readonly Value[] {
  return after.every((item, index) => item === before[index]) ? before : after;
}
