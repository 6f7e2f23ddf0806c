import { printable } from '../printable.ts';
import type { Fault } from './reading.ts';

/** What the grammar allows at the place of a fault. */
export type Expected = 'value' | 'key' | 'colon' | 'object-end' | 'array-end' | 'end' | 'text' | 'number';

const expectations: Readonly<Record<Expected, string>> = {
  value: 'a value',
  key: 'a key in double quotes',
  colon: 'a colon after the key',
  'object-end': '‹,› or ‹}›',
  'array-end': '‹,› or ‹]›',
  end: 'nothing more after the value',
  text: 'the closing double quote',
  number: 'a digit',
};

const cutOff = 'It looks cut off: copy the whole JSON again.';

/** The fault that stands for text that is not JSON; says what was expected, what stands there, and how it is mended. */
export function syntaxFault(text: string, offset: number, expected: Expected): Fault {
  const rest = text.slice(offset, offset + 12);
  if (text.trim() === '') {
    return {
      code: 'not-json',
      offset,
      message: 'There is nothing to read: the text is empty.',
      hint: 'Copy the JSON in Tines again, and save what you copied into the file.',
    };
  }
  const found =
    rest === '' ? 'the text ends here' : `found ‹${printable(rest, Infinity).match(/^(?:U\+[0-9A-F]{4,6}|.)/u)?.[0] ?? ''}›`;
  return {
    code: 'not-json',
    offset,
    message: `This is not JSON: expected ${expectations[expected]}, ${found}.`,
    hint: hintFor(rest, expected, text.slice(Math.max(0, offset - 200), offset)),
  };
}

/** The fault of a string literal that is not well-formed: it begins at `start` and the scanner gave up at `end`. */
export function textFault(text: string, start: number, end: number): Fault {
  const offset = badCharacter(text, start, end);
  const character = text[offset];
  if (character === undefined) {
    return { code: 'not-json', offset, message: 'This is not JSON: the text in double quotes is never closed.', hint: cutOff };
  }
  if (character === '\\') {
    return {
      code: 'not-json',
      offset,
      message: `This is not JSON: ‹${printable(text.slice(offset, offset + 2))}› is no escape that JSON knows.`,
      hint: 'Write ‹\\\\› for a backslash; JSON knows \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits.',
    };
  }
  const lineBreak = character === '\n' || character === '\r';
  return {
    code: 'not-json',
    offset,
    message: `This is not JSON: ${lineBreak ? 'a line break' : `the control character ‹${printable(character)}›`} stands inside of text in double quotes.`,
    hint: lineBreak
      ? 'Write ‹\\n› for a line break, or add the double quote that closes the text.'
      : 'Write it as an escape: ‹\\t› for a tab, ‹\\u› and four hexadecimal digits for others.',
  };
}

function badCharacter(text: string, start: number, end: number): number {
  let offset = start + 1;
  while (offset < end) {
    const code = text.charCodeAt(offset);
    if (code < 0x20) {
      return offset;
    }
    if (code === 0x5c) {
      const known = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(offset, offset + 6));
      if (known === null) {
        return offset + 1 < text.length ? offset : text.length;
      }
      offset += known[0].length;
    } else {
      offset += 1;
    }
  }
  return end;
}

function hintFor(rest: string, expected: Expected, before: string): string {
  const word = /^[A-Za-z_$][\w$]*/.exec(rest)?.[0];
  if (rest === '') {
    return cutOff;
  }
  if (/^["'`‘’“”„]/.test(rest) && !rest.startsWith('"')) {
    return 'JSON takes only straight double quotes (") around keys and text.';
  }
  if (/^(?:\/[/*]|#)/.test(rest)) {
    return 'JSON has no comments: remove it.';
  }
  if (/^[}\]]/.test(rest) && /,\s*$/.test(before)) {
    return 'Remove the comma before it.';
  }
  if (word !== undefined && /^(?:None|undefined|NaN|nil|Null|NULL|Infinity)$/.test(word)) {
    return 'Write ‹null›.';
  }
  if (word !== undefined && /^(?:True|False|TRUE|FALSE)$/.test(word)) {
    return `Write ‹${word.toLowerCase()}›.`;
  }
  if (word !== undefined && expected === 'key') {
    return 'Put double quotes around the key.';
  }
  if (expected === 'object-end' || expected === 'array-end') {
    return 'A comma is missing before it, or a double quote inside of text is not written as ‹\\"›.';
  }
  if (expected === 'number' || /^[+.\d]/.test(rest)) {
    return 'JSON numbers begin with a digit or ‹-›, without a leading zero or plus, and have a digit after the point.';
  }
  return expected === 'end' ? 'Keep one JSON value in the file.' : 'Copy the JSON again, or mend it at this place.';
}
