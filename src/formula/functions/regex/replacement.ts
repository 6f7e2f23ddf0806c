import { FormulaError } from '../../syntax/formula-error.ts';
import type { RegexMatch } from './matches.ts';

const controls: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/**
 * What is put in the place of a match: `\1` to `\9`, `\0` or `\&`, `\k<name>`, `` \` `` (what is before the match) and `\'` (after it)
 * as in Ruby's `gsub` (numbers stand for nothing where groups have names), `\n`, `\t` and `\r` as control characters; a backslash before anything else stays.
 */
export function expandReplacement(template: string, match: RegexMatch, text: string): string {
  const numbered = match.named.size === 0 ? match.groups : [];
  return template.replaceAll(/\\(?:k<([^>]+)>|([0-9&`'\\ntr]))/g, (_, name: string | undefined, sign = '') => {
    if (name !== undefined) return groupNamed(name, match);
    switch (sign) {
      case '0':
      case '&':
        return text.slice(match.start, match.end);
      case '`':
        return text.slice(0, match.start);
      case "'":
        return text.slice(match.end);
      case '\\':
        return '\\';
      default:
        return controls[sign] ?? numbered[Number(sign) - 1] ?? '';
    }
  });
}

function groupNamed(name: string, match: RegexMatch): string {
  if (/^\d+$/.test(name)) return match.groups[Number(name) - 1] ?? '';
  const group = match.named.get(name);
  if (group === undefined)
    throw new FormulaError('evaluation', `Invalid argument to REGEX_REPLACE, undefined group name reference: ${name}`);
  return group ?? '';
}
