import { createScanner } from 'jsonc-parser';
import type { Json, JsonMember } from '../../model/json.ts';
import type { Source } from '../../model/source.ts';
import { pointerTo } from './json-pointer.ts';
import type { Fault, Reading } from './reading.ts';
import { type SourceText, sourceAt } from './source-text.ts';
import { type Expected, syntaxFault, textFault } from './syntax-fault.ts';

/** How many objects and arrays may stand inside of each other. */
export const depthLimit = 500;

/** How many values, keys not counted, one file may hold: some 700 bytes of memory each. Exports have thousands. */
export const valueLimit = 2_000_000;

/** How many values may still be read; readings that are kept together share one. */
export interface Budget {
  left: number;
}

/** The scanner's numbers for its tokens (its own enum exists only at compile time). */
const token = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  text: 10,
  number: 11,
} as const;

type Frame =
  | {
      readonly kind: 'object';
      readonly pointer: string;
      readonly source: Source;
      readonly members: JsonMember[];
      key: Key;
      keySource: Source;
    }
  | { readonly kind: 'array'; readonly pointer: string; readonly source: Source; readonly items: Json[] };

type State = 'value' | 'first-item' | 'first-key' | 'key' | 'colon' | 'after';

/**
 * Reads one JSON value (RFC 8259) from `start`, blanks before it allowed; whatever follows is left alone.
 * Keeps order, repeated keys and the text of numbers. Works without recursion, so that no input can exhaust the stack,
 * and stops at `valueLimit`, so that none can exhaust the memory.
 */
export function readValue(text: SourceText, start: number, pointer: string, budget: Budget = { left: valueLimit }): Reading {
  const scanner = createScanner(text.text, false);
  const stack: Frame[] = [];
  const keys = new Map<string, Key>();
  let state: State = 'value';
  let offset = start;
  for (;;) {
    offset = skipBlanks(text.text, offset);
    const frame = stack.at(-1);
    if (budget.left < 0) {
      return { kind: 'fault', fault: countFault(offset) };
    }
    if (text.text[offset] === '/') {
      return { kind: 'fault', fault: syntaxFault(text.text, offset, expectedIn(state, frame)) };
    }
    scanner.setPosition(offset);
    const kind: number = scanner.scan();
    const end = scanner.getPosition();
    if (Number(scanner.getTokenError()) !== 0) {
      return { kind: 'fault', fault: tokenFault(text.text, kind, offset, end) };
    }
    let complete: Json | undefined;
    if (state === 'value' || state === 'first-item') {
      const place = placeOf(frame, pointer);
      if (kind === token.openBrace || kind === token.openBracket) {
        if (stack.length === depthLimit) {
          return { kind: 'fault', fault: depthFault(offset) };
        }
        const source = sourceAt(text, offset, place);
        stack.push(
          kind === token.openBrace
            ? { kind: 'object', pointer: place, source, members: [], key: noKey, keySource: source }
            : { kind: 'array', pointer: place, source, items: [] },
        );
        state = kind === token.openBrace ? 'first-key' : 'first-item';
      } else if (state === 'first-item' && kind === token.closeBracket) {
        complete = closed(stack.pop());
      } else {
        complete = scalar(kind, scanner.getTokenValue(), sourceAt(text, offset, place));
        if (complete === undefined) {
          return { kind: 'fault', fault: syntaxFault(text.text, offset, 'value') };
        }
      }
    } else if (frame?.kind === 'object' && (state === 'key' || state === 'first-key') && kind === token.text) {
      frame.key = keyOf(scanner.getTokenValue(), keys);
      frame.keySource = sourceAt(text, offset, frame.pointer + frame.key.token);
      state = 'colon';
    } else if (state === 'colon' && kind === token.colon) {
      state = 'value';
    } else if (state === 'after' && kind === token.comma) {
      state = frame?.kind === 'object' ? 'key' : 'value';
    } else if (
      (state === 'after' || state === 'first-key') &&
      kind === (frame?.kind === 'object' ? token.closeBrace : token.closeBracket)
    ) {
      complete = closed(stack.pop());
    } else {
      return { kind: 'fault', fault: syntaxFault(text.text, offset, expectedIn(state, frame)) };
    }
    offset = end;
    if (complete !== undefined) {
      budget.left -= 1;
      const parent = stack.at(-1);
      if (parent === undefined) {
        return { kind: 'read', value: complete, end };
      }
      if (parent.kind === 'object') {
        parent.members.push({ key: parent.key.text, keySource: parent.keySource, value: complete });
      } else {
        parent.items.push(complete);
      }
      state = 'after';
    }
  }
}

/** The offset of the first character at or after `offset` that is not one of JSON's four blanks. */
export function skipBlanks(text: string, offset: number): number {
  let next = offset;
  for (
    let code = text.charCodeAt(next);
    code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
    code = text.charCodeAt(next)
  ) {
    next += 1;
  }
  return next;
}

function placeOf(frame: Frame | undefined, root: string): string {
  if (frame === undefined) {
    return root;
  }
  return frame.kind === 'object' ? frame.keySource.pointer : pointerTo(frame.pointer, frame.items.length);
}

function scalar(kind: number, value: string, source: Source): Json | undefined {
  switch (kind) {
    case token.text:
      return { kind: 'string', value, source };
    case token.number:
      return { kind: 'number', text: value, source };
    case token.true:
    case token.false:
      return { kind: 'boolean', value: kind === token.true, source };
    case token.null:
      return { kind: 'null', source };
    default:
      return undefined;
  }
}

function closed(frame: Frame | undefined): Json | undefined {
  if (frame?.kind === 'object') {
    return { kind: 'object', members: frame.members.slice(), source: frame.source };
  }
  return frame && { kind: 'array', items: frame.items.slice(), source: frame.source };
}

function expectedIn(state: State, frame: Frame | undefined): Expected {
  switch (state) {
    case 'value':
    case 'first-item':
      return 'value';
    case 'key':
    case 'first-key':
      return 'key';
    case 'colon':
      return 'colon';
    case 'after':
      return frame?.kind === 'object' ? 'object-end' : 'array-end';
  }
}

function tokenFault(text: string, kind: number, offset: number, end: number): Fault {
  return kind === token.text ? textFault(text, offset, end) : syntaxFault(text, end, 'number');
}

function depthFault(offset: number): Fault {
  return {
    code: 'too-deep',
    offset,
    message: `Objects and arrays are nested more than ${depthLimit} levels deep here.`,
    hint: 'No action is nested so deeply: check that this is the file you mean.',
  };
}

function countFault(offset: number): Fault {
  return {
    code: 'too-large',
    offset,
    message: `The file holds more than ${valueLimit.toLocaleString('en')} values, which is the most that is read.`,
    hint: 'Give a part of it: the one action that is meant (copy it in Tines), one story, or the one event.',
  };
}

/** A key, and what it adds to a pointer: both are kept once for all of a file's objects. */
interface Key {
  readonly text: string;
  readonly token: string;
}

const noKey: Key = { text: '', token: '' };

function keyOf(text: string, known: Map<string, Key>): Key {
  const key = known.get(text) ?? { text, token: pointerTo('', text) };
  known.set(text, key);
  return key;
}
