import type { Value, ValueMap } from '../../../model/value.ts';
import { isArray } from '../../values/is-array.ts';
import { isObject } from '../../values/is-object.ts';
import { jsonText } from '../../values/json-text.ts';

/**
 * JSON over several lines as Ruby's `JSON.pretty_generate` lays it out: two spaces a level, `"key": value`, `{}` and `[]` where empty.
 * The depth is bounded by `jsonText`, which sees the whole value first.
 */
export function prettyJson(value: Value): string {
  jsonText(value);
  return print(value, '');
}

function print(value: Value, indent: string): string {
  if (isArray(value))
    return block(
      '[',
      ']',
      value.map((item) => print(item, `${indent}  `)),
      indent,
    );
  if (isObject(value)) return block('{', '}', members(value, `${indent}  `), indent);
  return jsonText(value);
}

function members(map: ValueMap, indent: string): string[] {
  return [...map].map(([key, value]) => `${JSON.stringify(key)}: ${print(value, indent)}`);
}

function block(open: string, close: string, lines: readonly string[], indent: string): string {
  if (lines.length === 0) return open + close;
  return `${open}\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}${close}`;
}
