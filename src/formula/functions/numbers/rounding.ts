import type { FunctionEntry } from '../../evaluate/function-entry.ts';
import { countArgument, numberArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { documentationPage } from '../documentation-page.ts';
import { type Decimal, decimalOf, floatOf, floorQuotient, roundDecimal } from './decimal.ts';

// No Float has a digit further away from the point.
const FARTHEST_PLACE = 400;

/** CEIL, FLOOR and ROUND. */
export const roundingFunctions: readonly FunctionEntry[] = [
  define(describe('CEIL', 'number', 'The number rounded up to an integer.'), ([value]) => {
    const { digits, scale } = decimalOf(numberArgument('CEIL', value));
    return -floor({ digits: -digits, scale });
  }),
  define(describe('FLOOR', 'number', 'The number rounded down to an integer.'), ([value]) =>
    floor(decimalOf(numberArgument('FLOOR', value))),
  ),
  define(
    describe('ROUND', 'number, [precision]', 'The number rounded to an integer, or to so many decimals; halves go away from 0.'),
    ([value, precision]) => {
      const number = numberArgument('ROUND', value);
      const places = precision === undefined ? 0 : countArgument('ROUND', precision);
      const kept = Math.max(Math.min(places, FARTHEST_PLACE), -FARTHEST_PLACE);
      const rounded = roundDecimal(decimalOf(number), kept);
      return typeof number === 'bigint' || kept === 0 ? rounded.digits : floatOf(rounded);
    },
  ),
];

function describe(name: string, parameters: string, summary: string) {
  return { name, category: 'Numbers', parameters, summary, source: documentationPage(name) };
}

function floor({ digits, scale }: Decimal): bigint {
  return floorQuotient(digits, 10n ** BigInt(scale));
}
