import { byteClass, byteClasses } from './byte-classes.ts';
import { DecodedSymbols } from './decoded-symbols.ts';
import { breakCode, isWrapped, type Symbols } from './symbols.ts';

const shortestRun = 12;

/** The text in every run of hexadecimal digits, one list for runs that begin with their first digit and one for the second. */
export function decodeHexSymbols(symbols: Symbols, { ascii }: { readonly ascii: boolean }): readonly Symbols[] {
  const { codes, gaps, length } = symbols;
  const outputs = [0, 1].map(() => new DecodedSymbols({ ascii }));
  const isDigit = (at: number): boolean => byteClasses[codes[at] ?? breakCode] === byteClass.hex;
  for (let at = 0; at < length; at += 1) {
    if (!isDigit(at)) continue;
    const from = at;
    while (at + 1 < length && isDigit(at + 1) && isWrapped(gaps[at + 1] ?? 0)) at += 1;
    if (at + 1 - from < shortestRun) continue;
    outputs.forEach((output, skipped) => {
      decodeRun(symbols, { from: from + skipped, to: at }, output);
    });
  }
  return outputs.map((output) => output.symbols);
}

function decodeRun(
  { codes, starts, ends }: Symbols,
  { from, to }: { readonly from: number; readonly to: number },
  output: DecodedSymbols,
): void {
  for (let at = from; at < to; at += 2) {
    output.add((digitValue(codes[at] ?? 0) << 4) | digitValue(codes[at + 1] ?? 0), starts[at] ?? 0, ends[at + 1] ?? 0);
  }
  output.end();
}

function digitValue(code: number): number {
  return code <= 0x39 ? code - 0x30 : (code | 0x20) - 0x57;
}
