import type { Json } from '../../model/json.ts';
import { type Budget, readValue, skipBlanks, valueLimit } from './read-value.ts';
import type { Fault } from './reading.ts';
import type { SourceText } from './source-text.ts';

/** JSON objects and arrays that were found in other text; `fault` is the first that begins like JSON and is broken. */
export interface FoundValues {
  readonly values: readonly FoundValue[];
  readonly fault?: Fault;
}

/** One of them, with pointers that begin at itself. */
export interface FoundValue {
  readonly value: Json;
  /** The offset of its first character. */
  readonly start: number;
}

/**
 * Finds the outermost JSON objects and arrays in text of another kind (a chat message, a log, Markdown), in one pass.
 * A broken value is passed over as a whole, so that a part of it is never taken for the action that was meant.
 */
export function findValues(text: SourceText): FoundValues {
  const values: FoundValue[] = [];
  let fault: Fault | undefined;
  const budget: Budget = { left: valueLimit };
  let start = nextStart(text.text, 0);
  while (start !== -1) {
    const reading = readValue(text, start, '', budget);
    if (reading.kind === 'read') {
      values.push({ value: reading.value, start });
    } else if (reading.fault.code === 'too-large') {
      return { values: [], fault: reading.fault };
    } else {
      fault ??= reading.fault;
    }
    const end = reading.kind === 'read' ? reading.end : endOfBroken(text.text, start);
    start = nextStart(text.text, end);
  }
  return { values, ...(fault && { fault }) };
}

/** The next bracket that is followed by what may stand at the beginning of an object or array. */
function nextStart(text: string, from: number): number {
  const bracket = /[{[]/g;
  bracket.lastIndex = from;
  for (let match = bracket.exec(text); match !== null; match = bracket.exec(text)) {
    const next = text[skipBlanks(text, match.index + 1)] ?? '';
    if (match[0] === '{' ? '"}'.includes(next) && next !== '' : /[\]{["\-\dtfn]/.test(next)) {
      return match.index;
    }
  }
  return -1;
}

/** The offset after the bracket that closes the one at `start`, or the end of the text; text in quotes is passed over. */
function endOfBroken(text: string, start: number): number {
  let depth = 0;
  for (let offset = start; offset < text.length; offset += 1) {
    const character = text[offset];
    if (character === '"') {
      offset = endOfQuote(text, offset);
    } else if (character === '{' || character === '[') {
      depth += 1;
    } else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) {
        return offset + 1;
      }
    }
  }
  return text.length;
}

/** The offset of the quote that closes the one at `start`, or of the end of its line: a quote in prose closes nothing. */
function endOfQuote(text: string, start: number): number {
  let offset = start + 1;
  while (offset < text.length && text[offset] !== '"' && text[offset] !== '\n') {
    offset += text[offset] === '\\' && text[offset + 1] !== '\n' ? 2 : 1;
  }
  return offset;
}
