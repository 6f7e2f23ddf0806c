import type { Variable } from '../model/text.ts';

/** Tells the values of variables apart: the same key means the same final text. */
export function variableKey(variable: Variable): string {
  return [variable.name, ...variable.encodings].join('|');
}
