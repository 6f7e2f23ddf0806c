import { breakCode, Symbols } from './symbols.ts';

/** A secret of fewer bytes is not searched for. */
const shortestStretch = 6;

/** Bytes that ASCII text is made of, the NUL of UTF-16 among them. */
const isAsciiText = Uint8Array.from({ length: 256 }, (_, code) =>
  (code >= 0x20 && code < 0x7f) || code === 0 || code === 9 || code === 10 || code === 13 ? 1 : 0,
);

/** Takes decoded bytes and keeps the stretches of them that could be text; most of what is decoded is none, and costs nothing more then. */
export class DecodedSymbols {
  readonly symbols = new Symbols();
  readonly #ascii: boolean;
  #stretch = 0;

  /** `ascii`: every other byte ends a stretch. */
  constructor({ ascii }: { readonly ascii: boolean }) {
    this.#ascii = ascii;
  }

  add(code: number, start: number, end: number): void {
    if (this.#ascii && isAsciiText[code] === 0) this.end();
    else this.symbols.add(code, start, end);
  }

  /** Ends a stretch: what follows is no neighbour of what came before. */
  end(): void {
    const { symbols } = this;
    const { length } = symbols;
    if (length === this.#stretch) return;
    if (length - this.#stretch < shortestStretch) symbols.length = this.#stretch;
    else {
      const end = symbols.ends[length - 1] ?? 0;
      symbols.add(breakCode, end, end);
    }
    this.#stretch = symbols.length;
  }
}
