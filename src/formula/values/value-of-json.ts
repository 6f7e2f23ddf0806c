import type { Json } from '../../model/json.ts';
import type { Value } from '../../model/value.ts';
import { assertDepth } from '../syntax/assert-depth.ts';
import { numberValue } from './number-value.ts';

/** A JSON value read from a file as a value of the formula language: integers exact, the last of repeated members counts. */
export function valueOfJson(json: Json): Value {
  return convert(json, 0);
}

function convert(json: Json, depth: number): Value {
  assertDepth(depth);
  switch (json.kind) {
    case 'null':
      return null;
    case 'boolean':
      return json.value;
    case 'number':
      return numberValue(json.text);
    case 'string':
      return json.value;
    case 'array':
      return json.items.map((item) => convert(item, depth + 1));
    case 'object':
      return new Map(json.members.map((member) => [member.key, convert(member.value, depth + 1)]));
  }
}
