import type { Value } from '../../model/value.ts';
import { define } from '../functions/define.ts';
import { FormulaError } from '../syntax/formula-error.ts';
import { isArray } from '../values/is-array.ts';
import { numberOf } from '../values/number-of.ts';
import { textOf } from '../values/text-of.ts';
import type { FunctionEntry } from './function-entry.ts';

/** Functions that public stories call and for which no page of documentation was found. */
export const undocumentedFunctions: readonly FunctionEntry[] = [
  define(
    {
      name: 'FORCE_ARRAY',
      category: 'Arrays',
      parameters: 'value',
      summary: 'An array as it is, NULL as an empty array, anything else as an array of it alone.',
      source: "inferred: Rails' Array.wrap; official templates take FORCE_ARRAY(x)[0] of an option that is one value or several",
    },
    ([value = null]) => forceArray(value),
  ),
  define(
    {
      name: 'RANDOM_STRING',
      category: 'Text',
      parameters: '[length], [characters]',
      summary: 'Random text of a length (16 unless said) out of letters and digits, or only "letters" or "numbers".',
      source: 'inferred: public stories call RANDOM_STRING(8, "numbers")',
    },
    ([length = 16n, characters = 'alphanumeric'], { random, spend }) => {
      const count = Number(numberOf(length) ?? Number.NaN);
      if (!(count >= 0))
        throw new FormulaError('evaluation', `Invalid argument to RANDOM_STRING, expected number got ${textOf(length)}`);
      spend(count);
      const alphabet = alphabetOf(textOf(characters));
      return Array.from({ length: Math.trunc(count) }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
    },
  ),
  define(
    {
      name: 'TODAY',
      category: 'Dates',
      parameters: '',
      summary: 'The date of today in UTC: 2024-05-06.',
      source: 'inferred: public stories put it into date fields and into names',
    },
    (_, { now }) => now.toISOString().slice(0, 10),
  ),
];

function forceArray(value: Value): readonly Value[] {
  if (isArray(value)) return value;
  return value === null ? [] : [value];
}

const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function alphabetOf(characters: string): string {
  switch (characters.toLowerCase()) {
    case 'numbers':
      return digits;
    case 'letters':
      return letters;
    case 'alphanumeric':
      return letters + digits;
    default:
      throw new FormulaError(
        'evaluation',
        `Invalid argument to RANDOM_STRING, expected letters, numbers or alphanumeric got ${characters}`,
      );
  }
}
