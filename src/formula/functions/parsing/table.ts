import type { FunctionEntry } from '../../evaluate/function-entry.ts';
import { jsonText, parseJsonValue } from '../../values/json-text.ts';
import { textArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { documentationPage } from '../documentation-page.ts';
import { flagArgument } from '../flag-argument.ts';
import { spendText } from '../spend-text.ts';
import { prettyJson } from './pretty-json.ts';
import { urlParts } from './url.ts';

const category = 'Data Parsing/Conversion';

/** JSON both ways, and the parts of a URL. */
export const parsingFunctions: readonly FunctionEntry[] = [
  define(
    {
      name: 'JSON_PARSE',
      category,
      parameters: 'text',
      summary: 'The value that JSON text stands for; integers of any size stay exact.',
      source: documentationPage('JSON_PARSE'),
    },
    ([text], { spend }) => {
      const json = textArgument('JSON_PARSE', text);
      spend(json.length);
      return parseJsonValue(json);
    },
  ),
  define(
    {
      name: 'TO_JSON',
      category,
      parameters: 'object',
      summary: 'Any value as compact JSON text.',
      source: documentationPage('TO_JSON'),
    },
    ([value], context) => spendText(jsonText(value ?? null), context),
  ),
  define(
    {
      name: 'NEAT_JSON',
      category,
      parameters: 'object',
      summary: 'Any value as JSON text over several indented lines.',
      source: `${documentationPage('NEAT_JSON')}; inferred: laid out as by Ruby’s JSON.pretty_generate`,
    },
    ([value], context) => spendText(prettyJson(value ?? null), context),
  ),
  define(
    {
      name: 'PARSE_URL',
      category,
      parameters: 'text, include_public_suffix_domains:',
      summary: 'The scheme, host, path, port, query, fragment, domain and top-level domain of a URL.',
      source: `${documentationPage('PARSE_URL')}; inferred: the public suffixes`,
    },
    ([text, ignored], { spend }) => {
      const url = textArgument('PARSE_URL', text);
      spend(url.length);
      return urlParts(url, flagArgument(ignored, false));
    },
  ),
];
