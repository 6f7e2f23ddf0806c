import { camelCase, snakeCase } from '../../../ruby/snake-case.ts';
import { transliterate } from '../../../ruby/transliterate.ts';
import type { FunctionContext, FunctionEntry } from '../../evaluate/function-entry.ts';
import { truthy } from '../../values/truthy.ts';
import { numberArgument, textArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { documentationPage } from '../documentation-page.ts';
import { spendText } from '../spend-text.ts';
import { pluralizeWord } from './pluralize-word.ts';

/** Functions that change the letters of text: their case, their alphabet, the number of a noun. */
export const textCaseFunctions: readonly FunctionEntry[] = [
  changing('UPCASE', 'The text in capitals.', (text) => text.toUpperCase()),
  changing('DOWNCASE', 'The text in small letters.', downcase),
  changing('CAPITALIZE', 'The text with its first letter as a capital and the rest small.', capitalize),
  changing('CAMELIZE', 'The text in lower camel case.', camelCase),
  changing('TRANSLITERATE', 'The text in ASCII: accents left out, `?` for what has no likeness.', transliterate),
  define(
    describe('TO_SNAKE_CASE', 'text, from_camel_case:', 'The text in snake case; from_camel_case also parts words at capitals.'),
    ([text, fromCamelCase = false], context) =>
      spendText(snakeCase(textArgument('TO_SNAKE_CASE', text), truthy(fromCamelCase)), context),
  ),
  define(
    describe('PLURALIZE', 'counter, text, [plural_text]', 'The text in the singular or, unless the counter is 1, in the plural.'),
    ([counter, text, plural], context) => {
      const singular = textArgument('PLURALIZE', text);
      if (Number(numberArgument('PLURALIZE', counter)) === 1) return singular;
      return spendText(
        plural === undefined || plural === null ? pluralizeWord(singular) : textArgument('PLURALIZE', plural),
        context,
      );
    },
  ),
];

function describe(name: string, parameters: string, summary: string) {
  return { name, category: 'Text', parameters, summary, source: documentationPage(name) };
}

function changing(name: string, summary: string, change: (text: string) => string): FunctionEntry {
  return define(describe(name, 'text', summary), ([text], context: FunctionContext) =>
    spendText(change(textArgument(name, text)), context),
  );
}

// Ruby knows no form of a letter that depends on its neighbours: sigma is never final.
function downcase(text: string): string {
  return text.includes('Σ')
    ? text
        .split('Σ')
        .map((part) => part.toLowerCase())
        .join('σ')
    : text.toLowerCase();
}

function capitalize(text: string): string {
  const [first = ''] = text;
  const [capital = '', ...others] = first.toUpperCase();
  return capital + others.join('').toLowerCase() + downcase(text.slice(first.length));
}
