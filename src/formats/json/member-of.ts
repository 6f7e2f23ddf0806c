import type { Json } from '../../model/json.ts';

/**
 * The member whose key is one of the names, given in snake_case and found in camelCase too; of several the last written, as
 * `JSON.parse` does. Undefined where the value is no object or has none.
 */
export function memberOf(value: Json | undefined, ...names: readonly string[]): Json | undefined {
  if (value?.kind !== 'object') return undefined;
  return value.members.findLast(({ key }) => names.some((name) => key === name || key === camelCase(name)))?.value;
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}
