import type { Lambda, Value, ValueMap } from '../../model/value.ts';
import { FormulaError } from '../syntax/formula-error.ts';
import { isArray } from '../values/is-array.ts';
import { isLambda } from '../values/is-lambda.ts';
import { isObject } from '../values/is-object.ts';
import { numberOf } from '../values/number-of.ts';
import { textOf } from '../values/text-of.ts';
import { typeName } from '../values/type-name.ts';

/** Tines' message for an argument of the wrong kind: `Invalid argument to HEX_PARSE, expected hexadecimal string got …`. */
export function invalidArgument(name: string, expected: string, got: string): FormulaError {
  return new FormulaError('evaluation', `Invalid argument to ${name}, expected ${expected} got ${got}`);
}

/** Text; numbers and booleans as text. Anything else, NULL among it, is an error: what Tines does with it is not documented. */
export function textArgument(name: string, value: Value | undefined): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'bigint':
    case 'boolean':
      return textOf(value);
    default:
      throw invalidArgument(name, 'text', value instanceof Uint8Array ? 'binary data' : typeName(value ?? null));
  }
}

/** Text as `textArgument` reads it, or the bytes of text that is not valid UTF-8. */
export function bytesOrTextArgument(name: string, value: Value | undefined): string | Uint8Array {
  return value instanceof Uint8Array ? value : textArgument(name, value);
}

/** A number, or text that looks like one (documented for ABS, CEIL, FLOOR and the operators). */
export function numberArgument(name: string, value: Value | undefined): bigint | number {
  const number = value === undefined ? undefined : numberOf(value);
  if (number === undefined) throw invalidArgument(name, 'number', typeName(value ?? null));
  return number;
}

/** A number of characters, words or elements: fractions are cut off, as Ruby does it; at most 2^53 on either side. */
export function countArgument(name: string, value: Value | undefined): number {
  const number = Math.trunc(Number(numberArgument(name, value)));
  if (Number.isNaN(number)) throw invalidArgument(name, 'number', 'NaN');
  return Math.min(Math.max(number, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
}

/** An array. */
export function arrayArgument(name: string, value: Value | undefined): readonly Value[] {
  if (!isArray(value)) throw invalidArgument(name, 'array', typeName(value ?? null));
  return value;
}

/** An object. */
export function objectArgument(name: string, value: Value | undefined): ValueMap {
  if (!isObject(value)) throw invalidArgument(name, 'object', typeName(value ?? null));
  return value;
}

/** A lambda; the message is Tines' own: `Invalid argument to MAP_LAMBDA, function must be a lambda got Object`. */
export function lambdaArgument(name: string, value: Value | undefined): Lambda {
  if (isLambda(value)) return value;
  throw new FormulaError('evaluation', `Invalid argument to ${name}, function must be a lambda got ${typeName(value ?? null)}`);
}
