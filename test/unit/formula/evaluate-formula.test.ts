import { describe, expect, it } from 'vitest';
import { compileFormula } from '../../../src/formula/evaluate/compile-formula.ts';
import { evaluateFormula } from '../../../src/formula/evaluate/evaluate-formula.ts';
import { parseFormula } from '../../../src/formula/syntax/parse-formula.ts';
import { environmentOf, failure, fewFunctions, run } from './formula-world.ts';

describe('what a formula gives', () => {
  it.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['10 - 2 - 3', '5'],
    ['-2 * -3', '6'],
    ['7 / 2', '3.5'],
    ['6 / 2', '3'],
    ['6.0 / 2', '3.0'],
    ['1e3', '1000.0'],
    ['99999999999999999999 + 1', '100000000000000000000'],
    ['"12" + 1', '13'],
    ['"a" & 1 + 2 & NULL & TRUE & [1, "x"] & {"k": 1.0}', '"a3true[1,\\"x\\"]{\\"k\\":1.0}"'],
    ['1 = 1.0', 'true'],
    ['"1" = 1', 'false'],
    ['[1, {"a": 2}] = [1.0, {"a": 2}]', 'true'],
    ['NULL = FALSE', 'false'],
    ['1 < 2 AND 2 < 3', 'true'],
    ['FALSE && 1 || "x"', 'true'],
    ['1 OR REVEAL(1)', 'true'],
    ['0 AND ""', 'true'],
    ['"b" > "a"', 'true'],
    ['"10" > 9', 'true'],
    ['# a comment\n1 + # another\n1', '2'],
    ["'it\\'s' & \"\\d+\" & \"a\\nb\" & '\\\\'", JSON.stringify("it's\\d+a\nb\\")],
    ['true', 'true'],
    ['null', 'null'],
    ['"abc" |> UPCASE(%) |> % & "!"', '"ABC!"'],
    ['5 |> MAP_LAMBDA([1], LAMBDA(x, x + %))', '[6]'],
    ['MAP_LAMBDA([1, 2], LAMBDA(x, MAP_LAMBDA([10, 20], LAMBDA(y, x + y))))', '[[11,21],[12,22]]'],
    ['MAP_LAMBDA([1, 2], LAMBDA(UPCASE, UPCASE * 2))', '[2,4]'],
    ['REDUCE([1, 2, 3], LAMBDA(sum, item, sum + item), 0)', '6'],
    ['LIST()', '[]'],
    ['LIST(1, 2)', '[1,2]'],
    ['PAIR(1)', '[1,null,null]'],
    ['PAIR(1, 2, c: 3)', '[1,2,3]'],
    ['PAIR(1, c: 3, b: 2)', '[1,2,3]'],
    ['IF(FALSE, UNKNOWN(1), 2)', '2'],
    ['IF_ERROR(5 / 0, "none")', '"none"'],
    ['[[1]][0][0]', '1'],
    ['[1, 2][-1]', '2'],
    ['[1, 2][2]', 'null'],
  ])('%s', (formula, expected) => {
    expect(run(formula)).toBe(expected);
  });

  it.each([
    ['a.b.c', '1'],
    ['.a.b.c', '1'],
    ['a["b"]["c"]', '1'],
    ['a.list[0].x', '"y"'],
    ['a.list.0.x', '"y"'],
    ["a['key with space']", '2'],
    ['a.4xx', '3'],
    ['a.missing.on.the.way', 'null'],
    ['a.text.length', 'null'],
    ['missing', 'null'],
    ['a.__proto__', 'null'],
    ['a.constructor', 'null'],
    ['a["toString"]', 'null'],
    ['__proto__.x', 'null'],
    ['a.b - 0 |> 1', undefined],
  ])('data: %s', (formula, expected) => {
    const data = { a: { b: { c: 1 }, list: [{ x: 'y' }], 'key with space': 2, '4xx': 3, text: 'abc' } };
    if (expected === undefined) expect(failure(formula, data).kind).toBe('evaluation');
    else expect(run(formula, data)).toBe(expected);
  });
});

describe('what a formula says when it fails', () => {
  it.each([
    ['FORMAT_DATE(1)', 'Undefined function FORMAT_DATE', [0, 14]],
    ['1 + SIZE', 'SIZE is a function, did you mean to write SIZE()?', [4, 4]],
    ['a == 1', '`==` is not a valid operator. You can use `=` to compare things.', [2, 2]],
    [
      '"x" + 1',
      'Could not convert object of type Text to a number. The + operator only accepts Numbers or Text that can be converted to a number.',
      [0, 7],
    ],
    ['2 * (1 / 0)', 'Cannot divide by zero.', [5, 5]],
    ['1 < "a"', 'Could not compare Number with Text. The < operator needs two values of one type.', [0, 7]],
    ['"open', 'This text has no closing quote.', [0, 1]],
    ['(1', 'Here should be ‹)› to close the bracket, but the formula ends.', [2, 1]],
    ['1 2', 'The formula should end here, but there is something else.', [2, 1]],
    ['%', '% stands for the left side of a pipe, and there is no |> before it.', [0, 1]],
    ['!a', '‹!› has no meaning in a formula.', [0, 1]],
    ['', 'The formula is empty.', [0, 1]],
    ['UPCASE()', 'Wrong number of arguments to UPCASE, expected 1 got 0', [0, 8]],
    ['UPCASE("a", 2)', 'Wrong number of arguments to UPCASE, expected 1 got 2', [0, 14]],
    ['PAIR(1, d: 2)', 'PAIR has no argument ‹d› to give here.', [0, 13]],
    ['PAIR(1, 2, b: 2)', 'PAIR has no argument ‹b› to give here.', [0, 16]],
    ['LAMBDA(1, 2)', 'Before the calculation of a LAMBDA stand only names of parameters.', [7, 1]],
    ['{a: 1}', 'Here should be a key in quotes, but there is something else.', [1, 1]],
  ])('%s', (formula, message, [offset, length]) => {
    const error = failure(formula);
    expect([error.message, error.offset, error.length]).toEqual([message, offset, length]);
  });

  it('hints at the nearest function', () => {
    expect(failure('UPCAES("a")').hint).toBe('Did you mean UPCASE?');
    expect(failure('COMPLETELY_DIFFERENT("a")').hint).toContain('https://www.tines.com/docs/formulas/functions/');
  });

  it('stops at its bounds instead of exhausting the machine', () => {
    const range = Array.from({ length: 200 }, (_, index) => index);
    const data = { range, many: Array.from({ length: 5000 }, () => 1) };
    expect(failure('REDUCE(range, LAMBDA(text, item, text & text), "ab")', data).kind).toBe('limit');
    expect(failure('REDUCE(range, LAMBDA(number, item, number * number), 7)', data).kind).toBe('limit');
    expect(failure('REDUCE(many, LAMBDA(list, item, [list]), []) & ""', data).kind).toBe('limit');
    expect(failure('MAP_LAMBDA(many, LAMBDA(a, MAP_LAMBDA(many, LAMBDA(b, a + b))))', data).kind).toBe('limit');
    expect(failure('('.repeat(10_000)).kind).toBe('limit');
    expect(failure('-'.repeat(10_000)).kind).toBe('limit');
    expect(failure(`1${' + 1'.repeat(10_000)}`).kind).toBe('limit');
    expect(failure(`a${'.b'.repeat(10_000)}`).kind).toBe('limit');
  });

  it('stops when the clock that it is given has run through the time that it has', () => {
    const many = Array.from({ length: 50_000 }, () => 1);
    const formula = 'SIZE(MAP_LAMBDA(many, LAMBDA(a, a)))';
    const evaluateBy = (milliseconds: number): unknown => {
      let time = 1000;
      return evaluateFormula(formula, environmentOf({ many }, { clock: () => time++, milliseconds }), fewFunctions);
    };
    expect(() => evaluateBy(20)).toThrow('The formula takes more time than is allowed (0.02 seconds).');
    expect(evaluateBy(1000)).toBe(100_001n);
  });
});

describe('speed', () => {
  it('evaluates a compiled formula again and again with the same result', () => {
    const evaluate = compileFormula(parseFormula('UPCASE(a.b.c) & "-" & b[0]'), fewFunctions);
    const environment = environmentOf({ a: { b: { c: 'x' } }, b: ['y'] });
    expect([evaluate(environment), evaluate(environment)]).toEqual(['X-y', 'X-y']);
  });
});
