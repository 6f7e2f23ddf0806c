import type { Json } from '../model/json.ts';

/** Compact JSON text of a recorded value, number texts and repeated keys kept. */
export function recordedText(json: Json): string {
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
      return `[${json.items.map(recordedText).join(',')}]`;
    case 'object':
      return `{${json.members.map(({ key, value }) => `${JSON.stringify(key)}:${recordedText(value)}`).join(',')}}`;
    default:
      return json satisfies never;
  }
}
