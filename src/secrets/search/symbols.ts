/** Stands where two symbols are not neighbours: around a label, and between two decoded stretches. UTF-8 has no such byte. */
export const breakCode = 0xff;

/** What was left out before a symbol: blanks, a line break, or quotes. */
export const gapKinds = { blank: 1, lineBreak: 2, quote: 4 } as const;

/** True where two symbols belong together although a line was broken between them, as encoders wrap lines. */
export function isWrapped(gap: number): boolean {
  return gap === 0 || ((gap & gapKinds.lineBreak) !== 0 && (gap & gapKinds.quote) === 0);
}

const firstCapacity = 64;

interface Columns {
  readonly codes: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly gaps: Uint8Array;
}

/** Bytes, each with its place in the text that they were read or decoded from. */
export class Symbols {
  codes: Uint8Array;
  /** UTF-16 offset of the first unit that a symbol stands for, and of the one after its last. */
  starts: Uint32Array;
  ends: Uint32Array;
  /** What was left out before it, as a sum of `gapKinds`. */
  gaps: Uint8Array;
  length = 0;

  constructor(capacity = firstCapacity) {
    this.codes = new Uint8Array(capacity);
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
    this.gaps = new Uint8Array(capacity);
  }

  /** Symbols that are already there, column by column; the columns are not copied. */
  static of({ codes, starts, ends, gaps }: Columns): Symbols {
    const symbols = new Symbols(0);
    symbols.codes = codes;
    symbols.starts = starts;
    symbols.ends = ends;
    symbols.gaps = gaps;
    symbols.length = codes.length;
    return symbols;
  }

  /** Appends a symbol. */
  add(code: number, start: number, end: number, gap = 0): void {
    const at = this.length;
    if (at === this.codes.length) this.#grow();
    this.codes[at] = code;
    this.starts[at] = start;
    this.ends[at] = end;
    this.gaps[at] = gap;
    this.length = at + 1;
  }

  #grow(): void {
    const capacity = Math.max(this.codes.length * 2, firstCapacity);
    const { codes, starts, ends, gaps } = this;
    this.codes = new Uint8Array(capacity);
    this.codes.set(codes);
    this.starts = new Uint32Array(capacity);
    this.starts.set(starts);
    this.ends = new Uint32Array(capacity);
    this.ends.set(ends);
    this.gaps = new Uint8Array(capacity);
    this.gaps.set(gaps);
  }
}
