import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { HarnessError } from '../../harness-error.ts';

const globCharacters = /[*?[\]{}]/u;

/**
 * The JSON files that the words name, sorted, each once: a file, a directory with all that is in it (hidden ones and node_modules aside), or
 * a pattern with `*`, `**` and `?`. A word that names nothing is an error. Paths are as the user would write them.
 */
export async function regressFiles(words: readonly string[], directory: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const word of words) {
    const files = await filesOf(word, directory);
    if (files.length === 0)
      throw new HarnessError('unreadable-file', `‹${word}› names no collection`, {
        hint: 'name a collection, a directory with collections, or a pattern in quotes: "collections/**/*.json"',
      });
    for (const file of files) found.add(file);
  }
  return [...found].sort();
}

async function filesOf(word: string, directory: string): Promise<readonly string[]> {
  const state = await stat(path.resolve(directory, word)).catch(() => null);
  if (state?.isFile() === true) return [word];
  if (state?.isDirectory() === true) return listJson(word, directory);
  if (!globCharacters.test(word)) return [];
  const steps = word.split('/');
  const fixed = steps
    .slice(
      0,
      steps.findIndex((step) => globCharacters.test(step)),
    )
    .join('/');
  const pattern = globPattern(word);
  return (await listJson(fixed === '' ? (word.startsWith('/') ? '/' : '.') : fixed, directory)).filter((file) =>
    pattern.test(file),
  );
}

async function listJson(folder: string, directory: string): Promise<readonly string[]> {
  const files: string[] = [];
  const entries = await readdir(path.resolve(directory, folder), { withFileTypes: true }).catch((): Dirent[] => []);
  for (const entry of entries) {
    const inner = folder === '.' ? entry.name : path.posix.join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isDirectory()) files.push(...(await listJson(inner, directory)));
    else if (entry.name.endsWith('.json')) files.push(inner);
  }
  return files;
}

/** `*` and `?` stay inside of one step, `**` crosses steps, `{a,b}` are alternatives, `[…]` a set. */
function globPattern(glob: string): RegExp {
  const source = glob.replace(/^\.\//u, '').replace(/\*\*\/|\*\*|[*?]|\{[^{}]*\}|\[[^\]]*\]|[.+^$()|\\{}]/gu, (part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    if (part.startsWith('[')) return part.replace(/^\[!/u, '[^').replaceAll('\\', '\\\\');
    if (part.length > 2 && part.startsWith('{'))
      return `(?:${part
        .slice(1, -1)
        .split(',')
        .map((one) => globPattern(one).source.slice(1, -1))
        .join('|')})`;
    return `\\${part}`;
  });
  return new RegExp(`^${source}$`, 'su');
}
