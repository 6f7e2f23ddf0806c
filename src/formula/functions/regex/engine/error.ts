import { FormulaError } from '../../../syntax/formula-error.ts';

/** A pattern that Ruby refuses; `reason` in the words of Ruby's RegexpError. */
export function invalidRegex(reason: string): FormulaError {
  return new FormulaError('evaluation', `Invalid regular expression: ${reason}`);
}

/** A pattern that Ruby accepts and this program does not. */
export function unsupportedRegex(construct: string): FormulaError {
  return new FormulaError('unsupported', `Regular expressions with ${construct} are not supported`, {
    hint: 'Tines evaluates it; write the pattern without it to compare this action.',
  });
}

/** A pattern or a text that takes more than the bounds allow. */
export function regexLimit(what: string): FormulaError {
  return new FormulaError('limit', `Regular expression stopped: ${what}`);
}
