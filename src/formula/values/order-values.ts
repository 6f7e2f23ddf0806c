import type { Value } from '../../model/value.ts';
import { FormulaError } from '../syntax/formula-error.ts';
import { compareValues } from './compare-values.ts';
import { numberOf } from './number-of.ts';
import { typeName } from './type-name.ts';

/**
 * The order of two operands of `<`, `<=`, `>` or `>=`. A number and numeric text compare as numbers, as in arithmetic (inferred);
 * values without an order are an error, as in Ruby.
 */
export function orderValues(operator: string, left: Value, right: Value): number {
  const order = compareValues(left, right) ?? compareAsNumbers(left, right);
  if (order !== undefined) return order;
  throw new FormulaError(
    'evaluation',
    `Could not compare ${typeName(left)} with ${typeName(right)}. The ${operator} operator needs two values of one type.`,
  );
}

function compareAsNumbers(left: Value, right: Value): number | undefined {
  if ((typeof left === 'string') === (typeof right === 'string')) return undefined;
  const a = numberOf(left);
  const b = numberOf(right);
  return a === undefined || b === undefined ? undefined : compareValues(a, b);
}
