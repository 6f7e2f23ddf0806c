import { expect, it } from 'vitest';
import { evaluateFormula } from '../../../../src/formula/evaluate/evaluate-formula.ts';
import { functionTable } from '../../../../src/formula/evaluate/functions.ts';
import { FormulaError } from '../../../../src/formula/syntax/formula-error.ts';
import { environmentOf } from '../formula-world.ts';

function hintOf(formula: string, data: unknown = {}): string {
  try {
    evaluateFormula(formula, environmentOf(data));
  } catch (error) {
    if (error instanceof FormulaError) return error.hint;
    throw error;
  }
  throw new Error(`${formula} did not fail`);
}

it.each([
  ['UPCASE(a.missing)', 'DEFAULT(value, fallback). It is called UPCASE(text).'],
  ['UPCASE([1])', 'TO_JSON(…) makes text of it; or take the one member of it that is text. It is called UPCASE(text).'],
  ['SLICE("abc", "one")', 'It is called SLICE(text, start_index, [length]).'],
  ['SORT("[1]")', 'JSON_PARSE(…), other text an array with SPLIT(…). It is called SORT(array, [path], [include_json_paths: …]).'],
  ['KEYS([1])', 'MAP_LAMBDA'],
  ['SUM({"a": 1})', 'VALUES(…) and KEYS(…) make an array'],
  ['MAP_LAMBDA([1], 2)', 'LAMBDA(item, …). It is called MAP_LAMBDA('],
  ['MATCH("a", "(")', 'behind a backslash'],
  ['DATE("now", "%H", "Dublin")', 'Europe/Dublin'],
  ['DATE("no day at all", "%H")', '2024-05-31T12:00:00Z'],
  ['DATE_PARSE("x", "%Y")', '2024-05-31T12:00:00Z'],
  ['1 / 0', 'IF_ERROR'],
  ['"a" + 1', 'Join texts with &'],
  ['"a" < 1', 'NUMBER(…)'],
  ['JSON_PARSE("{a}")', 'double quotes'],
  ['NOPE_AT_ALL(1)', 'https://www.tines.com/docs/formulas/functions/'],
  ['SWITCH(1, 2)', 'a result for all other cases'],
  ['UPCASE()', 'It is called UPCASE(text).'],
  ['', 'UPCASE(my_action.name)'],
  ['1 == 1', 'single ='],
])('%s says what to do next', (formula, hint) => {
  expect(hintOf(formula)).toContain(hint);
});

it('names the function that was given the wrong thing, not the one around it', () => {
  expect(hintOf('MAP_LAMBDA([1], LAMBDA(x, UPCASE([x])))')).toMatch(/It is called UPCASE\(text\)\.$/);
  expect(hintOf('MAP_LAMBDA([1], LAMBDA(x, x + "a"))')).not.toContain('MAP_LAMBDA');
});

it('quotes nothing of the data', () => {
  expect(hintOf('HEX_PARSE(a, error_on_invalid_hex: TRUE)', { a: 'hunter2' })).not.toContain('hunter2');
});

it('has something to say about whatever goes wrong', () => {
  for (const entry of functionTable.values()) {
    for (const given of ['', 'NULL', '[NULL]', '"(", "(", "("', '-1, -1', '{}, {}, {}']) {
      try {
        evaluateFormula(`${entry.name}(${given})`, environmentOf());
      } catch (error) {
        expect(error).toBeInstanceOf(FormulaError);
        expect((error as FormulaError).hint, `${entry.name}(${given})`).toMatch(/^.{10,}[.)/]$/s);
      }
    }
  }
});
