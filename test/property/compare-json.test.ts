import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareHeaders } from '../../src/compare/compare-headers.ts';
import { compareLines } from '../../src/compare/compare-lines.ts';
import { diffJson } from '../../src/compare/json/diff-json.ts';
import { indexJson } from '../../src/compare/json/index-json.ts';
import type { JsonChange } from '../../src/compare/json/json-change.ts';
import { applyJsonChanges } from '../support/apply-json-changes.ts';

const runs = Number(process.env['FUZZ_RUNS'] ?? 2000);

// Few different values, so that the two documents share many parts.
const { document } = fc.letrec((tie) => ({
  document: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, 1, 2, 'a', 'b', 'é"\\', ''),
    fc.array(tie('document'), { maxLength: 6 }),
    fc.dictionary(fc.constantFrom('id', 'name', 'tags', '__proto__', 'a/b~c', ''), tie('document'), {
      maxKeys: 5,
      noNullPrototype: true,
    }),
  ),
}));

function diff(left: string, right: string): readonly JsonChange[] {
  const [leftIndex, rightIndex] = [indexJson(left), indexJson(right)];
  if (leftIndex === null || rightIndex === null) throw new Error('the documents are JSON');
  return diffJson(leftIndex, rightIndex);
}

describe('diffJson', () => {
  test('what it says, applied to the left, gives the right', () => {
    fc.assert(
      fc.property(document, document, (left, right) => {
        const [leftText, rightText] = [JSON.stringify(left), JSON.stringify(right)];
        expect(applyJsonChanges(JSON.parse(leftText), diff(leftText, rightText))).toEqual(JSON.parse(rightText));
      }),
      { numRuns: runs },
    );
  });

  test('it says nothing exactly where two documents are equal', () => {
    fc.assert(
      fc.property(document, document, (left, right) => {
        const [leftText, rightText] = [JSON.stringify(left), JSON.stringify(right)];
        expect(diff(leftText, leftText)).toEqual([]);
        const equal = fc.stringify(canonical(JSON.parse(leftText))) === fc.stringify(canonical(JSON.parse(rightText)));
        expect(diff(leftText, rightText).length === 0).toBe(equal);
      }),
      { numRuns: runs },
    );
  });

  test('white space, escapes and the order of members change nothing', () => {
    fc.assert(
      fc.property(document, (value) => {
        const text = JSON.stringify(value);
        const escaped = JSON.stringify(reverseMembers(JSON.parse(text)), null, 2).replace(/é/gu, '\\u00e9');
        expect(diff(text, escaped)).toEqual([]);
      }),
      { numRuns: Math.min(runs, 1000) },
    );
  });

  test('what indexJson takes is exactly what JSON.parse takes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string({ unit: fc.constantFrom(...'{}[]",:0123.eE-+ \\utrfalsn') })), (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(indexJson(text) !== null).toBe(valid);
      }),
      { numRuns: runs },
    );
  });
});

describe('compareHeaders', () => {
  const headers = fc.array(fc.tuple(fc.constantFrom('Accept', 'X-A', 'x-a', 'Date'), fc.constantFrom('1', '2', 'a, b')), {
    maxLength: 6,
  });

  test('another case of a name and another order of fields change nothing', () => {
    fc.assert(
      fc.property(headers, (fields) => {
        const other = fields.map(([name, value]) => [name.toUpperCase(), value] as const).reverse();
        expect(compareHeaders(fields, other)).toEqual([]);
      }),
    );
  });
});

describe('compareLines', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));

  test('it says nothing exactly where two texts are equal', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        expect(compareLines(left, right).length === 0).toBe(left === right);
      }),
      { numRuns: Math.min(runs, 2000) },
    );
  });
});

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return [
    'an object',
    ...Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner), 'member']),
  ];
}

function reverseMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseMembers);
  if (typeof value !== 'object' || value === null) return value;
  const reversed = {};
  for (const [key, inner] of Object.entries(value).reverse())
    Object.defineProperty(reversed, key, { value: reverseMembers(inner), enumerable: true });
  return reversed;
}
