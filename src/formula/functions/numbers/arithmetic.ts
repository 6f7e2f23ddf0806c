import type { FunctionEntry } from '../../evaluate/function-entry.ts';
import { FormulaError } from '../../syntax/formula-error.ts';
import { numberArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { documentationPage } from '../documentation-page.ts';
import {
  addDecimals,
  type Decimal,
  decimalOf,
  divideDecimals,
  floatOf,
  floorQuotient,
  moduloDecimals,
  moduloIntegers,
  multiplyDecimals,
} from './decimal.ts';

const MOST_BITS = 131_072;

/** PLUS, MINUS, TIMES, DIVIDED_BY, MODULO, ABS and POWER: two Integers give an Integer, anything else a Float. */
export const arithmeticFunctions: readonly FunctionEntry[] = [
  binary('PLUS', 'The sum of two numbers.', {
    integers: (a, b) => a + b,
    decimals: addDecimals,
  }),
  binary('MINUS', 'The difference of two numbers.', {
    integers: (a, b) => a - b,
    decimals: (a, b) => addDecimals(a, { digits: -b.digits, scale: b.scale }),
  }),
  binary('TIMES', 'The product of two numbers.', {
    integers: (a, b) => bounded(a * b),
    decimals: multiplyDecimals,
  }),
  binary('DIVIDED_BY', 'The quotient of two numbers, rounded down where both are integers.', {
    integers: (a, b) => floorQuotient(a, divisor(b)),
    decimals: (a, b) => divideDecimals(a, { ...b, digits: divisor(b.digits) }),
  }),
  binary('MODULO', 'The rest of a division; its sign is that of the denominator.', {
    integers: (a, b) => moduloIntegers(a, divisor(b)),
    decimals: (a, b) => moduloDecimals(a, { ...b, digits: divisor(b.digits) }),
  }),
  define(
    {
      name: 'ABS',
      category: 'Numbers',
      parameters: 'number',
      summary: 'A number without its sign.',
      source: documentationPage('ABS'),
    },
    ([value]) => {
      const number = numberArgument('ABS', value);
      return number < 0 ? -number : number;
    },
  ),
  define(
    {
      name: 'POWER',
      category: 'Numbers',
      parameters: 'base, exponent',
      summary: 'A number raised to a power.',
      source: documentationPage('POWER'),
    },
    ([base, exponent]) => power(numberArgument('POWER', base), numberArgument('POWER', exponent)),
  ),
];

interface Rules {
  readonly integers: (a: bigint, b: bigint) => bigint;
  readonly decimals: (a: Decimal, b: Decimal) => Decimal;
}

function binary(name: string, summary: string, rules: Rules): FunctionEntry {
  const parameters = name === 'DIVIDED_BY' || name === 'MODULO' ? 'numerator, denominator' : 'first, second';
  return define({ name, category: 'Numbers', parameters, summary, source: documentationPage(name) }, ([left, right]) => {
    const a = numberArgument(name, left);
    const b = numberArgument(name, right);
    if (typeof a === 'bigint' && typeof b === 'bigint') return rules.integers(a, b);
    return floatOf(rules.decimals(decimalOf(a), decimalOf(b)));
  });
}

function divisor(value: bigint): bigint {
  if (value === 0n) throw new FormulaError('evaluation', 'Cannot divide by zero.');
  return value;
}

// Multiplying again and again would double the digits each time.
function bounded(value: bigint): bigint {
  if (BigInt.asIntN(MOST_BITS, value) !== value) throw tooLarge();
  return value;
}

// Ruby gives a Rational for 2 ** -1, which JSON has not: a Float stands for it.
function power(base: bigint | number, exponent: bigint | number): bigint | number {
  if (typeof base === 'bigint' && typeof exponent === 'bigint' && exponent >= 0n) {
    if (base === 0n || base === 1n || base === -1n) return base ** (exponent === 0n ? 0n : exponent % 2n === 0n ? 2n : 1n);
    const bits = BigInt((base < 0n ? -base : base).toString(2).length - 1);
    if (bits * exponent >= BigInt(MOST_BITS)) throw tooLarge();
    return base ** exponent;
  }
  const result = Number(base) ** Number(exponent);
  if (Number.isNaN(result)) throw new FormulaError('evaluation', 'Invalid argument to POWER, the result is not a real number');
  return result;
}

function tooLarge(): FormulaError {
  return new FormulaError('limit', 'The result has more than 39,000 digits.');
}
