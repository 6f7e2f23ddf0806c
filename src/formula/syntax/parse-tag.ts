import type { Expression, Place } from './expression.ts';
import { FormulaError } from './formula-error.ts';
import { parseFormulaIn } from './parse-formula.ts';

type TagWord = 'if' | 'elseif' | 'else' | 'endif' | 'for' | 'endfor';

/** One `<%…%>`. */
export interface Tag extends Place {
  readonly word: TagWord;
  /** The condition of `if` and `elseif`, the list of `for`. */
  readonly expression?: Expression;
  /** The loop's name in `for name in list`; empty otherwise. */
  readonly name: string;
  readonly end: number;
}

const wordPattern = /<%\s*(if|elseif|elsif|else|endif|for|endfor)(?![\p{L}\p{N}_])/uy;
const loopPattern = /\s*([\p{L}_][\p{L}\p{N}_]*)\s+in(?![\p{L}\p{N}_])/uy;
const closePattern = /\s*%>/y;

/** Whether one of the known tags starts here; other `<%` are text. */
export function tagAt(text: string, offset: number): boolean {
  wordPattern.lastIndex = offset;
  return wordPattern.test(text);
}

/** Reads the tag that starts here. */
export function parseTag(text: string, offset: number): Tag {
  wordPattern.lastIndex = offset;
  const matched = wordPattern.exec(text);
  const word = wordOf(matched?.[1]);
  const afterWord = offset + (matched?.[0].length ?? 0);
  if (word === 'if' || word === 'elseif') return withExpression({ word, name: '' }, text, [offset, afterWord]);
  if (word === 'for') {
    loopPattern.lastIndex = afterWord;
    const loop = loopPattern.exec(text);
    if (loop === null) throw malformed('Write <%for item in list%>.', offset, afterWord);
    return withExpression({ word, name: loop[1] ?? '' }, text, [offset, afterWord + loop[0].length]);
  }
  closePattern.lastIndex = afterWord;
  const close = closePattern.exec(text);
  if (close === null) throw malformed(`Write <%${word}%>.`, offset, afterWord);
  const end = afterWord + close[0].length;
  return { word, name: '', offset, length: end - offset, end };
}

function withExpression(tag: Pick<Tag, 'word' | 'name'>, text: string, [offset, start]: readonly [number, number]): Tag {
  const { expression, end } = parseFormulaIn(text, { start, terminator: '%>' });
  return { ...tag, expression, offset, length: end + 2 - offset, end: end + 2 };
}

function wordOf(word: string | undefined): TagWord {
  switch (word) {
    case 'if':
    case 'else':
    case 'endif':
    case 'for':
    case 'endfor':
      return word;
    default:
      return 'elseif';
  }
}

function malformed(hint: string, offset: number, end: number): FormulaError {
  return new FormulaError('syntax', 'This tag is not complete.', { offset, length: end - offset, hint });
}
