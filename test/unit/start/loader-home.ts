import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

/** A home of its own for a loader of `src/start/`, with the cache directory that the loader uses there. */
export interface LoaderHome {
  readonly directory: string;
  readonly cache: string;
  /** What the loader prints when it is started with these words. */
  start(...words: readonly string[]): string;
  remove(): void;
}

/** Builds a loader of `src/start/` with these constants into a new directory, which is its home and its place for temporary files. */
export async function buildLoader(source: string, constants: Readonly<Record<string, string>>): Promise<LoaderHome> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'loader-'));
  const outfile = path.join(directory, 'loader.cjs');
  await build({
    entryPoints: [path.resolve(import.meta.dirname, '../../../src/start', source)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    define: Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
  });
  const env = { ...process.env, HOME: directory, TMPDIR: directory };
  return {
    directory,
    cache: path.join(directory, ...(process.platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']), 'tines-compare'),
    start: (...words) =>
      execFileSync(process.execPath, [outfile, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] }).toString(),
    remove: () => rmSync(directory, { recursive: true }),
  };
}
