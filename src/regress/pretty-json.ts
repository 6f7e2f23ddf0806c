import type { Json } from '../model/json.ts';

const lineWidth = 100;

/** JSON for people to read: two spaces a level, short values on one line, numbers as they were written, repeated members kept. */
export function prettyJson(json: Json, indent = ''): string {
  const short = compact(json);
  if (isFlat(json) && short.length + indent.length <= lineWidth) return short;
  const inner = `${indent}  `;
  if (json.kind === 'array' && json.items.length > 0)
    return wrap(
      '[',
      json.items.map((item) => `${inner}${prettyJson(item, inner)}`),
      `${indent}]`,
    );
  if (json.kind !== 'object' || json.members.length === 0) return short;
  const members = json.members.map(({ key, value }) => `${inner}${JSON.stringify(key)}: ${prettyJson(value, inner)}`);
  return wrap('{', members, `${indent}}`);
}

/** A scalar, or a list of scalars. */
function isFlat(json: Json): boolean {
  return json.kind === 'array' ? json.items.every(({ kind }) => kind !== 'array' && kind !== 'object') : json.kind !== 'object';
}

function wrap(open: string, lines: readonly string[], close: string): string {
  return `${open}\n${lines.join(',\n')}\n${close}`;
}

function compact(json: Json): string {
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
      return `[${json.items.map(compact).join(', ')}]`;
    case 'object':
      return `{${json.members.map(({ key, value }) => `${JSON.stringify(key)}: ${compact(value)}`).join(', ')}}`;
    default:
      return json satisfies never;
  }
}
