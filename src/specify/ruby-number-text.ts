import type { ResolvedText } from '../model/text.ts';
import { rubyNumber } from '../ruby/number.ts';
import { literalOf } from './literal-of.ts';

/** The text of a JSON number as Ruby prints it; what a variable or bytes stand in is left as it is. */
export function rubyNumberText(text: ResolvedText): ResolvedText {
  if (text instanceof Uint8Array) return text;
  const literal = literalOf(text);
  return literal === undefined ? text : [rubyNumber(literal)];
}
