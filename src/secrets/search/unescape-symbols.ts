import { byteClass, byteClasses, controlEscapes, gapsOfClasses } from './byte-classes.ts';
import { entityPoint } from './entity-point.ts';
import { utf8Bytes } from './read-symbols.ts';
import { breakCode, isWrapped, Symbols } from './symbols.ts';

/** How often what an escape stands for is read again: it may be part of another one. */
const deepest = 8;
const longestEntity = 12;

/**
 * Undoes every escape that writers of requests and reports use, however they are nested: percent-encoding, escapes of JSON and JavaScript
 * (`\u0041`, `\x41`, `\/`), octal escapes of shells, character references of HTML and XML. Blanks, line breaks, NUL, quotes and backslashes
 * are left out and noted as gaps, so that a wrapped, quoted or UTF-16 text reads like the plain one. Takes time linear in the length.
 */
export function unescapeSymbols(symbols: Symbols): Symbols {
  let result = symbols;
  for (let pass = 0; pass < deepest; pass += 1) {
    const unescaper = new Unescaper(result.length);
    const { codes, starts, ends, gaps, length } = result;
    for (let at = 0; at < length; at += 1) unescaper.push(codes[at] ?? 0, starts[at] ?? 0, ends[at] ?? 0, gaps[at] ?? 0);
    result = unescaper.output;
    if (!unescaper.hasReplaced) break;
  }
  return result;
}

/** An escape whose digits are being read: where it stands in the output, and how many symbols of it are no digits. */
interface Escape {
  readonly at: number;
  readonly digits: number;
  readonly radix: 8 | 16;
  readonly skipped: number;
}

class Unescaper {
  readonly output: Symbols;
  hasReplaced = false;
  #gap = 0;
  /** Where a run of backslashes began; -1 outside of one. */
  #run = -1;
  #escape: Escape | null = null;

  constructor(capacity: number) {
    this.output = new Symbols(capacity);
  }

  push(code: number, start: number, end: number, gap: number): void {
    const kind = byteClasses[code] ?? byteClass.plain;
    this.#gap |= gap;
    if (kind > byteClass.hex || this.#run !== -1 || this.#escape !== null) {
      this.#pushSpecial(code, start, end);
      return;
    }
    this.output.add(code, start, end, this.#gap);
    this.#gap = 0;
    if (kind === byteClass.hex) this.#closePercent();
  }

  #pushSpecial(code: number, start: number, end: number): void {
    const kind = byteClasses[code] ?? byteClass.plain;
    if (kind === byteClass.backslash) {
      if (this.#run === -1) this.#run = start;
      return;
    }
    if (kind === byteClass.nothing) return;
    const run = this.#run;
    this.#run = -1;
    const gap = kind >= byteClass.blank ? gapsOfClasses.get(kind) : run === -1 ? undefined : controlEscapes.get(code);
    if (gap !== undefined) {
      this.#gap |= gap;
      return;
    }
    this.output.add(code, run === -1 ? start : run, end, this.#gap);
    this.#gap = 0;
    if (run !== -1) this.#escape = escapeOpenedBy(code, this.output.length - 1);
    if (this.#escape !== null) this.#continueEscape(this.#escape, code);
    else if (kind === byteClass.hex) this.#closePercent();
    else if (kind === byteClass.semicolon) this.#closeEntity();
  }

  #continueEscape({ at, digits, radix, skipped }: Escape, code: number): void {
    const read = this.output.length - at - skipped;
    if (read === 0) return;
    if (radix === 16 ? byteClasses[code] !== byteClass.hex : code < 0x30 || code > 0x37) {
      this.#escape = null;
      if (byteClasses[code] === byteClass.semicolon) this.#closeEntity();
      return;
    }
    if (read < digits) return;
    this.#escape = null;
    const value = Number.parseInt(this.#textFrom(at + skipped), radix);
    if (digits === 4) this.#replaceUnit(at, value);
    else this.#replace(at, [value]);
  }

  /** UTF-16 units come one by one: the first half of a pair waits as three bytes that UTF-8 never has. */
  #replaceUnit(at: number, unit: number): void {
    const { codes } = this.output;
    const [first = 0, second = 0, third = 0] = at < 3 ? [] : codes.subarray(at - 3, at);
    const waits = first === 0xed && second >= 0xa0 && second < 0xb0;
    if (unit >= 0xd800 && unit < 0xdc00) this.#replace(at, [0xed, 0xa0 | ((unit >> 6) & 0x0f), 0x80 | (unit & 0x3f)]);
    else if (waits && unit >= 0xdc00 && unit < 0xe000)
      this.#replace(at - 3, utf8Bytes(0x10000 + ((((second & 0x0f) << 6) | (third & 0x3f)) << 10) + (unit - 0xdc00)));
    else this.#replace(at, utf8Bytes(unit));
  }

  #closePercent(): void {
    const { codes, gaps, length } = this.output;
    if (length < 3 || codes[length - 3] !== 0x25 || byteClasses[codes[length - 2] ?? 0] !== byteClass.hex) return;
    if (!isWrapped(gaps[length - 2] ?? 0) || !isWrapped(gaps[length - 1] ?? 0)) return;
    this.#replace(length - 3, [Number.parseInt(this.#textFrom(length - 2), 16)]);
  }

  #closeEntity(): void {
    const { codes, length } = this.output;
    for (let at = length - 2; at >= 0 && at >= length - longestEntity && codes[at] !== breakCode; at -= 1) {
      if (codes[at] !== 0x26) continue;
      const point = entityPoint(this.#textFrom(at + 1).slice(0, -1));
      if (point !== undefined) this.#replace(at, utf8Bytes(point));
      return;
    }
  }

  #textFrom(at: number): string {
    return String.fromCharCode(...this.output.codes.subarray(at, this.output.length));
  }

  /** Takes back the symbols from `at` on and puts what they stand for. */
  #replace(at: number, bytes: ArrayLike<number>): void {
    const { starts, ends, gaps, length } = this.output;
    const start = starts[at] ?? 0;
    const end = ends[length - 1] ?? 0;
    const gap = gaps[at] ?? 0;
    this.output.length = at;
    for (let index = 0; index < bytes.length; index += 1) this.output.add(bytes[index] ?? 0, start, end, index === 0 ? gap : 0);
    this.hasReplaced = true;
  }
}

function escapeOpenedBy(code: number, at: number): Escape | null {
  if (code === 0x75) return { at, digits: 4, radix: 16, skipped: 1 };
  if (code === 0x78) return { at, digits: 2, radix: 16, skipped: 1 };
  return code >= 0x30 && code <= 0x33 ? { at, digits: 3, radix: 8, skipped: 0 } : null;
}
