import { describe, expect, it } from 'vitest';
import { createEnvironment } from '../../../../src/formula/evaluate/create-environment.ts';
import { evaluateFormula } from '../../../../src/formula/evaluate/evaluate-formula.ts';
import { FormulaError } from '../../../../src/formula/syntax/formula-error.ts';
import type { Value } from '../../../../src/model/value.ts';

const numbers = Array.from({ length: 30_000 }, (_, index) => BigInt(index));
const long = 'x'.repeat(30_000);
const data: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['numbers', numbers],
  ['long', long],
  ['objects', numbers.map((number) => new Map([['k', number]]))],
  ['quotes', '"'.repeat(100_000)],
  ['brackets', '['.repeat(100_000)],
  ['hidden', '["]",'.repeat(50_000)],
  ['dashes', '- '.repeat(50_000)],
]);

function failureOf(formula: string, clock?: () => number): FormulaError {
  const environment = createEnvironment({
    now: new Date(0),
    random: () => 0.5,
    uuid: () => '',
    lookup: (name) => data.get(name) ?? null,
    clock,
  });
  try {
    evaluateFormula(formula, environment);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`${formula} did not fail`);
}

describe('what a function makes is counted before it is made', () => {
  it.each([
    'JOIN(numbers, long)',
    'TO_XML(numbers, long)',
    'OBJECTS_TO_CSV(objects, numbers)',
    'OBJECTS_TO_MARKDOWN_TABLE(objects, numbers)',
    'FLATTEN_JSON([[objects]], long)',
    'REPLACE(long, "x", long)',
    'RANGE(1, 1000000000000)',
    'LEVENSHTEIN_DISTANCE(long, long & "y")',
  ])('%s', (formula) => {
    expect(failureOf(formula)).toMatchObject({ kind: 'limit', hint: expect.stringContaining('less data') });
  });
});

describe('what costs time without making anything is counted too', () => {
  it.each([
    'REDUCE(numbers, LAMBDA(sum, number, SIZE(COMPACT(numbers))), 0)',
    'REDUCE(numbers, LAMBDA(sum, number, SIZE(long & "")), 0)',
    'MAP_LAMBDA(numbers, LAMBDA(n, SIZE(REVERSE(numbers))))',
    'MAP_LAMBDA(numbers, LAMBDA(n, MATCH(long, "(x+)+y")))',
  ])('%s', (formula) => {
    let time = 0;
    const looks = 200;
    // A clock that goes on by a millisecond with every look, so that the bound is met after so many looks.
    const error = failureOf(formula, () => {
      time += 10_000 / looks;
      return time;
    });
    expect(error.kind).toBe('limit');
    expect(error.message).toBe('The formula takes more time than is allowed (10 seconds).');
  });
});

describe('what other programs choke on', () => {
  it.each([
    ['YAML_PARSE(quotes)', 'evaluation'],
    ['YAML_PARSE(brackets)', 'limit'],
    ['YAML_PARSE(hidden)', 'limit'],
    ['YAML_PARSE(dashes)', 'limit'],
    ['JSON_PARSE(brackets)', 'limit'],
    ['DATE(brackets, "%Y")', 'evaluation'],
    ['DATE_PARSE(dashes)', 'evaluation'],
  ])('%s is a clear error (%s)', (formula, kind) => {
    const error = failureOf(formula);
    expect(error.kind).toBe(kind);
    expect(error.message.length).toBeLessThan(200);
  });
});
