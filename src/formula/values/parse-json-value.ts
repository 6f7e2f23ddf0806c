import type { Value } from '../../model/value.ts';
import { assertDepth } from '../syntax/assert-depth.ts';
import { FormulaError } from '../syntax/formula-error.ts';
import { numberValue } from './number-value.ts';

/**
 * Reads JSON text (RFC 8259) as a value of the formula language: integers of any size exact, members in their order,
 * the last of repeated members counts. Anything else is a FormulaError that quotes nothing of the text.
 */
export function parseJsonValue(text: string): Value {
  const reader = new JsonReader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const plainString = /"[^"\\\u0000-\u001f]*"/y;
const space = /[ \t\r\n]*/y;

class JsonReader {
  readonly #text: string;
  #place = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): Value {
    assertDepth(depth);
    this.#skipSpace();
    switch (this.#text[this.#place]) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#array(depth);
      case '"':
        return this.#string();
      case 't':
        return this.#word('true', true);
      case 'f':
        return this.#word('false', false);
      case 'n':
        return this.#word('null', null);
      default:
        return numberValue(this.#match(numberPattern) ?? this.#fail());
    }
  }

  end(): void {
    this.#skipSpace();
    if (this.#place < this.#text.length) this.#fail();
  }

  #array(depth: number): Value {
    const items: Value[] = [];
    this.#place++;
    if (this.#accepts(']')) return items;
    do items.push(this.value(depth + 1));
    while (this.#accepts(','));
    if (!this.#accepts(']')) this.#fail();
    return items;
  }

  #object(depth: number): Value {
    const members = new Map<string, Value>();
    this.#place++;
    if (this.#accepts('}')) return members;
    do {
      this.#skipSpace();
      if (this.#text[this.#place] !== '"') this.#fail();
      const key = this.#string();
      if (!this.#accepts(':')) this.#fail();
      members.set(key, this.value(depth + 1));
    } while (this.#accepts(','));
    if (!this.#accepts('}')) this.#fail();
    return members;
  }

  #string(): string {
    const plain = this.#match(plainString);
    if (plain !== undefined) return plain.slice(1, -1);
    const start = this.#place;
    this.#place = this.#closingQuote() + 1;
    try {
      return String(JSON.parse(this.#text.slice(start, this.#place)));
    } catch {
      return this.#fail();
    }
  }

  // Scanned by hand: a regular expression would keep a way back for every escape of a long string.
  #closingQuote(): number {
    let index = this.#place + 1;
    while (index < this.#text.length && this.#text[index] !== '"') index += this.#text[index] === '\\' ? 2 : 1;
    return index < this.#text.length ? index : this.#fail();
  }

  #word<T extends Value>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#place)) this.#fail();
    this.#place += word.length;
    return value;
  }

  #accepts(character: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#place] !== character) return false;
    this.#place++;
    return true;
  }

  #skipSpace(): void {
    if (this.#text.charCodeAt(this.#place) > 0x20) return;
    this.#match(space);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#place;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#place += found.length;
    return found;
  }

  #fail(): never {
    throw new FormulaError('evaluation', `This is not JSON: unexpected ${this.#what()} at character ${this.#place + 1}.`);
  }

  #what(): string {
    return this.#place >= this.#text.length ? 'end of the text' : 'character';
  }
}
