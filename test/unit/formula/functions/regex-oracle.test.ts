import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regexMatches } from '../../../../src/formula/functions/regex/matches.ts';

// What Ruby and JavaScript read in the same way; loops only over what consumes something, where the two treat empty rounds alike.
const { pattern } = fc.letrec<{ character: string; piece: string; pattern: string }>((tie) => ({
  character: fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '\\w', '\\D', '(a|b)', '(?:ab|a)'),
  piece: fc.oneof(
    { maxDepth: 3 },
    tie('character'),
    fc
      .tuple(tie('character'), fc.constantFrom('*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,2}?'))
      .map((parts) => parts.join('')),
    tie('pattern').map((inner) => `(?:${inner})`),
    tie('pattern').map((inner) => `(?=${inner})`),
    tie('pattern').map((inner) => `(?!${inner})`),
    tie('character').map((inner) => `(?<!${inner === '(?:ab|a)' ? 'a' : inner})`),
    fc.constant('\\b'),
  ),
  pattern: fc
    .array(
      fc.array(tie('piece'), { maxLength: 4 }).map((pieces) => pieces.join('')),
      { minLength: 1, maxLength: 2 },
    )
    .map((branches) => branches.join('|')),
}));

const text = fc.array(fc.constantFrom('a', 'b', ' ', '1'), { maxLength: 12 }).map((characters) => characters.join(''));

describe('regular expressions', () => {
  it('match where JavaScript matches, on what both languages have', () => {
    fc.assert(
      fc.property(pattern, text, (source, subject) => {
        const ours = Array.from(
          regexMatches({ text: subject, pattern: source, modifiers: '', spend: () => {} }),
          ({ start, end }) => [start, end],
        );
        const theirs = Array.from(subject.matchAll(new RegExp(source, 'gu')), (match) => [
          match.index,
          match.index + match[0].length,
        ]);
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
});
