import type { Json } from '../model/json.ts';

/** JSON of the model as a plain value; numbers as JavaScript has them, the last of repeated members counts. */
export function plainOfJson(json: Json): unknown {
  switch (json.kind) {
    case 'null':
      return null;
    case 'boolean':
    case 'string':
      return json.value;
    case 'number':
      return Number(json.text);
    case 'array':
      return json.items.map(plainOfJson);
    case 'object':
      return Object.fromEntries(json.members.map(({ key, value }) => [key, plainOfJson(value)]));
    default:
      return json satisfies never;
  }
}
