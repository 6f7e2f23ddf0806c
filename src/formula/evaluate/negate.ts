import type { Value } from '../../model/value.ts';
import { operand } from './calculate.ts';

/** The number (or numeric text) with the other sign. */
export function negate(value: Value): bigint | number {
  const number = operand('-', value);
  return typeof number === 'bigint' ? -number : -number;
}
