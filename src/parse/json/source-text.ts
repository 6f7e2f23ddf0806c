import type { Source } from '../../model/source.ts';

/** 1-based line, and 1-based column in UTF-16 units. Lines end at a line feed. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Text whose every offset has a place in the user's file: the file itself, or the contents of a string in it. */
export interface SourceText {
  readonly text: string;
  readonly file: string;
  /** Where in the file the character at an offset (0 to the length of the text) was written. */
  readonly positionOf: (offset: number) => Position;
}

/** The user's file as a whole: places can be turned back into offsets. */
export interface FileText extends SourceText {
  readonly offsetOf: (position: Position) => number;
}

/** Prepares a file's text for questions about places; an answer takes O(log lines), and O(1) for one near the last. */
export function fileText(text: string, file: string): FileText {
  const starts = lineStarts(text);
  let current = 0;
  const startOf = (line: number): number => starts[line] ?? Number.POSITIVE_INFINITY;
  const holds = (line: number, offset: number): boolean => startOf(line) <= offset && offset < startOf(line + 1);
  const positionOf = (offset: number): Position => {
    if (!holds(current, offset)) {
      current = holds(current + 1, offset) ? current + 1 : lineHolding(starts, offset);
    }
    return { line: current + 1, column: offset - startOf(current) + 1 };
  };
  return { text, file, positionOf, offsetOf: ({ line, column }) => Math.min(startOf(line - 1) + column - 1, text.length) };
}

/** The Source of the value that stands at an offset of the text. */
export function sourceAt(text: SourceText, offset: number, pointer: string): Source {
  const { line, column } = text.positionOf(offset);
  return { file: text.file, pointer, line, column };
}

// Counted before they are kept: a list that grows by itself ends the process at some hundred million lines.
function lineStarts(text: string): Uint32Array {
  let count = 1;
  for (let feed = text.indexOf('\n'); feed !== -1; feed = text.indexOf('\n', feed + 1)) {
    count += 1;
  }
  const starts = new Uint32Array(count);
  let line = 1;
  for (let feed = text.indexOf('\n'); feed !== -1; feed = text.indexOf('\n', feed + 1)) {
    starts[line] = feed + 1;
    line += 1;
  }
  return starts;
}

function lineHolding(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
