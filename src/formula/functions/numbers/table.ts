import type { FunctionEntry } from '../../evaluate/function-entry.ts';
import { FormulaError } from '../../syntax/formula-error.ts';
import { isArray } from '../../values/is-array.ts';
import { isObject } from '../../values/is-object.ts';
import { textOf } from '../../values/text-of.ts';
import { typeName } from '../../values/type-name.ts';
import { invalidArgument, numberArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { documentationPage } from '../documentation-page.ts';
import { arithmeticFunctions } from './arithmetic.ts';
import { listFunctions } from './lists.ts';
import { roundingFunctions } from './rounding.ts';

// Fits both documented counts: 6 tokens in 20 characters, 28 in 104.
const CHARACTERS_A_TOKEN = 3.75;
const MOST_CHARACTERS = 1_000_000;

/** The functions about numbers. */
export const numberFunctions: readonly FunctionEntry[] = [
  ...arithmeticFunctions,
  ...roundingFunctions,
  ...listFunctions,
  ofReal('ACOS', 'The arc cosine, in radians.', Math.acos),
  ofReal('ASIN', 'The arc sine, in radians.', Math.asin),
  ofReal('COS', 'The cosine of an angle in radians.', Math.cos),
  ofReal('SIN', 'The sine of an angle in radians.', Math.sin),
  ofReal('SQRT', 'The square root.', Math.sqrt),
  define(describe('NUMBER', 'value', 'The value as a number.'), ([value]) => numberArgument('NUMBER', value)),
  define(
    describe('RANDOM', 'min, max', 'A random number in the range: an integer where both ends are, and they belong to it.'),
    ([low, high], { random }) => randomBetween(numberArgument('RANDOM', low), numberArgument('RANDOM', high), random),
  ),
  define(
    {
      ...describe('COUNT', 'value', 'The number of elements of an array, members of an object or characters of text.'),
      source: 'inferred: named in the documentation without a page of its own; read as the size of its argument',
    },
    ([value]) => {
      if (isArray(value)) return BigInt(value.length);
      if (isObject(value)) return BigInt(value.size);
      if (typeof value === 'string') return BigInt(Array.from(value).length);
      throw invalidArgument('COUNT', 'array', typeName(value ?? null));
    },
  ),
  define(
    {
      ...describe('ESTIMATED_TOKEN_COUNT', 'input', 'About how many tokens a language model would count.'),
      source: `inferred: ${documentationPage('ESTIMATED_TOKEN_COUNT')} gives two counts; the tokenizer itself is not rebuilt`,
    },
    ([input], { spend }) => {
      const text = textOf(input ?? null);
      spend(text.length);
      if (text.length > MOST_CHARACTERS) {
        throw new FormulaError('evaluation', 'Invalid argument to ESTIMATED_TOKEN_COUNT, expected at most 1000000 characters');
      }
      return BigInt(Math.ceil(text.length / CHARACTERS_A_TOKEN));
    },
  ),
];

function describe(name: string, parameters: string, summary: string) {
  return { name, category: 'Numbers', parameters, summary, source: documentationPage(name) };
}

function ofReal(name: string, summary: string, call: (x: number) => number): FunctionEntry {
  return define(describe(name, 'x', summary), ([x]) => {
    const result = call(Number(numberArgument(name, x)));
    if (Number.isNaN(result))
      throw new FormulaError('evaluation', `Numerical argument is out of domain - "${name.toLowerCase()}"`);
    return result;
  });
}

function randomBetween(low: bigint | number, high: bigint | number, random: () => number): bigint | number {
  if (low > high) throw new FormulaError('evaluation', 'Invalid argument to RANDOM, expected min to be at most max');
  if (typeof low !== 'bigint' || typeof high !== 'bigint') return Number(low) + random() * (Number(high) - Number(low));
  // Multiplied by 2^53 a random number is an integer, so that no range is too wide.
  return low + (BigInt(Math.floor(random() * 2 ** 53)) * (high - low + 1n)) / 2n ** 53n;
}
