import { deepestValue } from '../../syntax/assert-depth.ts';
import { yamlLibrary } from './library.ts';

/**
 * Whether YAML text may stand for a value that is nested deeper than is allowed: found by its brackets, its indentation and its compact
 * lists (`- - -`) alone, without the reader, which calls itself for every level and would exhaust the stack.
 */
export function isNestedTooDeep(text: string): boolean {
  return text.split('\n').some(deepensIn([])) || bracketDepth(text) > deepestValue;
}

/** A test of one line after another: the indentations that are open, and the indicators of this line, are levels. */
function deepensIn(indents: number[]): (line: string) => boolean {
  return (line) => {
    const [start = ''] = /^(?:[ \t]|[-?:](?=[ \t]|$))*/.exec(line) ?? [];
    if (line.trim() === '') return false;
    const indent = start.search(/[^ ]|$/);
    while ((indents.at(-1) ?? -1) >= indent) indents.pop();
    indents.push(indent);
    // A list may stand at the indentation of the key above it, so that each one can be two levels.
    return 2 * indents.length + start.replaceAll(/[ \t]/g, '').length > 2 * deepestValue;
  };
}

function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const token of new (yamlLibrary().Lexer)().lex(text)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
