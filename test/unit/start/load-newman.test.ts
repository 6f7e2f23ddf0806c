import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import v8 from 'node:v8';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildLoader, type LoaderHome } from './loader-home.ts';

let home: LoaderHome;

beforeAll(async () => {
  home = await buildLoader('load-newman.ts', { BUNDLE_NAME: 'bundle.cjs', BUNDLE_HASH: '0123' });
  mkdirSync(home.cache, { recursive: true, mode: 0o700 });
  // The bundle ends once the loader listens.
  writeFileSync(path.join(home.directory, 'bundle.cjs'), `console.log('ran'); setImmediate(() => process.emit('disconnect'));`);
});
afterAll(() => home.remove());

const put = (name: string, age: number): void => {
  const file = path.join(home.cache, name);
  const then = new Date(Date.now() - age * 86_400_000);
  writeFileSync(file, 'not compiled code');
  utimesSync(file, then, then);
};

it('keeps compiled code, uses it again, and clears away what nobody has used for a month', () => {
  put('newman-old-node-v20.0.0-x64.bin', 40);
  put('newman-old-node-v20.0.0-x64.bin.4711', 40);
  put('newman-recent-node-v22.0.0-x64.bin', 20);
  put('something-else', 400);
  expect(home.start()).toBe('ran\n');
  const own = `newman-0123-node-${process.version}-${process.arch}.bin`;
  expect(readdirSync(home.cache).sort()).toEqual([own, 'newman-recent-node-v22.0.0-x64.bin', 'something-else'].sort());
  expect(home.start()).toBe('ran\n');
});

it('runs the bundle where the kept code is not for it, and replaces that', () => {
  put(`newman-0123-node-${process.version}-${process.arch}.bin`, 0);
  expect(home.start()).toBe('ran\n');
});

it('tells V8 to optimize later, if it is one that is known to understand that', () => {
  writeFileSync(
    path.join(home.directory, 'bundle.cjs'),
    `console.log(require('node:v8').cachedDataVersionTag()); setImmediate(() => process.emit('disconnect'));`,
  );
  expect(home.start() !== `${v8.cachedDataVersionTag()}\n`).toBe(process.versions.v8.startsWith('11.3.'));
});
