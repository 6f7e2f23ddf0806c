import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
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
  mkdirSync(cache, { recursive: true, mode: 0o700 });
  writeFileSync(path.join(directory, 'bundle.cjs'), `console.log('ran'); process.emit('disconnect');`);
  await build({
    entryPoints: [path.join(root, 'src/start/load-newman.ts')],
    outfile: path.join(directory, 'loader.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    define: { BUNDLE_NAME: '"bundle.cjs"', BUNDLE_HASH: '"0123"' },
  });
  // The bundle ends once the loader listens.
  writeFileSync(path.join(directory, 'bundle.cjs'), `console.log('ran'); setImmediate(() => process.emit('disconnect'));`);
});
afterAll(() => rmSync(directory, { recursive: true }));

const start = (): string =>
  execFileSync(process.execPath, [path.join(directory, 'loader.cjs')], { env: { ...process.env, HOME: directory } }).toString();
const put = (name: string, age: number): void => {
  const file = path.join(cache, name);
  const then = new Date(Date.now() - age * 86_400_000);
  writeFileSync(file, 'not compiled code');
  utimesSync(file, then, then);
};

it('keeps compiled code, uses it again, and clears away what nobody has used for a month', () => {
  put('newman-old-node-v20.0.0-x64.bin', 40);
  put('newman-old-node-v20.0.0-x64.bin.4711', 40);
  put('newman-recent-node-v22.0.0-x64.bin', 20);
  put('something-else', 400);
  expect(start()).toBe('ran\n');
  const own = `newman-0123-node-${process.version}-${process.arch}.bin`;
  expect(readdirSync(cache).sort()).toEqual([own, 'newman-recent-node-v22.0.0-x64.bin', 'something-else'].sort());
  expect(start()).toBe('ran\n');
});

it('runs the bundle where the kept code is not for it, and replaces that', () => {
  put(`newman-0123-node-${process.version}-${process.arch}.bin`, 0);
  expect(start()).toBe('ran\n');
});
