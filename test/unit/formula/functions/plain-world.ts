import { evaluateFormula } from '../../../../src/formula/evaluate/evaluate-formula.ts';
import type { FunctionTable } from '../../../../src/formula/evaluate/function-entry.ts';
import { htmlFunctions } from '../../../../src/formula/functions/html/table.ts';
import { logicFunctions } from '../../../../src/formula/functions/logic.ts';
import { numberFunctions } from '../../../../src/formula/functions/numbers/table.ts';
import { addressFunctions } from '../../../../src/formula/functions/parsing/addresses.ts';
import { regexFunctions } from '../../../../src/formula/functions/regex/table.ts';
import { storyFunctions } from '../../../../src/formula/functions/story.ts';
import { textCaseFunctions } from '../../../../src/formula/functions/text/case.ts';
import { textSearchFunctions } from '../../../../src/formula/functions/text/search.ts';
import { textFunctions } from '../../../../src/formula/functions/text/table.ts';
import { FormulaError } from '../../../../src/formula/syntax/formula-error.ts';
import { jsonText } from '../../../../src/formula/values/json-text.ts';
import { environmentOf } from '../formula-world.ts';

const entries = [
  ...addressFunctions,
  ...htmlFunctions,
  ...logicFunctions,
  ...numberFunctions,
  ...regexFunctions,
  ...storyFunctions,
  ...textFunctions,
  ...textCaseFunctions,
  ...textSearchFunctions,
];

/** The functions about text, numbers, decisions, addresses and the story. */
export const plainTable: FunctionTable = new Map(entries.map((entry) => [entry.name, entry]));

/** The JSON text of what a formula gives, which tells 1 from 1.0. */
export function run(formula: string, data: unknown = {}): string {
  return jsonText(evaluateFormula(formula, environmentOf(data), plainTable));
}

/** The error that a formula stops with. */
export function failure(formula: string, data: unknown = {}): FormulaError {
  try {
    run(formula, data);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`${formula} did not fail`);
}
