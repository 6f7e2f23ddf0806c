import { breakCode, Symbols } from './symbols.ts';

const longestMark = 400;
const noMarks: ReadonlySet<string> = new Set();

/** The UTF-8 bytes of a text, each with the place of its character. A mark of `marks` becomes breaks: nothing is searched in it. */
export function readSymbols(text: string, marks: ReadonlySet<string> = noMarks): Symbols {
  const symbols = readByteSymbols(Buffer.from(text, 'utf8'));
  if (symbols.length === text.length) return symbols;
  const { codes, starts, ends, length } = symbols;
  let unit = 0;
  for (let at = 0; at < length; ) {
    const code = codes[at] ?? 0;
    if (code < 0x80) {
      starts[at] = unit;
      unit += 1;
      ends[at] = unit;
      at += 1;
      continue;
    }
    const size = code < 0xe0 ? 2 : code < 0xf0 ? 3 : 4;
    const end = unit + (size === 4 ? 2 : 1);
    const marked = code === 0xe2 ? markAt(text, unit, marks) : '';
    const next = at + (marked === '' ? size : Buffer.byteLength(marked, 'utf8'));
    const to = marked === '' ? end : unit + marked.length;
    starts.fill(unit, at, next);
    ends.fill(to, at, next);
    if (marked !== '') codes.fill(breakCode, at, next);
    unit = to;
    at = next;
  }
  return symbols;
}

/** The bytes of a file, each with its own offset. */
export function readByteSymbols(bytes: Uint8Array): Symbols {
  const { length } = bytes;
  const starts = new Uint32Array(length);
  const ends = new Uint32Array(length);
  for (let at = 0; at < length; at += 1) {
    starts[at] = at;
    ends[at] = at + 1;
  }
  return Symbols.of({ codes: bytes, starts, ends, gaps: new Uint8Array(length) });
}

function markAt(text: string, at: number, marks: ReadonlySet<string>): string {
  if (marks.size === 0 || text[at] !== '‹') return '';
  const beginning = text.slice(at, at + longestMark);
  const mark = beginning.slice(0, beginning.indexOf('›') + 1);
  return marks.has(mark) ? mark : '';
}

/** The UTF-8 bytes of a code point; of half a surrogate pair those of U+FFFD. */
export function utf8Bytes(point: number): Uint8Array {
  return Buffer.from(point >= 0xd800 && point <= 0xdfff ? '\ufffd' : String.fromCodePoint(point), 'utf8');
}
