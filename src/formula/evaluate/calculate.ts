import type { Value } from '../../model/value.ts';
import { FormulaError } from '../syntax/formula-error.ts';
import { numberOf } from '../values/number-of.ts';
import { typeName } from '../values/type-name.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/';

/**
 * What an arithmetic operator makes of two numbers or numeric texts. Integers stay exact; a quotient is an Integer where the division
 * leaves no rest and a Float otherwise (inferred: public stories multiply quotients by 100). Division by zero is an error.
 */
export function calculate(operator: ArithmeticOperator, left: Value, right: Value): bigint | number {
  const a = operand(operator, left);
  const b = operand(operator, right);
  if (typeof a === 'bigint' && typeof b === 'bigint') return calculateIntegers(operator, a, b);
  return calculateFloats(operator, Number(a), Number(b));
}

/** The value as a number, or Tines' error for the operator. */
export function operand(operator: string, value: Value): bigint | number {
  const number = numberOf(value);
  if (number !== undefined) return number;
  throw new FormulaError(
    'evaluation',
    `Could not convert object of type ${typeName(value)} to a number. The ${operator} operator only accepts Numbers or Text that can be converted to a number.`,
  );
}

function calculateIntegers(operator: ArithmeticOperator, a: bigint, b: bigint): bigint | number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return bounded(a * b);
    case '/':
      if (b === 0n) throw divisionByZero();
      return a % b === 0n ? a / b : Number(a) / Number(b);
  }
}

function calculateFloats(operator: ArithmeticOperator, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      if (b === 0) throw divisionByZero();
      return a / b;
  }
}

function divisionByZero(): FormulaError {
  return new FormulaError('evaluation', 'Cannot divide by zero.');
}

// Squaring again and again would double the digits each time.
const largest = 2n ** 131_072n;

function bounded(value: bigint): bigint {
  if (BigInt.asIntN(64, value) === value || (value < largest && value > -largest)) return value;
  throw new FormulaError('limit', 'The result has more than 39,000 digits.');
}
