import type { Value } from '../../../../model/value.ts';
import { compareValues, equalValues } from '../../../values/compare-values.ts';
import { numberOf } from '../../../values/number-of.ts';

type Operator = '==' | '!=' | '<' | '<=' | '>' | '>=';

/**
 * Compares as the Ruby gem's filters do: text that looks like a number counts as one, `true` also equals the text `true`,
 * and nothing is true of what is missing or has no order.
 */
export function compareLoosely(left: Value | undefined, operator: Operator, right: Value | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  if (operator === '==') return equal(left, right);
  if (operator === '!=') return !equal(left, right);
  const order = compareValues(numberOf(left) ?? left, numberOf(right) ?? right);
  if (order === undefined) return false;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}

function equal(left: Value, right: Value): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') return String(left) === String(right);
  return equalValues(numberOf(left) ?? left, numberOf(right) ?? right);
}
