import { evaluateFormula } from '../../../../src/formula/evaluate/evaluate-formula.ts';
import type { FunctionTable } from '../../../../src/formula/evaluate/function-entry.ts';
import { functionTable } from '../../../../src/formula/evaluate/functions.ts';
import { arrayFunctions } from '../../../../src/formula/functions/arrays/table.ts';
import { dateFunctions } from '../../../../src/formula/functions/dates/table.ts';
import { lambdaFunctions } from '../../../../src/formula/functions/lambdas/table.ts';
import { objectFunctions } from '../../../../src/formula/functions/objects/table.ts';
import { FormulaError } from '../../../../src/formula/syntax/formula-error.ts';
import { jsonText } from '../../../../src/formula/values/json-text.ts';
import { environmentOf } from '../formula-world.ts';

const entries = [...arrayFunctions, ...dateFunctions, ...lambdaFunctions, ...objectFunctions];

/** The functions of arrays, objects, lambdas and dates. */
export const collectionTable: FunctionTable = new Map(entries.map((entry) => [entry.name, entry]));

/** The whole language. */
export const wholeTable: FunctionTable = new Map([...functionTable, ...collectionTable]);

interface Circumstances {
  readonly units?: number;
}

/** The JSON text of what a formula gives, on 2024-01-02T03:04:05Z, with a random source that always says 0.25. */
export function textOfResult(formula: string, data: unknown = {}, circumstances: Circumstances = {}): string {
  return jsonText(evaluateFormula(formula, environmentOf(data, circumstances), wholeTable));
}

/** The same as plain JSON; integers beyond 2^53 lose digits. */
export function jsonOfResult(formula: string, data: unknown = {}): unknown {
  return JSON.parse(textOfResult(formula, data));
}

/** The message that a formula stops with. */
export function messageOf(formula: string, data: unknown = {}, circumstances: Circumstances = {}): string {
  try {
    textOfResult(formula, data, circumstances);
  } catch (error) {
    if (error instanceof FormulaError) return error.message;
    throw error;
  }
  throw new Error(`${formula} did not fail`);
}
