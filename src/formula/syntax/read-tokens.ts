import { FormulaError } from './formula-error.ts';
import { readTextLiteral } from './read-text-literal.ts';
import type { Region, Token } from './token.ts';

const spacePattern = /\s+/y;
const numberPattern = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const namePattern = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
const keyPattern = /[\p{L}\p{M}\p{N}_]+/uy;
const symbolPattern = /\|>|\|\||&&|!=|>=|<=|[=<>+\-*/&()[\]{},:.%]/y;

/**
 * Cuts a formula into tokens; the last one is `end`, at the terminator or at the end of the text. Comments (`#` to the end of the line)
 * and space are left out. A character that no formula has is a FormulaError with its place.
 */
export function readTokens(text: string, region: Region): readonly Token[] {
  const tokens: Token[] = [];
  let offset = skipSpace(text, region, region.start);
  while (offset < text.length && !endsAt(text, region, offset)) {
    const token = readToken(text, offset, tokens.at(-1)?.text === '.' && tokens.at(-1)?.kind === 'symbol');
    tokens.push(token);
    offset = skipSpace(text, region, offset + token.length);
  }
  if (region.terminator !== undefined && offset >= text.length) throw unclosed(region);
  tokens.push({ kind: 'end', text: '', offset, length: 0 });
  return tokens;
}

function endsAt(text: string, region: Region, offset: number): boolean {
  return region.terminator !== undefined && text.startsWith(region.terminator, offset);
}

function skipSpace(text: string, region: Region, start: number): number {
  let offset = start + (match(spacePattern, text, start)?.length ?? 0);
  while (text[offset] === '#') {
    while (offset < text.length && text[offset] !== '\n' && !endsAt(text, region, offset)) offset++;
    offset += match(spacePattern, text, offset)?.length ?? 0;
  }
  return offset;
}

function readToken(text: string, offset: number, afterDot: boolean): Token {
  const character = text[offset];
  if (character === '"' || character === "'") return readTextLiteral(text, offset);
  const key = afterDot ? match(keyPattern, text, offset) : undefined;
  if (key !== undefined) return { kind: 'name', text: key, offset, length: key.length };
  const number = match(numberPattern, text, offset);
  if (number !== undefined) return { kind: 'number', text: number, offset, length: number.length };
  const name = match(namePattern, text, offset);
  if (name !== undefined) return { kind: 'name', text: name, offset, length: name.length };
  if (text.startsWith('==', offset)) {
    throw new FormulaError('syntax', '`==` is not a valid operator. You can use `=` to compare things.', { offset, length: 2 });
  }
  const symbol = match(symbolPattern, text, offset);
  if (symbol !== undefined) return { kind: 'symbol', text: symbol, offset, length: symbol.length };
  throw unexpectedCharacter(text, offset);
}

function match(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}

function unclosed(region: Region): FormulaError {
  const [opening, closing] = region.terminator === '>>' ? ['<<', '>>'] : ['<%', '%>'];
  return new FormulaError('syntax', `‹${opening}› is never closed.`, {
    offset: region.start - opening.length,
    length: opening.length,
    hint: `Close it with ${closing}.`,
  });
}

const instead: ReadonlyMap<string, string> = new Map([
  ['!', 'Use NOT(…) to negate, and != for «not equal».'],
  ['?', 'Use IF(condition, then, else), or DEFAULT(value, fallback).'],
  ['^', 'Use POWER(base, exponent).'],
  ['|', 'Use || or OR for «or», and |> for a pipe.'],
  ['“', 'Use straight quotes: "…".'],
  ['”', 'Use straight quotes: "…".'],
  ['‘', "Use straight quotes: '…'."],
  ['’', "Use straight quotes: '…'."],
  ['\\', 'A backslash has a meaning only inside of quotes.'],
]);

function unexpectedCharacter(text: string, offset: number): FormulaError {
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0xfffd);
  const hint = instead.get(character);
  return new FormulaError('syntax', `‹${character}› has no meaning in a formula.`, {
    offset,
    length: character.length,
    ...(hint === undefined ? {} : { hint }),
  });
}
