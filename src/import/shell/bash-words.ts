import { workingError } from '../working-error.ts';
import { unquoteAnsiC } from './ansi-c-quote.ts';
import { commandInside, expandVariable } from './expand-variables.ts';
import type { ShellWord } from './shell-word.ts';

/** A script that is read from left to right. */
export interface BashScript {
  readonly file: string;
  readonly text: string;
  readonly variable: (name: string) => string | undefined;
}

/** A word, and where it ends; undefined where no word begins. */
export interface ReadWord {
  readonly word: ShellWord;
  /** As written, for a here-document's delimiter: quoted ones are not expanded. */
  readonly isQuoted: boolean;
  readonly end: number;
}

const blanks = /[ \t\r]/u;
const enders = /[\s|&;()<>]/u;

/** The word of bash that begins at `start` (its manual, section Quoting), variables put in; not split at blanks in them. */
export function readBashWord(script: BashScript, start: number): ReadWord | undefined {
  const { text } = script;
  let value = '';
  let at = start;
  let isQuoted = false;
  while (at < text.length) {
    const character = text.charAt(at);
    if (enders.test(character)) break;
    const piece = readPiece(script, at);
    isQuoted ||= /['"\\]/u.test(character);
    value += piece.value;
    at = piece.end;
  }
  if (at === start) return undefined;
  const isAssignment = /^[A-Za-z_]\w*\+?=/u.test(text.slice(start, at));
  return { word: { text: value, offset: start, isAssignment }, isQuoted, end: at };
}

/** Where the next word or operator begins: behind blanks, continued lines and a comment. */
export function skipBlanks(text: string, start: number): number {
  let at = start;
  for (;;) {
    // A blank behind the backslash comes with copying from a page.
    const continued = /^\\[ \t\r]*\n/u.exec(text.slice(at, at + 200));
    if (continued !== null) at += continued[0].length;
    else if (blanks.test(text.charAt(at))) at += 1;
    else break;
  }
  if (text.charAt(at) !== '#') return at;
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

interface Piece {
  readonly value: string;
  readonly end: number;
}

function readPiece(script: BashScript, at: number): Piece {
  const { text, file, variable } = script;
  switch (text.charAt(at)) {
    case "'": {
      const end = closing(script, at, text.indexOf("'", at + 1));
      return { value: text.slice(at + 1, end), end: end + 1 };
    }
    case '"':
      return readDoubleQuoted(script, at);
    case '`':
      throw commandInside({ file, text, offset: at });
    case '\\': {
      const continued = /^\\[ \t\r]*\n/u.exec(text.slice(at, at + 200));
      return continued === null ? { value: text.charAt(at + 1), end: at + 2 } : { value: '', end: at + continued[0].length };
    }
    case '$': {
      if (text.charAt(at + 1) === '"') return readDoubleQuoted(script, at + 1);
      if (text.charAt(at + 1) !== "'") return expandVariable({ file, text, offset: at }, variable);
      const length = /^[^'\\]*(?:\\[\s\S][^'\\]*)*/u.exec(text.slice(at + 2))?.[0].length ?? 0;
      const end = closing(script, at, text.charAt(at + 2 + length) === "'" ? at + 2 + length : -1);
      return { value: unquoteAnsiC(text.slice(at + 2, end)), end: end + 1 };
    }
    default:
      return { value: text.charAt(at), end: at + 1 };
  }
}

function readDoubleQuoted(script: BashScript, start: number): Piece {
  const { text } = script;
  let value = '';
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') {
    const piece = expandQuoted(script, at, '$`"\\');
    value += piece.value;
    at = piece.end;
  }
  return { value, end: closing(script, start, at < text.length ? at : -1) + 1 };
}

/** One character of double quotes or of a here-document, or what an expansion there stands for. `escapable` can follow a backslash. */
export function expandQuoted({ text, file, variable }: BashScript, at: number, escapable: string): Piece {
  const character = text.charAt(at);
  if (character === '`') throw commandInside({ file, text, offset: at });
  if (character === '$') return expandVariable({ file, text, offset: at }, variable);
  const next = text.charAt(at + 1);
  if (character !== '\\' || next === '') return { value: character, end: at + 1 };
  if (next === '\n') return { value: '', end: at + 2 };
  return escapable.includes(next) ? { value: next, end: at + 2 } : { value: character, end: at + 1 };
}

function closing({ file, text }: BashScript, start: number, end: number): number {
  if (end !== -1) return end;
  throw workingError('invalid-option', 'a quotation mark is not closed', {
    hint: 'copy the whole command, to its last quotation mark',
    place: { file, text, offset: start },
  });
}
