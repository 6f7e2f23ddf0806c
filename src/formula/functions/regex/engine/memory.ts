const MOST_BITS = 2 ** 28;

/** Remembers from which splits and places a search has already gone on, so that none is tried twice. */
export class RegexMemory {
  readonly #bits: Uint32Array;
  readonly #places: number;
  /** Everything remembered since the last success, in order. */
  readonly #trail: number[] = [];

  /** Remembers nothing where there are no splits, or more of them and places than the memory may hold. */
  constructor(splits: number, places: number) {
    this.#places = places;
    this.#bits = new Uint32Array(splits * places > MOST_BITS ? 0 : Math.ceil((splits * places) / 32));
  }

  /** False where the search has been there before. */
  remember(split: number, place: number): boolean {
    const key = split * this.#places + place;
    const word = this.#bits[key >>> 5];
    if (word === undefined) return true;
    const bit = 1 << (key & 31);
    if ((word & bit) !== 0) return false;
    this.#bits[key >>> 5] = word | bit;
    this.#trail.push(key);
    return true;
  }

  /** The present moment, for `forget`. */
  get mark(): number {
    return this.#trail.length;
  }

  /** Forgets what was remembered since the mark. */
  forget(mark: number): void {
    for (let index = mark; index < this.#trail.length; index++) {
      const key = this.#trail[index] ?? 0;
      this.#bits[key >>> 5] = (this.#bits[key >>> 5] ?? 0) & ~(1 << (key & 31));
    }
    this.#trail.length = mark;
  }
}
