import type { Json } from '../model/json.ts';

/** Compact JSON text of a value, numbers as they were written, repeated keys kept. */
export function jsonTextOf(json: Json): string {
  switch (json.kind) {
    case 'null':
      return 'null';
    case 'boolean':
      return String(json.value);
    case 'number':
      return json.text;
    case 'string':
      return JSON.stringify(json.value);
    case 'array':
      return `[${json.items.map(jsonTextOf).join(',')}]`;
    case 'object':
      return `{${json.members.map(({ key, value }) => `${JSON.stringify(key)}:${jsonTextOf(value)}`).join(',')}}`;
    default:
      return json satisfies never;
  }
}
