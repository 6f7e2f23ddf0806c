import { isUnicodeWord } from './character.ts';
import type { Assertion } from './node.ts';

const LINE_FEED = 10;

/** Whether an assertion holds at a place of the text, by Ruby's rules: `^` and `$` know every line, with or without `m`. */
export function holdsAt(
  assertion: Assertion,
  text: string,
  { at, searchStart }: { readonly at: number; readonly searchStart: number },
): boolean {
  switch (assertion) {
    case 'line-start':
      // Not after the line feed that ends the text.
      return at === 0 || (text.charCodeAt(at - 1) === LINE_FEED && at < text.length);
    case 'line-end':
      return at === text.length || text.charCodeAt(at) === LINE_FEED;
    case 'text-start':
      return at === 0;
    case 'text-end':
      return at === text.length;
    case 'text-end-or-newline':
      return at === text.length || (at === text.length - 1 && text.charCodeAt(at) === LINE_FEED);
    case 'word-boundary':
      return isBoundary(text, at);
    case 'not-word-boundary':
      return !isBoundary(text, at);
    case 'search-start':
      return at === searchStart;
  }
}

function isBoundary(text: string, at: number): boolean {
  const before = codePointBefore(text, at);
  const after = text.codePointAt(at);
  return (before !== undefined && isUnicodeWord(before)) !== (after !== undefined && isUnicodeWord(after));
}

function codePointBefore(text: string, at: number): number | undefined {
  if (at === 0) return undefined;
  const wide = at >= 2 ? text.codePointAt(at - 2) : undefined;
  return wide !== undefined && wide > 0xffff ? wide : text.charCodeAt(at - 1);
}
