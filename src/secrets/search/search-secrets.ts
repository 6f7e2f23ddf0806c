import type { CompiledSecrets } from './compile-secrets.ts';
import { decodeBase64Symbols } from './decode-base64-symbols.ts';
import { decodeHexSymbols } from './decode-hex-symbols.ts';
import type { Match } from './matcher.ts';
import type { Symbols } from './symbols.ts';
import { unescapeSymbols } from './unescape-symbols.ts';

/** A place in a text that shows a secret, or part of one. */
export interface Hit {
  readonly label: string;
  /** Where the secret itself begins; in decoded text the place begins earlier. */
  readonly at: number;
  /** UTF-16 offsets, or those of bytes in a file. */
  readonly start: number;
  readonly end: number;
  /** Symbols of the secret that were found. */
  readonly weight: number;
  /** True where it stands inside of base64 or hexadecimal text. */
  readonly isDecoded: boolean;
}

/** How often base64 or hexadecimal text is decoded again. */
const deepest = 4;

/** Every place that shows a secret: as it stands, escaped, in base64 or hexadecimal text, and any of these in each other. */
export function searchSecrets(symbols: Symbols, secrets: CompiledSecrets): readonly Hit[] {
  const hits: Hit[] = [];
  search(symbols, 0, { secrets, hits });
  return hits;
}

interface Search {
  readonly secrets: CompiledSecrets;
  readonly hits: Hit[];
}

function search(symbols: Symbols, depth: number, { secrets, hits }: Search): void {
  secrets.plain.scan(symbols, (match) => hits.push(toHit(symbols, match, depth)));
  const unescaped = unescapeSymbols(symbols);
  secrets.unescaped.scan(unescaped, (match) => hits.push(toHit(unescaped, match, depth)));
  if (depth === deepest) return;
  for (const decoded of [...decodeBase64Symbols(unescaped, secrets), ...decodeHexSymbols(unescaped, secrets)]) {
    if (decoded.length > 0) search(decoded, depth + 1, { secrets, hits });
  }
}

/** Inside of decoded text, the readable text around a secret goes with it: half of a `user:password` in base64 is of no use. */
function toHit(symbols: Symbols, { pattern, from, to }: Match, depth: number): Hit {
  const { starts, ends, codes, length } = symbols;
  const isReadable = (at: number): boolean => {
    const code = codes[at] ?? 0;
    return (code >= 0x20 && code < 0x7f) || code === 0x0a || code === 0x0d || code === 0x09;
  };
  let first = from;
  let last = to;
  if (depth > 0) {
    while (first > 0 && isReadable(first - 1)) first -= 1;
    while (last < length && isReadable(last)) last += 1;
  }
  return {
    label: pattern.label,
    at: starts[from] ?? 0,
    start: starts[first] ?? 0,
    end: ends[last - 1] ?? 0,
    weight: to - from,
    isDecoded: depth > 0,
  };
}
