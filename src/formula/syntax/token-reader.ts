import { FormulaError } from './formula-error.ts';
import type { Token } from './token.ts';

/** Walks over the tokens of one formula; its errors carry places. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  readonly #end: Token;
  #index = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    this.#end = tokens.at(-1) ?? { kind: 'end', text: '', offset: 0, length: 0 };
  }

  /** The token `ahead` places after the next one, without taking it. */
  peek(ahead = 0): Token {
    return this.#tokens[this.#index + ahead] ?? this.#end;
  }

  take(): Token {
    const token = this.peek();
    this.#index++;
    return token;
  }

  is(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === symbol;
  }

  /** Takes the symbol if it is next, and says whether it was. */
  accepts(symbol: string): boolean {
    if (!this.is(symbol)) return false;
    this.#index++;
    return true;
  }

  /** Takes the symbol, or fails with what it closes. */
  expect(symbol: string, purpose: string): Token {
    if (!this.is(symbol)) throw this.unexpected(`Here should be ‹${symbol}› ${purpose}`);
    return this.take();
  }

  /** Where the last token taken ends. */
  get endOfLast(): number {
    const last = this.#tokens[this.#index - 1];
    return last === undefined ? 0 : last.offset + last.length;
  }

  /** An error at the next token. */
  unexpected(message: string, hint?: string): FormulaError {
    const token = this.peek();
    const found = token.kind === 'end' ? 'the formula ends' : 'there is something else';
    return new FormulaError('syntax', `${message}, but ${found}.`, {
      offset: token.kind === 'end' ? this.endOfLast : token.offset,
      length: Math.max(token.length, 1),
      ...(hint === undefined ? {} : { hint }),
    });
  }
}
