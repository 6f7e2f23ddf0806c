import type { Json } from '../../model/json.ts';

/** JSON text of a value, indented by two blanks; numbers as they were written, order and repeated keys kept. */
export function printJson(json: Json, indent = ''): string {
  const inner = `${indent}  `;
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
      return json.items.length === 0
        ? '[]'
        : `[\n${json.items.map((item) => `${inner}${printJson(item, inner)}`).join(',\n')}\n${indent}]`;
    case 'object': {
      const members = json.members.map(({ key, value }) => `${inner}${JSON.stringify(key)}: ${printJson(value, inner)}`);
      return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
    }
    default:
      return json satisfies never;
  }
}
