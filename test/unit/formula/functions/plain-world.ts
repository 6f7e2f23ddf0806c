import { evaluateFormula } from '../../../../src/formula/evaluate-formula.ts';
import { FormulaError } from '../../../../src/formula/formula-error.ts';
import type { FunctionTable } from '../../../../src/formula/function-entry.ts';
import { addressFunctions } from '../../../../src/formula/functions/addresses.ts';
import { htmlFunctions } from '../../../../src/formula/functions/html.ts';
import { logicFunctions } from '../../../../src/formula/functions/logic.ts';
import { numberFunctions } from '../../../../src/formula/functions/numbers.ts';
import { regexFunctions } from '../../../../src/formula/functions/regex.ts';
import { storyFunctions } from '../../../../src/formula/functions/story.ts';
import { textFunctions } from '../../../../src/formula/functions/text.ts';
import { textCaseFunctions } from '../../../../src/formula/functions/text-case.ts';
import { textSearchFunctions } from '../../../../src/formula/functions/text-search.ts';
import { jsonText } from '../../../../src/formula/json-text.ts';
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
