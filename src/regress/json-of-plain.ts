import type { Json } from '../model/json.ts';

/** A plain value (what `JSON.parse` gives; members that are undefined are left out) as JSON of the model. */
export function jsonOfPlain(value: unknown): Json {
  if (value === null || value === undefined) return { kind: 'null' };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'number') return { kind: 'number', text: String(value) };
  if (typeof value === 'string') return { kind: 'string', value };
  if (Array.isArray(value)) return { kind: 'array', items: value.map(jsonOfPlain) };
  const members = Object.entries(value as object).filter(([, member]) => member !== undefined);
  return { kind: 'object', members: members.map(([key, member]) => ({ key, value: jsonOfPlain(member) })) };
}
