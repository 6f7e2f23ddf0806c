import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
let directory: string;
let cache: string;

beforeAll(async () => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'loader-'));
  cache = path.join(directory, ...(process.platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']), 'tines-compare');
  mkdirSync(path.join(directory, 'parts'));
  writeFileSync(
    path.join(directory, 'program.js'),
    `const [, , command, part] = process.argv;
     if (part !== undefined) console.log(require('./parts/' + part + '.js').name, require('node:path').sep);
     process.exitCode = command === 'fail' ? 2 : 0;`,
  );
  writeFileSync(path.join(directory, 'parts/one.js'), `exports.name = require('./two.js').name.toUpperCase();`);
  writeFileSync(path.join(directory, 'parts/two.js'), `exports.name = 'two é';`);
  await build({
    entryPoints: [path.join(root, 'src/start/load-program.ts')],
    outfile: path.join(directory, 'bin.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    define: { PROGRAM_HASH: '"0123"' },
  });
});
afterAll(() => rmSync(directory, { recursive: true }));

const start = (...words: readonly string[]): string =>
  execFileSync(process.execPath, [path.join(directory, 'bin.js'), ...words], {
    env: { ...process.env, HOME: directory },
  }).toString();
const cacheOf = (command: string): string =>
  path.join(cache, `program-0123-${command}-node-${process.version}-${process.arch}.bin`);

it('loads modules by relative path, and Node’s own, with and without kept code', () => {
  expect(start('list', 'one')).toBe(`TWO É ${path.sep}\n`);
  expect(start('list', 'one')).toBe(`TWO É ${path.sep}\n`);
});

it('keeps what a command loaded beside what it loaded before', () => {
  start('grow');
  const before = statSync(cacheOf('grow')).size;
  start('grow', 'two');
  const grown = statSync(cacheOf('grow')).size;
  expect(grown).toBeGreaterThan(before);
  start('grow');
  expect(statSync(cacheOf('grow')).size).toBe(grown);
});

it('keeps nothing of a run that failed, nor under a name that is no command', () => {
  expect(() => start('fail')).toThrow();
  start('../../escape');
  expect(readdirSync(cache).filter((name) => /fail|escape/.test(name))).toEqual([]);
  expect(statSync(cacheOf('compare')).size).toBeGreaterThan(0);
});

it('runs where the kept code was damaged', () => {
  start('broken', 'one');
  writeFileSync(cacheOf('broken'), 'not compiled code');
  expect(start('broken', 'one')).toBe(`TWO É ${path.sep}\n`);
  expect(start('broken', 'one')).toBe(`TWO É ${path.sep}\n`);
});
