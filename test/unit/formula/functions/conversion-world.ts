import { evaluateFormula } from '../../../../src/formula/evaluate/evaluate-formula.ts';
import type { FunctionTable } from '../../../../src/formula/evaluate/function-entry.ts';
import { archiveFunctions } from '../../../../src/formula/functions/archives/table.ts';
import { csvFunctions } from '../../../../src/formula/functions/csv/table.ts';
import { emailFunctions } from '../../../../src/formula/functions/email/table.ts';
import { encodingFunctions } from '../../../../src/formula/functions/encoding/table.ts';
import { encryptionFunctions } from '../../../../src/formula/functions/encryption/table.ts';
import { hashingFunctions } from '../../../../src/formula/functions/hashing.ts';
import { jwtFunctions } from '../../../../src/formula/functions/jwt/table.ts';
import { parsingFunctions } from '../../../../src/formula/functions/parsing/table.ts';
import { xmlFunctions } from '../../../../src/formula/functions/xml/table.ts';
import { yamlFunctions } from '../../../../src/formula/functions/yaml/table.ts';
import { FormulaError } from '../../../../src/formula/syntax/formula-error.ts';
import { jsonText } from '../../../../src/formula/values/json-text.ts';
import type { Value } from '../../../../src/model/value.ts';
import { environmentOf } from '../formula-world.ts';

const entries = [
  ...archiveFunctions,
  ...csvFunctions,
  ...emailFunctions,
  ...encodingFunctions,
  ...encryptionFunctions,
  ...hashingFunctions,
  ...jwtFunctions,
  ...parsingFunctions,
  ...xmlFunctions,
  ...yamlFunctions,
];

/** The functions that convert, sign and encrypt. */
export const conversionTable: FunctionTable = new Map(entries.map((entry) => [entry.name, entry]));

/** What a formula gives as a value of the language. */
export function resultOf(formula: string, data: unknown = {}): Value {
  return evaluateFormula(formula, environmentOf(data), conversionTable);
}

/** What a function gives for values that JSON data cannot hold: binary, exact integers. The rest stands for `…rest` and named places. */
export function call(name: string, ...values: readonly (Value | undefined)[]): Value {
  const entry = conversionTable.get(name);
  if (entry?.kind !== 'eager') throw new Error(`there is no ${name}`);
  return entry.call(values, environmentOf());
}

/** The same as plain JSON; integers beyond 2^53 lose digits. */
export function jsonOf(formula: string, data: unknown = {}): unknown {
  return JSON.parse(jsonText(resultOf(formula, data)));
}

/** The error that a formula stops with. */
export function errorOf(formula: string, data: unknown = {}): FormulaError {
  try {
    resultOf(formula, data);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`${formula} did not fail`);
}
