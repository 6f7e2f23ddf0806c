import type { Evaluate } from '../evaluate/frame.ts';
import type { FunctionEntry } from '../evaluate/function-entry.ts';
import type { Place } from './expression.ts';
import { FormulaError } from './formula-error.ts';
import { signatureOf } from './signature-of.ts';

/**
 * Gives errors that have no place yet the place of this part of the formula; the innermost part that can says where. Of a function that is
 * called with wrong arguments the hint says how it is called.
 */
export function placeErrors(place: Place, evaluate: Evaluate, called?: FunctionEntry): Evaluate {
  const { offset, length } = place;
  return (frame) => {
    try {
      return evaluate(frame);
    } catch (error) {
      if (error instanceof FormulaError && error.offset === undefined) {
        error.offset = offset;
        error.length = length;
        if (called !== undefined && isAboutArguments(error)) error.hint = `${error.hint} It is called ${signatureOf(called)}.`;
      }
      throw error;
    }
  };
}

function isAboutArguments({ message, hint }: FormulaError): boolean {
  return /^Invalid arguments? to /.test(message) && !hint.includes('It is called ');
}
