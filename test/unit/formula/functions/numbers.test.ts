import { describe, expect, it } from 'vitest';
import { failure, run } from './plain-world.ts';

describe('arithmetic', () => {
  it.each([
    ['DIVIDED_BY(20, 7)', '2'],
    ['DIVIDED_BY(-20, 7)', '-3'],
    ['DIVIDED_BY(20.0, 7)', '2.857142857142857'],
    ['DIVIDED_BY("16", "4")', '4'],
    ['DIVIDED_BY(0, 2.5)', '0.0'],
    ['DIVIDED_BY(1.5, 0.5)', '3.0'],
    ['MODULO(-7, 3)', '2'],
    ['MODULO(7, -3)', '-2'],
    ['MODULO(-7.5, 2)', '0.5'],
    ['MODULO(67.28, 12)', '7.28'],
    ['PLUS(0.1, 0.2)', '0.3'],
    ['PLUS("1", 2)', '3'],
    ['PLUS(9007199254740993, 1)', '9007199254740994'],
    ['TIMES(0.1, 3)', '0.3'],
    ['TIMES(12345678901, 12345678901)', '152415787526596567801'],
    ['MINUS(1, 1.0)', '0.0'],
    ['POWER(2, 100)', '1267650600228229401496703205376'],
    ['POWER(2, -1)', '0.5'],
    ['POWER(-1, 10000000000000001)', '-1'],
    ['POWER(4, 0.5)', '2.0'],
    ['ABS("-3")', '3'],
    ['ABS(-3.5)', '3.5'],
  ])('%s gives %s', (formula, expected) => expect(run(formula)).toBe(expected));

  it.each([
    ['DIVIDED_BY(5, 0)', 'evaluation', 'Cannot divide by zero.'],
    ['DIVIDED_BY(5.5, 0)', 'evaluation', 'Cannot divide by zero.'],
    ['MODULO(5, 0)', 'evaluation', 'Cannot divide by zero.'],
    ['POWER(10, 1000000)', 'limit', 'The result has more than 39,000 digits.'],
    ['POWER(2, POWER(2, 200))', 'limit', 'The result has more than 39,000 digits.'],
    ['POWER(-8, 0.5)', 'evaluation', 'Invalid argument to POWER, the result is not a real number'],
    ['PLUS("one", 2)', 'evaluation', 'Invalid argument to PLUS, expected number got Text'],
    ['PLUS(NULL, 2)', 'evaluation', 'Invalid argument to PLUS, expected number got Null'],
    ['SQRT(-1)', 'evaluation', 'Numerical argument is out of domain - "sqrt"'],
    ['NUMBER("ten")', 'evaluation', 'Invalid argument to NUMBER, expected number got Text'],
  ])('%s stops as %s: %s', (formula, kind, message) => expect(failure(formula)).toMatchObject({ kind, message }));
});

describe('rounding', () => {
  it.each([
    ['ROUND(2.5)', '3'],
    ['ROUND(-2.5)', '-3'],
    ['ROUND(1.005, 2)', '1.01'],
    ['ROUND(2.0, 1)', '2.0'],
    ['ROUND(1250, -2)', '1300'],
    ['ROUND(17, 3)', '17'],
    ['ROUND(1.5, 999999999)', '1.5'],
    ['CEIL("1.2")', '2'],
    ['CEIL(-1.2)', '-1'],
    ['FLOOR(-1.2)', '-2'],
    ['FLOOR(12345678901234567890)', '12345678901234567890'],
  ])('%s gives %s', (formula, expected) => expect(run(formula)).toBe(expected));
});

describe('several numbers', () => {
  it.each([
    ['MAX(1, 2.5, "3")', '3'],
    ['MIN([])', 'null'],
    ['MAX([1, 1.0])', '1'],
    ['AVERAGE(1, 3)', '2.0'],
    ['AVERAGE([])', 'null'],
    ['MEDIAN(3, 1, 2)', '2'],
    ['MEDIAN([4, 1, 3, 2])', '2.5'],
    ['AT_LEAST("4", 5)', '5'],
    ['AT_MOST(4.0, 4)', '4.0'],
    ['CLAMP(110, 0, 100)', '100'],
    ['CLAMP("b", "c", "f")', '"c"'],
    ['CLAMP("50", 0, 100)', '50'],
    ['COUNT([1, 2])', '2'],
    ['RANDOM(1, 4)', '2'],
    ['RANDOM(1.0, 2)', '1.25'],
    ['RANDOM(7, 7)', '7'],
    ['SQRT(9)', '3.0'],
    ['COS(0)', '1.0'],
  ])('%s gives %s', (formula, expected) => expect(run(formula)).toBe(expected));

  it('refuses bounds that are the wrong way round', () => {
    expect(failure('CLAMP(1, 3, 2)').kind).toBe('evaluation');
    expect(failure('RANDOM(3, 2)').kind).toBe('evaluation');
  });

  it('refuses to estimate the tokens of more than a million characters', () => {
    expect(failure('ESTIMATED_TOKEN_COUNT(text)', { text: 'a'.repeat(1_000_001) }).kind).toBe('evaluation');
  });
});
