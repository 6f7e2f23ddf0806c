import { FormulaError } from '../../syntax/formula-error.ts';

/**
 * A decimal number, exact: `digits` divided by 10^`scale`. Tines' arithmetic on numbers with a fraction is decimal, as that of the
 * Liquid filters it comes from (documented: the rest of 67.28 by 12 is 7.28, where binary arithmetic gives 7.280000000000001).
 */
export interface Decimal {
  readonly digits: bigint;
  /** Not negative. */
  readonly scale: number;
}

const QUOTIENT_DIGITS = 16;

/** A number as its shortest decimal text says it. NaN and the infinities are an error, as in Ruby. */
export function decimalOf(number: bigint | number): Decimal {
  if (typeof number === 'bigint') return { digits: number, scale: 0 };
  if (!Number.isFinite(number)) throw new FormulaError('evaluation', `Cannot compute with ${number}.`);
  const [mantissa = '', exponent = '0'] = number.toExponential().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** The Float nearest to a decimal. */
export function floatOf({ digits, scale }: Decimal): number {
  return Number(`${digits}e-${scale}`);
}

/** The sum. */
export function addDecimals(left: Decimal, right: Decimal): Decimal {
  const [a, b, scale] = align(left, right);
  return { digits: a + b, scale };
}

/** The product. */
export function multiplyDecimals(left: Decimal, right: Decimal): Decimal {
  return { digits: left.digits * right.digits, scale: left.scale + right.scale };
}

/** The quotient, rounded to 16 significant digits (documented: 5 by 3.0 is 1.666666666666667). The divisor is not 0. */
export function divideDecimals(left: Decimal, right: Decimal): Decimal {
  const [a, b] = align(left, right);
  const excess = digitCount(a) - digitCount(b);
  const scale = Math.max(QUOTIENT_DIGITS + 2 - excess, 0);
  const digits = (a * 10n ** BigInt(scale)) / b;
  return roundDecimal({ digits, scale }, scale - (digitCount(digits) - QUOTIENT_DIGITS));
}

/** The rest of a division; it has the sign of the divisor, as in Ruby. The divisor is not 0. */
export function moduloDecimals(left: Decimal, right: Decimal): Decimal {
  const [a, b, scale] = align(left, right);
  return { digits: moduloIntegers(a, b), scale };
}

/** The rest of a division of integers, with the sign of the divisor. */
export function moduloIntegers(a: bigint, b: bigint): bigint {
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

/** The quotient of integers, rounded down. */
export function floorQuotient(a: bigint, b: bigint): bigint {
  return (a - moduloIntegers(a, b)) / b;
}

/** Rounded to so many places after the point (before it, where negative); halves go away from 0. */
export function roundDecimal(decimal: Decimal, places: number): Decimal {
  const dropped = decimal.scale - places;
  if (dropped <= 0) return decimal;
  const unit = 10n ** BigInt(dropped);
  const half = decimal.digits < 0n ? -unit / 2n : unit / 2n;
  const digits = (decimal.digits + half) / unit;
  return places >= 0 ? { digits, scale: places } : { digits: digits * 10n ** BigInt(-places), scale: 0 };
}

function align(left: Decimal, right: Decimal): readonly [a: bigint, b: bigint, scale: number] {
  const scale = Math.max(left.scale, right.scale);
  return [left.digits * 10n ** BigInt(scale - left.scale), right.digits * 10n ** BigInt(scale - right.scale), scale];
}

function digitCount(value: bigint): number {
  return String(value < 0n ? -value : value).length;
}
