import type { FunctionContext, FunctionEntry } from '../../evaluate/function-entry.ts';
import { FormulaError } from '../../syntax/formula-error.ts';
import { equalValues } from '../../values/compare-values.ts';
import { isArray } from '../../values/is-array.ts';
import { isObject } from '../../values/is-object.ts';
import { parseJsonValue } from '../../values/parse-json-value.ts';
import { textOf } from '../../values/text-of.ts';
import { truthy } from '../../values/truthy.ts';
import { typeName } from '../../values/type-name.ts';
import { invalidArgument, textArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { documentationPage } from '../documentation-page.ts';
import { spendText } from '../spend-text.ts';

// URI::MailTo::EMAIL_REGEXP of Ruby, after HTML's `input type=email`; a host label has at most 63 characters.
const emailPattern =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

// RFC 3986: a scheme, an authority with a host, then its allowed characters.
const urlPattern =
  /^[a-z][a-z0-9+.-]*:\/\/(?:[\w.~!$&'()*+,;=:%-]*@)?(?:[\w.~!$&'()*+,;=%-]+|\[[0-9a-fA-F:.]+\])(?::\d*)?(?:[/?#](?:[\w.~!$&'()*+,;=:@/?#[\]-]|%[0-9a-fA-F]{2})*)?$/i;

/** Functions that look for text, replace it, or say what it is. */
export const textSearchFunctions: readonly FunctionEntry[] = [
  define(
    describe('INCLUDES', 'target, value', 'Whether text contains a text, an array an equal element, or an object a key.'),
    ([target = null, value = null], { spend }) => {
      if (isObject(target)) return target.has(textOf(value));
      if (typeof target === 'string') return target.includes(textArgument('INCLUDES', value));
      if (!isArray(target)) throw invalidArgument('INCLUDES', 'text, array or object', typeName(target));
      spend(target.length);
      return target.some((item) => equalValues(item, value));
    },
  ),
  define(describe('STARTS_WITH', 'text, prefix', 'Whether text begins with the prefix.'), ([text, prefix]) =>
    textArgument('STARTS_WITH', text).startsWith(textArgument('STARTS_WITH', prefix)),
  ),
  define(describe('ENDS_WITH', 'text, suffix', 'Whether text ends with the suffix.'), ([text, suffix]) =>
    textArgument('ENDS_WITH', text).endsWith(textArgument('ENDS_WITH', suffix)),
  ),
  replacing('REPLACE', 'text, search, replace_with', 'The text with every occurrence replaced.'),
  replacing('REMOVE', 'text, text_to_remove', 'The text without any occurrence.'),
  replacing('REPLACE_FIRST', 'text, search, replace_with', 'The text with the first occurrence replaced.'),
  replacing('REMOVE_FIRST', 'text, text_to_remove', 'The text without the first occurrence.'),
  define(
    describe('IS_EMAIL', 'text, strict_tld:', 'Whether text is an e-mail address; strict_tld asks for a dot in its domain.'),
    ([text, strict = false]) => {
      if (typeof text !== 'string' || !emailPattern.test(text)) return false;
      return !truthy(strict) || text.slice(text.lastIndexOf('@')).includes('.');
    },
  ),
  define(
    describe('IS_URL', 'text', 'Whether text is a URL with a scheme and a host.'),
    ([text]) => typeof text === 'string' && urlPattern.test(text),
  ),
  define(describe('IS_JSON', 'text', 'Whether text is valid JSON.'), ([text], { spend }) => {
    if (typeof text !== 'string') return false;
    spend(text.length);
    try {
      parseJsonValue(text);
      return true;
    } catch (error) {
      if (error instanceof FormulaError && error.kind === 'evaluation') return false;
      throw error;
    }
  }),
];

function describe(name: string, parameters: string, summary: string) {
  return { name, category: 'Text', parameters, summary, source: documentationPage(name) };
}

function replacing(name: string, parameters: string, summary: string): FunctionEntry {
  return define(describe(name, parameters, summary), ([text, search, replacement = ''], context) => {
    const replace = name.endsWith('_FIRST') ? replaceFirst : replaceAll;
    const found = { search: textArgument(name, search), replacement: textArgument(name, replacement) };
    return replace(textArgument(name, text), found, context);
  });
}

interface Replacement {
  readonly search: string;
  readonly replacement: string;
}

// Taken literally: what Tines does with backslashes in the replacement is not documented.
function replaceAll(text: string, { search, replacement }: Replacement, context: FunctionContext): string {
  const pieces = search === '' ? ['', ...Array.from(text), ''] : text.split(search);
  // Counted before it is made: a long replacement could multiply beyond all bounds.
  context.spend(text.length + (pieces.length - 1) * replacement.length);
  return pieces.join(replacement);
}

function replaceFirst(text: string, { search, replacement }: Replacement, context: FunctionContext): string {
  const index = text.indexOf(search);
  const replaced = index < 0 ? text : text.slice(0, index) + replacement + text.slice(index + search.length);
  return spendText(replaced, context);
}
