import type { Text } from '../model/text.ts';

/** The text as a string, or undefined where a variable stands in it. */
export function literalOf(text: Text): string | undefined {
  let literal = '';
  for (const piece of text) {
    if (typeof piece !== 'string') return undefined;
    literal += piece;
  }
  return literal;
}
