import { dataMark, pillMark, tolerantMark, translateLiquid } from '../liquid/source.ts';
import { impliedReferences } from './implied-references.ts';
import { type FormulaReference, referencesOfFormula } from './references-of-formula.ts';

const insides = /\{\{-?(.*?)-?\}\}|\{%-?(.*?)-?%\}/gs;
const quoted = /"[^"]*"|'[^']*'/g;
const names =
  /(?<![\p{L}\p{N}_\-.\u2024\u2025\u2026"'\]])([\u2024\u2025]?)([\p{L}_][\p{L}\p{N}_-]*)((?:\.[\p{L}\p{N}_-]+|\[(?:\d+|"[^"]*"|'[^']*')\])*)/gu;
const keys = /\.([\p{L}\p{N}_-]+)|\[(?:(\d+)|"([^"]*)"|'([^']*)')\]/gu;
const words = new Set([
  'nil',
  'null',
  'true',
  'false',
  'empty',
  'blank',
  'and',
  'or',
  'not',
  'contains',
  'in',
  'forloop',
  'reversed',
  'limit',
  'offset',
]);

/** Every name that a string in legacy Liquid takes from outside: marked paths, tags, and plain names that no tag of it makes. */
export function referencesOfLiquid(text: string): readonly FormulaReference[] {
  const { text: source, pills } = translateLiquid(text);
  const made = namesMadeIn(text);
  const references = [...source.matchAll(insides)].flatMap(([, output, tag]) => {
    return output === undefined ? ofTag(tag ?? '', made) : ofExpressions(output, made);
  });
  return [...references, ...pills.flatMap((pill) => referencesOfFormula(pill))];
}

/** The variables that `assign`, `capture` and `for` make in a Liquid text. */
export function namesMadeIn(text: string): ReadonlySet<string> {
  const makers = text.matchAll(/\{%-?\s*(?:assign|capture|for|increment|decrement)\s+["']?([\p{L}_][\p{L}\p{N}_-]*)/gu);
  return new Set([...makers].map(([, name = '']) => name));
}

function ofTag(tag: string, made: ReadonlySet<string>): readonly FormulaReference[] {
  const [, word = '', rest = ''] = /^\s*(\w+)(.*)$/s.exec(tag) ?? [];
  const name = rest.trim().replaceAll(/^["']|["']$/g, '');
  switch (word) {
    case 'credential':
      return [{ root: 'CREDENTIAL', keys: [name] }];
    case 'global_resource':
      return [{ root: 'RESOURCE', keys: [name] }];
    case 'story':
      return [{ root: 'STORY', keys: [name] }];
    case 'story_run_guid':
    case 'story_run_link':
    case 'prompt':
      return impliedReferences(word.toUpperCase());
    case 'if':
    case 'elsif':
    case 'unless':
    case 'case':
    case 'when':
    case 'echo':
      return ofExpressions(rest, made);
    case 'assign':
      return ofExpressions(rest.replace(/^[^=]*=/, ''), made);
    case 'for':
      return ofExpressions(rest.replace(/^.*?\sin\s/s, ' '), made);
    default:
      return [];
  }
}

function ofExpressions(text: string, made: ReadonlySet<string>): readonly FormulaReference[] {
  const filtersAway = text.replaceAll(/\|\s*[\w]+\s*:?/g, '|');
  const bare = filtersAway.replaceAll(quoted, (literal, offset: number) => (filtersAway[offset - 1] === '[' ? literal : '""'));
  return [...bare.matchAll(names)].flatMap(([, mark, root = '', path = '']) => {
    const isData = mark === dataMark || mark === tolerantMark;
    if (root.startsWith(pillMark) || (!isData && (words.has(root) || made.has(root)))) return [];
    return [{ root, keys: [...path.matchAll(keys)].map((found) => found[1] ?? found[2] ?? found[3] ?? found[4] ?? '') }];
  });
}
