import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileFormula } from '../../src/formula/evaluate/compile-formula.ts';
import { evaluateFormula } from '../../src/formula/evaluate/evaluate-formula.ts';
import { evaluateTemplate } from '../../src/formula/evaluate/evaluate-template.ts';
import type { BinaryOperator, Expression } from '../../src/formula/syntax/expression.ts';
import { FormulaError } from '../../src/formula/syntax/formula-error.ts';
import { parseFormula } from '../../src/formula/syntax/parse-formula.ts';
import { printFormula } from '../../src/formula/syntax/print-formula.ts';
import { jsonText } from '../../src/formula/values/json-text.ts';
import { parseJsonValue } from '../../src/formula/values/parse-json-value.ts';
import { environmentOf, fewFunctions } from '../unit/formula/formula-world.ts';

const place = { offset: 0, length: 0 };
const operators: readonly BinaryOperator[] = ['=', '!=', '<', '<=', '>', '>=', 'AND', 'OR', '+', '-', '*', '/', '&'];
const name = fc.constantFrom('a', 'b', 'item', 'CREDENTIAL', 'UPCASE', 'AND', 'TRUE', 'é_1');
const scalar = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('\\d', '"', "'", '\n', '>>', '\\n', '#'),
  fc.bigInt({ min: 0n, max: 10n ** 25n }),
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map(Math.abs),
);

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar.map((value): Expression => ({ kind: 'literal', value, ...place })),
    name.map((text): Expression => ({ kind: 'name', name: text, ...place })),
    fc
      .record({ target: tie('expression'), key: fc.constantFrom('k', '0', '4xx', 'AND', 'é') })
      .map((node): Expression => ({ kind: 'member', ...node, ...place })),
    fc
      .record({ target: tie('expression'), index: tie('expression') })
      .map((node): Expression => ({ kind: 'index', ...node, ...place })),
    fc
      .record({
        name: fc.constantFrom('UPCASE', 'IF', 'LIST', 'NOPE', 'AND', 'PAIR'),
        positional: fc.array(tie('expression'), { maxLength: 3 }),
        named: fc.array(fc.tuple(fc.constantFrom('b', 'c'), tie('expression')), { maxLength: 1 }),
      })
      .map((node): Expression => ({ kind: 'call', ...node, ...place })),
    fc.array(tie('expression'), { maxLength: 3 }).map((items): Expression => ({ kind: 'array', items, ...place })),
    fc
      .array(fc.tuple(fc.string({ maxLength: 3 }), tie('expression')), { maxLength: 3 })
      .map((members): Expression => ({ kind: 'object', members, ...place })),
    fc
      .record({ parameters: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }), body: tie('expression') })
      .map((node): Expression => ({ kind: 'lambda', ...node, ...place })),
    tie('expression').map((operand): Expression => ({ kind: 'negation', operand, ...place })),
    fc
      .record({ operator: fc.constantFrom(...operators), left: tie('expression'), right: tie('expression') })
      .map((node): Expression => ({ kind: 'binary', ...node, ...place })),
    fc
      .record({ left: tie('expression'), right: tie('expression') })
      .map((node): Expression => ({ kind: 'pipe', ...node, ...place })),
  ),
}));

function withoutPlaces(node: Expression): unknown {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) => {
      if (key === 'offset' || key === 'length') return undefined;
      return typeof value === 'bigint' ? `Integer ${value}` : value;
    }),
  );
}

function outcome(work: () => string): string {
  try {
    return work();
  } catch (error) {
    if (error instanceof FormulaError) return `${error.kind}: ${error.message} at ${error.offset}`;
    throw error;
  }
}

it('a printed formula reads back as the same tree', () => {
  fc.assert(
    fc.property(expression, (tree) => {
      const text = printFormula(tree);
      const again = parseFormula(text);
      expect(withoutPlaces(again)).toEqual(withoutPlaces(tree));
      expect(printFormula(again)).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

it('a random tree over random data gives a value or a FormulaError, twice the same', () => {
  fc.assert(
    fc.property(expression, fc.dictionary(fc.constantFrom('a', 'b', 'item'), fc.jsonValue()), (tree, data) => {
      const once = (): string => outcome(() => jsonText(compileFormula(tree, fewFunctions)(environmentOf(data))));
      expect(once()).toBe(once());
    }),
    { numRuns: 1000 },
  );
});

const words = [
  'a',
  '.b',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  ':',
  '"',
  "'",
  '\\',
  '<<',
  '>>',
  '<%if ',
  '%>',
  '<%endif%>',
  '%',
  '|>',
  '=',
  '1',
  '.',
  '#',
  '\n',
  ' ',
  'UPCASE(',
  'LAMBDA(',
  '&',
  '-',
];

it('random text is a formula, or a FormulaError with a place inside of it', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.array(fc.constantFrom(...words), { maxLength: 20 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (source) => {
      for (const work of [
        () => evaluateFormula(source, environmentOf(), fewFunctions),
        () => evaluateTemplate(source, environmentOf(), fewFunctions),
      ]) {
        try {
          work();
        } catch (error) {
          expect(error).toBeInstanceOf(FormulaError);
          if (error instanceof FormulaError) expect(error.offset).toBeLessThanOrEqual(source.length);
        }
      }
    }),
    { numRuns: 2000 },
  );
});

it('JSON reads back as it was printed', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = jsonText(parseJsonValue(JSON.stringify(value)));
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(jsonText(parseJsonValue(text))).toBe(text);
    }),
  );
});
