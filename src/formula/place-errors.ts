import type { Place } from './expression.ts';
import { FormulaError } from './formula-error.ts';
import type { Evaluate } from './frame.ts';

/** Gives errors that have no place yet the place of this part of the formula; the innermost part that can says where. */
export function placeErrors(place: Place, evaluate: Evaluate): Evaluate {
  const { offset, length } = place;
  return (frame) => {
    try {
      return evaluate(frame);
    } catch (error) {
      if (error instanceof FormulaError && error.offset === undefined) {
        error.offset = offset;
        error.length = length;
      }
      throw error;
    }
  };
}
