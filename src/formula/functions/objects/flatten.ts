import type { Value, ValueMap } from '../../../model/value.ts';
import { assertDepth } from '../../syntax/assert-depth.ts';
import { isArray } from '../../values/is-array.ts';
import { isObject } from '../../values/is-object.ts';

/** One object whose keys are the ways to each innermost value, joined by the separator; empty arrays and objects stay values. */
export function flattenObject(value: Value, separator: string, spend: (units: number) => void): ValueMap {
  const flat = new Map<string, Value>();
  const visit = (prefix: string, node: Value, depth: number): void => {
    assertDepth(depth);
    spend(1 + prefix.length + separator.length);
    const members = membersOf(node);
    if (members === undefined || (members.length === 0 && depth > 0)) flat.set(prefix, node);
    else for (const [key, member] of members) visit(depth === 0 ? key : `${prefix}${separator}${key}`, member, depth + 1);
  };
  visit('', value, 0);
  return flat;
}

function membersOf(value: Value): readonly (readonly [string, Value])[] | undefined {
  if (isObject(value)) return [...value];
  return isArray(value) ? value.map((item, index) => [String(index), item]) : undefined;
}
