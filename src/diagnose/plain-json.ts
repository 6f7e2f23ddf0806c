import type { Json } from '../model/json.ts';

/** A JSON value as JavaScript has it; numbers beyond its precision are rounded. */
export function plainJson(json: Json): unknown {
  switch (json.kind) {
    case 'null':
      return null;
    case 'boolean':
    case 'string':
      return json.value;
    case 'number':
      return Number(json.text);
    case 'array':
      return json.items.map(plainJson);
    case 'object':
      return Object.fromEntries(json.members.map(({ key, value }) => [key, plainJson(value)]));
    default:
      return json satisfies never;
  }
}
