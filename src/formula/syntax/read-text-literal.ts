import { FormulaError } from './formula-error.ts';
import type { Token } from './token.ts';

const controls: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
]);

/**
 * Reads the text literal whose opening quote stands at `start`. A backslash escapes a quote and itself, and makes `\n`, `\t` and `\r`
 * (inferred: the documentation shows only the quote); before anything else it stays, so that `"\d+"` needs no doubling.
 */
export function readTextLiteral(text: string, start: number): Token {
  const quote = text[start];
  let value = '';
  let index = start + 1;
  while (index < text.length) {
    const character = text.charAt(index);
    if (character === quote) return { kind: 'text', text: value, offset: start, length: index + 1 - start };
    if (character === '\\') {
      value += meaningOf(text.charAt(index + 1));
      index += 2;
    } else {
      value += character;
      index++;
    }
  }
  throw new FormulaError('syntax', 'This text has no closing quote.', {
    offset: start,
    length: 1,
    hint: `Close it with ${quote === '"' ? 'another "' : "another '"}, or write \\${quote} for a quote inside of text.`,
  });
}

function meaningOf(character: string): string {
  if (character === '"' || character === "'" || character === '\\') return character;
  return controls.get(character) ?? `\\${character}`;
}
