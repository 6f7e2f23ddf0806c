import type { Value } from '../../model/value.ts';
import { floatText } from './float-text.ts';
import { jsonText } from './json-text.ts';

/**
 * A value as a pill writes it into text: text as it is, NULL as nothing, `true`/`false`, numbers as Ruby prints them,
 * arrays and objects as compact JSON. Bytes that are not UTF-8 are read with replacement characters.
 */
export function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'number') return floatText(value);
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return jsonText(value);
}
