import type { Value } from '../../model/value.ts';
import { parseFormula } from '../syntax/parse-formula.ts';
import { compileFormula } from './compile-formula.ts';
import type { Environment } from './environment.ts';
import type { FunctionTable } from './function-entry.ts';
import { functionTable } from './functions.ts';

/** Reads and evaluates a formula once. Throws nothing but FormulaError, with the place in the text. */
export function evaluateFormula(text: string, environment: Environment, table: FunctionTable = functionTable): Value {
  return compileFormula(parseFormula(text), table)(environment);
}
