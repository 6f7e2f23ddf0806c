import type { Json } from '../../model/json.ts';

/** The text of a string or a number; undefined for anything else, and for nothing. */
export function scalarText(value: Json | undefined): string | undefined {
  if (value?.kind === 'string') return value.value;
  return value?.kind === 'number' ? value.text : undefined;
}
