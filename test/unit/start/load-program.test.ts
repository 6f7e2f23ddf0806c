import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import v8 from 'node:v8';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildLoader, type LoaderHome } from './loader-home.ts';

let home: LoaderHome;

beforeAll(async () => {
  home = await buildLoader('load-program.ts', { PROGRAM_HASH: '0123' });
  mkdirSync(path.join(home.directory, 'parts'));
  put(
    'program.js',
    `const [, , command, part] = process.argv;
     if (part !== undefined) console.log(require('./parts/' + part + '.js').name, require('node:path').sep);
     process.exitCode = command === 'fail' ? 2 : 0;`,
  );
  put('parts/one.js', `exports.name = require('./two.js').name.toUpperCase();`);
  put('parts/two.js', `exports.name = 'two é';`);
});
afterAll(() => home.remove());

function put(file: string, text: string): void {
  writeFileSync(path.join(home.directory, file), text);
}

const cacheOf = (command: string): string =>
  path.join(home.cache, `program-0123-${command}-node-${process.version}-${process.arch}.bin`);

it('loads modules by relative path, and Node’s own, with and without kept code', () => {
  expect(home.start('list', 'one')).toBe(`TWO É ${path.sep}\n`);
  expect(home.start('list', 'one')).toBe(`TWO É ${path.sep}\n`);
});

it('tells V8 to optimize later where requests are sent, if it is one that is known to understand that', () => {
  put('parts/flags.js', `exports.name = require('node:v8').cachedDataVersionTag();`);
  const plain = `${v8.cachedDataVersionTag()} ${path.sep}\n`;
  expect(home.start('list', 'flags')).toBe(plain);
  const isTold = process.versions.v8.startsWith('11.3.');
  expect(home.start('regress', 'flags') !== plain).toBe(isTold);
});

it('keeps what a command loaded beside what it loaded before', () => {
  home.start('grow');
  const before = statSync(cacheOf('grow')).size;
  home.start('grow', 'two');
  const grown = statSync(cacheOf('grow')).size;
  expect(grown).toBeGreaterThan(before);
  home.start('grow');
  expect(statSync(cacheOf('grow')).size).toBe(grown);
});

it('keeps nothing of a run that failed, nor under a name that is no command', () => {
  expect(() => home.start('fail')).toThrow();
  home.start('../../escape');
  expect(readdirSync(home.cache).filter((name) => /fail|escape/.test(name))).toEqual([]);
  expect(statSync(cacheOf('compare')).size).toBeGreaterThan(0);
});

it('runs where the kept code was damaged', () => {
  home.start('broken', 'one');
  writeFileSync(cacheOf('broken'), 'not compiled code');
  expect(home.start('broken', 'one')).toBe(`TWO É ${path.sep}\n`);
  expect(home.start('broken', 'one')).toBe(`TWO É ${path.sep}\n`);
});

it('uses no cache directory that others can write', () => {
  chmodSync(home.cache, 0o777);
  const before = readdirSync(home.cache);
  expect(home.start('open', 'one')).toBe(`TWO É ${path.sep}\n`);
  expect(readdirSync(home.cache)).toEqual(before);
  expect(readdirSync(home.directory).filter((name) => name.startsWith('tines-compare-cache-'))).toHaveLength(1);
});
