import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HarnessError } from '../../src/harness-error.ts';
import { parseJson } from '../../src/parse/json/parse-json.ts';
import { plain, textAt, valuesIn } from '../unit/parse/places.ts';

describe('parseJson', () => {
  test('reads what JSON.parse reads, and each value stands at its place and pointer', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(undefined, 1, '\t'), (json, indentation) => {
        const text = JSON.stringify(JSON.parse(json), null, indentation);
        const value = parseJson(text, 'f');
        expect(plain(value)).toEqual(JSON.parse(text));
        for (const inner of valuesIn(value)) {
          const at = inner.source && textAt(text, inner.source);
          expect(at?.[0]).toBe(
            { object: '{', array: '[', string: '"' }[inner.kind as 'object'] ??
              (inner.kind === 'number' ? inner.text[0] : String(inner.kind === 'boolean' ? inner.value : null)[0]),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  test('takes and refuses the same texts as JSON.parse', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '1',
      '-',
      '.5',
      'e',
      '0',
      'true',
      'null',
      'nul',
      ' ',
      '\n',
      '\t',
      '\\',
      '\\u00',
      '/',
      '//',
      '\u0001',
      'ä',
      '\u2028',
      '\u00a0',
      "'",
      '😀',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
        (text) => {
          expect(accepts(() => parseJson(text, 'f'))).toBe(accepts(() => JSON.parse(text)));
        },
      ),
      { numRuns: 20_000 },
    );
  });
});

function accepts(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof HarnessError) {
      return false;
    }
    throw error;
  }
}
