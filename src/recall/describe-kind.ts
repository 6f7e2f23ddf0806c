import type { Json } from '../model/json.ts';

/** The kind of a value with its article: `a number`, `an array`, `null`. */
export function describeKind(value: Json): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'array':
    case 'object':
      return `an ${value.kind}`;
    case 'string':
      return 'a text';
    default:
      return `a ${value.kind}`;
  }
}
