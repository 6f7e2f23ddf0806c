import { DecodedSymbols } from './decoded-symbols.ts';
import { breakCode, isWrapped, type Symbols } from './symbols.ts';

const shortestRun = 8;
const sextets = Int8Array.from({ length: 256 }, (_, code) => {
  const index = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(String.fromCharCode(code));
  return code === 0x2d ? 62 : code === 0x5f ? 63 : index;
});

/**
 * The text in everything that could be base64 (both alphabets, padded or not, wrapped or not), one list for each of the four places in a
 * group of characters where a run may begin; a break stands between two stretches of text. A decoded byte has the place of the characters
 * that it comes from. `ascii`: text of other characters is not wanted.
 */
export function decodeBase64Symbols(symbols: Symbols, { ascii }: { readonly ascii: boolean }): readonly Symbols[] {
  const { codes, gaps, length } = symbols;
  const outputs = [0, 1, 2, 3].map(() => new DecodedSymbols({ ascii }));
  for (let at = 0; at < length; at += 1) {
    if ((sextets[codes[at] ?? breakCode] ?? -1) < 0) continue;
    const from = at;
    while (at + 1 < length && (sextets[codes[at + 1] ?? breakCode] ?? -1) >= 0 && isWrapped(gaps[at + 1] ?? 0)) at += 1;
    if (at + 1 - from < shortestRun) continue;
    outputs.forEach((output, skipped) => {
      decodeRun(symbols, { from: from + skipped, to: at + 1 }, output);
    });
  }
  return outputs.map((output) => output.symbols);
}

function decodeRun(
  { codes, starts, ends }: Symbols,
  { from, to }: { readonly from: number; readonly to: number },
  output: DecodedSymbols,
): void {
  let bits = 0;
  let count = 0;
  let first = from;
  for (let at = from; at < to; at += 1) {
    bits = ((bits << 6) | (sextets[codes[at] ?? breakCode] ?? 0)) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    output.add((bits >> count) & 0xff, starts[first] ?? 0, ends[at] ?? 0);
    first = count === 0 ? at + 1 : at;
  }
  output.end();
}
