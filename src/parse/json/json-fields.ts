import type { Json, JsonObject } from '../../model/json.ts';

/** The member with exactly this key; of repeated keys the last, as `JSON.parse` does. */
export function memberOf(object: JsonObject, key: string): Json | undefined {
  return object.members.findLast((member) => member.key === key)?.value;
}

/** The member whose key is one of the names, given in snake_case and found in camelCase too; of several the last written. */
export function fieldOf(object: JsonObject, ...names: readonly string[]): Json | undefined {
  return object.members.findLast((member) => names.some((name) => isSpelling(member.key, name)))?.value;
}

/** The text of a string; undefined for any other value. */
export function textOf(value: Json | undefined): string | undefined {
  return value?.kind === 'string' ? value.value : undefined;
}

/** A whole number written as a number or as digits in a string; undefined where it is none, or too large to be exact. */
export function wholeNumberOf(value: Json | undefined): number | undefined {
  const digits = value?.kind === 'number' ? value.text : textOf(value);
  const number = digits !== undefined && /^-?\d{1,16}$/.test(digits) ? Number(digits) : Number.NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}

/** Whether the value is `true` or the text `true`, as exports write both. */
export function isTrue(value: Json | undefined): boolean {
  return (value?.kind === 'boolean' && value.value) || textOf(value)?.toLowerCase() === 'true';
}

/** Most keys are told apart by their length: camelCase is shorter by its underscores. */
function isSpelling(key: string, name: string): boolean {
  return key === name || (key.length < name.length && key === camelCase(name));
}

const camelCases = new Map<string, string>();

function camelCase(name: string): string {
  const known = camelCases.get(name) ?? name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  camelCases.set(name, known);
  return known;
}
