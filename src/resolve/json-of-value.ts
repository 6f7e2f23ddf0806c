import { assertDepth } from '../formula/syntax/assert-depth.ts';
import { isArray } from '../formula/values/is-array.ts';
import { isObject } from '../formula/values/is-object.ts';
import { jsonText } from '../formula/values/json-text.ts';
import type { Json } from '../model/json.ts';
import type { ResolvedText } from '../model/text.ts';
import type { Value } from '../model/value.ts';

/** A value without secrets as JSON of the resolved action. NaN and the infinities become null, as in Rails; bytes stay bytes. */
export function jsonOfValue(value: Value, depth = 0): Json<ResolvedText> {
  assertDepth(depth);
  if (value === null) return { kind: 'null' };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'string') return { kind: 'string', value: value === '' ? [] : [value] };
  if (value instanceof Uint8Array) return { kind: 'string', value };
  if (isArray(value)) return { kind: 'array', items: value.map((item) => jsonOfValue(item, depth + 1)) };
  if (isObject(value)) {
    const members = [...value].map(([key, member]) => ({ key: key === '' ? [] : [key], value: jsonOfValue(member, depth + 1) }));
    return { kind: 'object', members };
  }
  const text = jsonText(value);
  return text === 'null' ? { kind: 'null' } : { kind: 'number', text: [text] };
}
