import type { FunctionEntry } from '../../evaluate/function-entry.ts';
import { textArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { documentationPage } from '../documentation-page.ts';
import { flagArgument } from '../flag-argument.ts';
import { yamlText } from './text.ts';
import { yamlValue } from './value.ts';

const category = 'Data Parsing/Conversion';

/** YAML both ways. */
export const yamlFunctions: readonly FunctionEntry[] = [
  define(
    {
      name: 'YAML_PARSE',
      category,
      parameters: 'text, parse_date_or_time:, version:',
      summary: 'The value that YAML text stands for; dates and times become text where they are permitted, always in version 2.',
      source: `${documentationPage('YAML_PARSE')}; inferred: scalars as Ruby’s Psych reads them`,
    },
    ([text, times, version], { spend }) => {
      const yaml = textArgument('YAML_PARSE', text);
      spend(yaml.length);
      const hasTimes = flagArgument(times, false) || Number(version ?? 1) >= 2;
      return yamlValue(yaml, { name: 'YAML_PARSE', hasTimes, spend });
    },
  ),
  define(
    {
      name: 'TO_YAML',
      category,
      parameters: 'object',
      summary: 'Any value as YAML text.',
      source: `${documentationPage('TO_YAML')}; inferred: quoting and folding as in Ruby’s to_yaml`,
    },
    ([value], { spend }) => {
      const yaml = yamlText(value ?? null);
      spend(yaml.length);
      return yaml;
    },
  ),
];
