import type { Value, ValueMap } from '../../model/value.ts';
import { assertDepth } from '../syntax/assert-depth.ts';
import { FormulaError } from '../syntax/formula-error.ts';
import { floatText } from './float-text.ts';
import { isArray } from './is-array.ts';
import { isObject } from './is-object.ts';

export { parseJsonValue } from './parse-json-value.ts';

/**
 * Compact JSON as Ruby generates it: no spaces, members in their order, an Integer in full, a Float with its fraction (`1.0`).
 * NaN and the infinities become `null`, bytes are read as UTF-8. A lambda, or nesting beyond the bound, is a FormulaError.
 */
export function jsonText(value: Value): string {
  return print(value, 0);
}

function print(value: Value, depth: number): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'number':
      return Number.isFinite(value) ? floatText(value) : 'null';
    default:
      return printStructure(value, depth);
  }
}

function printStructure(value: Exclude<Value, null | string | boolean | bigint | number>, depth: number): string {
  if (value instanceof Uint8Array) return JSON.stringify(new TextDecoder().decode(value));
  assertDepth(depth);
  if (isArray(value)) return `[${value.map((item) => print(item, depth + 1)).join(',')}]`;
  if (isObject(value)) return printMembers(value, depth);
  throw new FormulaError('evaluation', 'A LAMBDA has no text: it can only be given to a function.');
}

function printMembers(value: ValueMap, depth: number): string {
  const members: string[] = [];
  for (const [key, member] of value) members.push(`${JSON.stringify(key)}:${print(member, depth + 1)}`);
  return `{${members.join(',')}}`;
}
