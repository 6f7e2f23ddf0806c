import type { Value } from '../../../model/value.ts';
import type { BoundArguments, FunctionContext, FunctionEntry } from '../../evaluate/function-entry.ts';
import { FormulaError } from '../../syntax/formula-error.ts';
import { compareValues } from '../../values/compare-values.ts';
import { isArray } from '../../values/is-array.ts';
import { numberArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { documentationPage } from '../documentation-page.ts';
import { addDecimals, decimalOf, floatOf } from './decimal.ts';

/** What compares or sums up several numbers: MAX, MIN, AVERAGE, MEDIAN, AT_LEAST, AT_MOST and CLAMP. */
export const listFunctions: readonly FunctionEntry[] = [
  overNumbers('MAX', 'The largest of the numbers; NULL of none.', (numbers) => extreme(numbers, 1)),
  overNumbers('MIN', 'The smallest of the numbers; NULL of none.', (numbers) => extreme(numbers, -1)),
  overNumbers('AVERAGE', 'The arithmetic mean of the numbers, as a Float; NULL of none.', average),
  overNumbers('MEDIAN', 'The middle one of the numbers in order, or the mean of the two in the middle; NULL of none.', median),
  define(describe('AT_LEAST', 'number, minimum', 'The larger of a number and its lower bound.'), ([number, minimum]) =>
    extreme([numberArgument('AT_LEAST', number), numberArgument('AT_LEAST', minimum)], 1),
  ),
  define(describe('AT_MOST', 'number, maximum', 'The smaller of a number and its upper bound.'), ([number, maximum]) =>
    extreme([numberArgument('AT_MOST', number), numberArgument('AT_MOST', maximum)], -1),
  ),
  define(
    describe('CLAMP', 'input, min, max', 'The input, or the bound that it is beyond of; text is compared by its characters.'),
    ([input, minimum, maximum]) => clamp([input ?? null, minimum ?? null, maximum ?? null]),
  ),
];

function describe(name: string, parameters: string, summary: string) {
  return { name, category: 'Numbers', parameters, summary, source: documentationPage(name) };
}

function overNumbers(name: string, summary: string, call: (numbers: readonly (bigint | number)[]) => Value): FunctionEntry {
  return define(describe(name, 'first, ...others', summary), (values, context) => call(numbersOf(name, values, context)));
}

/** The elements of the one array given, or the arguments themselves. */
function numbersOf(
  name: string,
  [first = null, others]: BoundArguments,
  { spend }: FunctionContext,
): readonly (bigint | number)[] {
  const further = isArray(others) ? others : [];
  const values = isArray(first) && further.length === 0 ? first : [first, ...further];
  spend(values.length);
  return values.map((value) => numberArgument(name, value));
}

function extreme(numbers: readonly (bigint | number)[], sign: 1 | -1): bigint | number | null {
  return numbers.reduce<bigint | number | null>(
    (best, number) => (best === null || (compareValues(number, best) ?? 0) * sign > 0 ? number : best),
    null,
  );
}

function average(numbers: readonly (bigint | number)[]): number | null {
  if (numbers.length === 0) return null;
  const sum = numbers.map(decimalOf).reduce(addDecimals);
  return floatOf(sum) / numbers.length;
}

function median(numbers: readonly (bigint | number)[]): bigint | number | null {
  const ordered = numbers.toSorted((left, right) => compareValues(left, right) ?? 0);
  const upper = ordered[Math.floor(ordered.length / 2)] ?? null;
  const lower = ordered[ordered.length / 2 - 1];
  return lower === undefined || upper === null ? upper : average([lower, upper]);
}

function clamp(values: readonly [input: Value, minimum: Value, maximum: Value]): Value {
  const allText = values.every((value) => typeof value === 'string');
  const [input, minimum, maximum] = allText ? values : values.map((value) => numberArgument('CLAMP', value));
  if (input === undefined || minimum === undefined || maximum === undefined) return null;
  if ((compareValues(minimum, maximum) ?? 0) > 0) {
    throw new FormulaError('evaluation', 'Invalid argument to CLAMP, expected min to be at most max');
  }
  if ((compareValues(input, minimum) ?? 0) < 0) return minimum;
  return (compareValues(input, maximum) ?? 0) > 0 ? maximum : input;
}
