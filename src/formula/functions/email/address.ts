import { decodedWords } from './word.ts';

/**
 * The addresses of a From, To or Cc field: `bob@example.com` of `Bob <bob@example.com>`, members of groups one by one.
 * What is no address is given as written, as in Tines' documentation (`John Smith john@example.com`).
 */
export function emailAddresses(field: string | undefined): readonly string[] {
  if (field === undefined) return [];
  return splitList(field)
    .map((entry) => addressOf(entry.trim()))
    .filter((address) => address !== '');
}

function splitList(field: string): readonly string[] {
  const entries: string[] = [''];
  let isQuoted = false;
  let depth = 0;
  for (const character of field) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && '<('.includes(character)) depth++;
    else if (!isQuoted && '>)'.includes(character)) depth--;
    const isBoundary = !isQuoted && depth <= 0 && (character === ',' || character === ';');
    if (isBoundary) entries.push('');
    else entries.push((entries.pop() ?? '') + character);
  }
  return entries;
}

function addressOf(entry: string): string {
  const bracketed = /<([^<>]*)>[^<>]*$/.exec(entry)?.[1];
  if (bracketed !== undefined) return bracketed.trim();
  const bare = entry
    .replace(/\([^()]*\)/g, '')
    .replace(/^[^":@]*:/, '')
    .trim();
  return decodedWords(bare);
}
