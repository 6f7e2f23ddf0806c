import { FormulaError } from './formula-error.ts';

// How deep arrays and objects may stand in each other; bounds the recursion of the program too.
export const deepestValue = 500;

/** Stops with a `limit` error where a value is nested deeper than `deepestValue`. */
export function assertDepth(depth: number): void {
  if (depth > deepestValue) {
    throw new FormulaError('limit', `A value is nested more than ${deepestValue} levels deep.`);
  }
}
