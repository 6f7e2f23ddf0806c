import { type JsonIndex, nodeKind } from './json-index.ts';
import { NodeTable } from './node-table.ts';
import { scanNumber, skipSpace } from './scan-json.ts';

const expecting = { value: 0, valueOrEnd: 1, keyOrEnd: 2, key: 3, commaOrEnd: 4, done: 5 } as const;

/**
 * Indexes a JSON text in one pass without recursion; null where the text is not one JSON value (RFC 8259).
 * Time and memory are linear in the text's length.
 */
export function indexJson(text: string): JsonIndex | null {
  const table = new NodeTable(text.length);
  const open: number[] = [];
  let expected: number = expecting.value;
  let at = skipSpace(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  while (expected !== expecting.done) {
    const code = text.charCodeAt(at);
    if (Number.isNaN(code)) return null;
    if (expected === expecting.commaOrEnd) {
      const container = open[open.length - 1] ?? 0;
      const isObject = table.kindOf(container) === nodeKind.object;
      if (code === 0x2c) {
        expected = isObject ? expecting.key : expecting.value;
        at = skipSpace(text, at + 1);
        continue;
      }
      if (code !== (isObject ? 0x7d : 0x5d)) return null;
      table.close(container, at + 1);
      open.pop();
      at = skipSpace(text, at + 1);
      expected = open.length === 0 ? expecting.done : expecting.commaOrEnd;
      continue;
    }
    if ((expected === expecting.valueOrEnd && code === 0x5d) || (expected === expecting.keyOrEnd && code === 0x7d)) {
      expected = expecting.commaOrEnd;
      continue;
    }
    if (expected === expecting.key || expected === expecting.keyOrEnd) {
      const end = code === 0x22 ? table.addString(text, nodeKind.key, at) : -1;
      if (end === -1) return null;
      at = skipSpace(text, end);
      if (text.charCodeAt(at) !== 0x3a) return null;
      at = skipSpace(text, at + 1);
      expected = expecting.value;
      continue;
    }
    if (code === 0x7b || code === 0x5b) {
      open.push(table.open(code === 0x7b ? nodeKind.object : nodeKind.array, at));
      expected = code === 0x7b ? expecting.keyOrEnd : expecting.valueOrEnd;
      at = skipSpace(text, at + 1);
      continue;
    }
    const end = addScalar(table, text, at);
    if (end === -1) return null;
    at = skipSpace(text, end);
    expected = open.length === 0 ? expecting.done : expecting.commaOrEnd;
  }
  return at === text.length ? table.finish(text) : null;
}

/** Adds the scalar at `at` and gives the offset behind it; -1 where there is none. */
function addScalar(table: NodeTable, text: string, at: number): number {
  switch (text.charCodeAt(at)) {
    case 0x22:
      return table.addString(text, nodeKind.string, at);
    case 0x74:
      return addWord(table, { text, at, word: 'true', kind: nodeKind.true });
    case 0x66:
      return addWord(table, { text, at, word: 'false', kind: nodeKind.false });
    case 0x6e:
      return addWord(table, { text, at, word: 'null', kind: nodeKind.null });
    default: {
      const end = scanNumber(text, at);
      if (end !== -1) table.addRaw(text, nodeKind.number, at, end);
      return end;
    }
  }
}

function addWord(
  table: NodeTable,
  { text, at, word, kind }: { readonly text: string; readonly at: number; readonly word: string; readonly kind: number },
): number {
  if (!text.startsWith(word, at)) return -1;
  table.addRaw(text, kind, at, at + word.length);
  return at + word.length;
}
