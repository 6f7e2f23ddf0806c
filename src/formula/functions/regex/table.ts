import type { Value } from '../../../model/value.ts';
import type { FunctionEntry } from '../../evaluate/function-entry.ts';
import { textArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { documentationPage } from '../documentation-page.ts';
import { regexMatches } from './matches.ts';
import { expandReplacement } from './replacement.ts';

/** The functions that take a pattern, in Ruby's syntax and without delimiters. */
export const regexFunctions: readonly FunctionEntry[] = [
  define(
    describe('MATCH', 'text, regex_to_match, [modifiers]', 'Whether the pattern matches somewhere in the text.'),
    ([text, pattern, modifiers], { spend }) => {
      const search = { text: textArgument('MATCH', text), pattern: textArgument('MATCH', pattern), spend };
      return regexMatches({ ...search, modifiers: modifiersArgument('MATCH', modifiers) }).next().done !== true;
    },
  ),
  define(
    describe(
      'REGEX_EXTRACT',
      'text, regex, [modifiers]',
      'Every match: its text or, where the pattern has groups, a list of what they took.',
    ),
    ([value, pattern, modifiers], { spend }) => {
      const text = textArgument('REGEX_EXTRACT', value);
      const search = { text, pattern: textArgument('REGEX_EXTRACT', pattern), spend };
      const extracted: Value[] = [];
      for (const match of regexMatches({ ...search, modifiers: modifiersArgument('REGEX_EXTRACT', modifiers) })) {
        spend(1 + match.end - match.start);
        extracted.push(match.groups.length > 0 ? match.groups : text.slice(match.start, match.end));
      }
      return extracted;
    },
  ),
  define(
    describe(
      'REGEX_REPLACE',
      'text, regex, replacement',
      'The text with every match replaced; \\1, \\k<name> and \\0 stand for what was matched.',
    ),
    ([value, pattern, replacement], { spend }) => {
      const text = textArgument('REGEX_REPLACE', value);
      const search = { text, pattern: textArgument('REGEX_REPLACE', pattern), modifiers: '', spend };
      const template = textArgument('REGEX_REPLACE', replacement);
      const pieces: string[] = [];
      let from = 0;
      for (const match of regexMatches(search)) {
        const piece = text.slice(from, match.start) + expandReplacement(template, match, text);
        spend(piece.length);
        pieces.push(piece);
        from = match.end;
      }
      return pieces.join('') + text.slice(from);
    },
  ),
];

function describe(name: string, parameters: string, summary: string) {
  return { name, category: 'Text', parameters, summary, source: documentationPage(name) };
}

function modifiersArgument(name: string, value: Value | undefined): string {
  return value === undefined || value === null ? '' : textArgument(name, value);
}
