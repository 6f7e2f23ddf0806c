import type { Value } from '../../model/value.ts';
import { numberValue } from './number-value.ts';

const numeric = /^\s*[+-]?\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?\s*$/;

/** A number, or text that reads as one (`" 12 "`, `"1.5"`, `"1e3"`); undefined for everything else. */
export function numberOf(value: Value): bigint | number | undefined {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  if (typeof value !== 'string' || !numeric.test(value)) return undefined;
  return numberValue(value.replaceAll(/[\s_]|^\s*\+/g, ''));
}
