import type { Json } from '../model/json.ts';

/** JSON text, indented by two, with the order, the repeated keys and the digits of the value; each text and key as `redact` makes it. */
export function printJson(json: Json, redact: (text: string) => string, indent = ''): string {
  const inner = `${indent}  `;
  switch (json.kind) {
    case 'null':
      return 'null';
    case 'boolean':
      return String(json.value);
    case 'number':
      return redact(json.text) === json.text ? json.text : JSON.stringify(redact(json.text));
    case 'string':
      return JSON.stringify(redact(json.value));
    case 'array':
      return json.items.length === 0
        ? '[]'
        : `[\n${json.items.map((item) => `${inner}${printJson(item, redact, inner)}`).join(',\n')}\n${indent}]`;
    case 'object':
      if (json.members.length === 0) return '{}';
      return `{\n${json.members.map(({ key, value }) => `${inner}${JSON.stringify(redact(key))}: ${printJson(value, redact, inner)}`).join(',\n')}\n${indent}}`;
    default:
      return json satisfies never;
  }
}
