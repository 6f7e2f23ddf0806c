import type { Value } from '../../../model/value.ts';
import { FormulaError } from '../../syntax/formula-error.ts';

/** The array in arrays of `size` elements, the last possibly shorter; a size below 1 is an error. */
export function chunk(array: readonly Value[], size: number): readonly Value[] {
  if (size < 1)
    throw new FormulaError('evaluation', `Invalid argument to CHUNK_ARRAY, expected number greater than 0 got ${size}`);
  const chunks: Value[] = [];
  for (let start = 0; start < array.length; start += size) chunks.push(array.slice(start, start + size));
  return chunks;
}
