import type { Pattern } from './pattern.ts';
import { breakCode, gapKinds, type Symbols } from './symbols.ts';

const seedLength = 6;
const slotBits = 16;
const lowerCase = Uint8Array.from({ length: 256 }, (_, code) => (code >= 0x41 && code <= 0x5a ? code | 0x20 : code));

/** Symbols `from` to `to` (exclusive) are a secret, or a telling part of it. */
export interface Match {
  readonly pattern: Pattern;
  readonly from: number;
  readonly to: number;
}

interface Seed {
  readonly pattern: Pattern;
  /** Where in the pattern the six symbols stand. */
  readonly at: number;
}

/** Looks for many patterns at once; time is linear in the text, however many there are. */
export class Matcher {
  readonly #seeds = new Map<number, Seed[]>();
  /** A bit for each slot; made with the first seed. */
  #isSeed = new Uint32Array(0);

  /** Patterns of fewer than six symbols are left out. */
  constructor(patterns: readonly Pattern[]) {
    for (const pattern of patterns) {
      const { codes, head, tail } = pattern;
      if (codes.length < seedLength) continue;
      const places = new Set([
        0,
        ...(head === undefined ? [] : [head.at]),
        ...(tail === undefined ? [] : [tail.at - seedLength]),
      ]);
      for (const at of places) this.#addSeed(pattern, at);
    }
  }

  #addSeed(pattern: Pattern, at: number): void {
    const [low, high] = pack(pattern.codes, at);
    const key = high * 2 ** 32 + low;
    if (this.isEmpty) this.#isSeed = new Uint32Array(2 ** (slotBits - 5));
    const place = slot(low, high);
    this.#isSeed[place >>> 5] = (this.#isSeed[place >>> 5] ?? 0) | (1 << (place & 31));
    this.#seeds.set(key, [...(this.#seeds.get(key) ?? []), { pattern, at }]);
  }

  /** True where there is nothing to look for. */
  get isEmpty(): boolean {
    return this.#seeds.size === 0;
  }

  /** Reports every match; one that lies within the last match of the same pattern is left out. */
  scan(symbols: Symbols, report: (match: Match) => void): void {
    if (this.isEmpty) return;
    const { codes, length } = symbols;
    const isSeed = this.#isSeed;
    const covered = new Map<Pattern, number>();
    let low = 0;
    let high = 0;
    let run = 0;
    for (let at = 0; at < length; at += 1) {
      const code = lowerCase[codes[at] ?? breakCode] ?? breakCode;
      if (code === breakCode) {
        run = 0;
        continue;
      }
      high = ((high << 8) | (low >>> 24)) & 0xffff;
      low = ((low << 8) | code) >>> 0;
      run += 1;
      if (run < seedLength) continue;
      const place = slot(low, high);
      if (((isSeed[place >>> 5] ?? 0) & (1 << (place & 31))) === 0) continue;
      for (const seed of this.#seeds.get(high * 2 ** 32 + low) ?? []) {
        const start = at - seedLength + 1;
        if (start < (covered.get(seed.pattern) ?? 0)) continue;
        const match = matchAround(symbols, seed, start);
        if (match === null) continue;
        covered.set(seed.pattern, match.to);
        report(match);
      }
    }
  }
}

function slot(low: number, high: number): number {
  return (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - slotBits);
}

function pack(codes: Uint8Array, at: number): readonly [low: number, high: number] {
  const [first = 0, second = 0, ...rest] = codes.subarray(at, at + seedLength);
  return [rest.reduce((packed, code) => ((packed << 8) | code) >>> 0, 0), (first << 8) | second];
}

function matchAround(symbols: Symbols, { pattern, at }: Seed, start: number): Match | null {
  const { codes, isWord, head, tail } = pattern;
  const last = at + seedLength - 1;
  for (let index = at + 1; index <= last; index += 1) if (!isJoined(symbols, start + index - at, pattern, index)) return null;
  const offset = start - at;
  let left = at;
  while (left > 0 && isSame(symbols, offset + left - 1, codes[left - 1]) && isJoined(symbols, offset + left, pattern, left))
    left -= 1;
  let right = last + 1;
  while (
    right < codes.length &&
    isSame(symbols, offset + right, codes[right]) &&
    isJoined(symbols, offset + right, pattern, right)
  )
    right += 1;
  if (left === 0 && right === codes.length) {
    return isWord && !(isEdge(symbols, offset) && isEdge(symbols, offset + right))
      ? null
      : { pattern, from: offset, to: offset + right };
  }
  if (head !== undefined && left <= head.at && right - head.at >= head.least)
    return { pattern, from: offset + head.at, to: offset + right };
  if (tail !== undefined && right >= tail.at && tail.at - left >= tail.least)
    return { pattern, from: offset + left, to: offset + tail.at };
  return null;
}

function isSame({ codes, length }: Symbols, at: number, code: number | undefined): boolean {
  return at >= 0 && at < length && lowerCase[codes[at] ?? breakCode] === code;
}

/** A line break may stand in any secret (it was wrapped); blanks only where the secret has some. */
function isJoined({ gaps }: Symbols, at: number, pattern: Pattern, index: number): boolean {
  const gap = gaps[at] ?? 0;
  return (gap & gapKinds.blank) === 0 || (gap & gapKinds.lineBreak) !== 0 || pattern.gaps[index] !== 0;
}

/** True where no letter or digit touches the next one: between symbols `at - 1` and `at`. */
function isEdge(symbols: Symbols, at: number): boolean {
  return (
    at === 0 ||
    at >= symbols.length ||
    (symbols.gaps[at] ?? 0) !== 0 ||
    !isWordCode(symbols.codes[at - 1]) ||
    !isWordCode(symbols.codes[at])
  );
}

function isWordCode(code: number | undefined): boolean {
  return code !== undefined && code < 0x80 && /[0-9A-Za-z]/.test(String.fromCharCode(code));
}
