import type { Json } from '../model/json.ts';
import type { Source } from '../model/source.ts';

/** The place of a value as a part of a message's details; empty where the value was not read from a file. */
export function located(value: Json | undefined): { readonly source?: Source } {
  return value?.source === undefined ? {} : { source: value.source };
}
