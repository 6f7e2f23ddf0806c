// A program of its own: it runs the bundle beside it, with the compiled code that an earlier start kept.
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import vm from 'node:vm';

declare const BUNDLE_NAME: string;
declare const BUNDLE_HASH: string;

/** A cache that no start has read for so long belongs to a version that is gone. */
const UNUSED_MILLISECONDS = 30 * 24 * 3_600_000;

const file = path.join(__dirname, BUNDLE_NAME);
const cacheName = `newman-${BUNDLE_HASH}-node-${process.version}-${process.arch}.bin`;
const directory = findCacheDirectory();
const cachedData = directory === undefined ? undefined : readCache(path.join(directory, cacheName));
const script = new vm.Script(Module.wrap(readFileSync(file, 'utf8')), {
  filename: file,
  ...(cachedData === undefined ? {} : { cachedData }),
});
const bundle = { exports: {} };
script.runInThisContext()(bundle.exports, createRequire(file), bundle, file, __dirname);
if (directory !== undefined && (cachedData === undefined || script.cachedDataRejected === true)) {
  // Before the bundle hears that it is no longer needed, and ends: by then everything that a run uses is compiled.
  process.prependOnceListener('disconnect', () => writeCache(path.join(directory, cacheName)));
}

/** Compiled code is run as it is read: only a directory that belongs to us and that no one else can write is used. */
function findCacheDirectory(): string | undefined {
  const home = process.platform === 'darwin' ? path.join(os.homedir(), 'Library', 'Caches') : path.join(os.homedir(), '.cache');
  const user = process.getuid?.();
  for (const candidate of [path.join(home, 'tines-compare'), path.join(os.tmpdir(), `tines-compare-cache-${user ?? 'user'}`)]) {
    try {
      mkdirSync(candidate, { recursive: true, mode: 0o700 });
      const state = lstatSync(candidate);
      if (state.isDirectory() && (user === undefined || (state.uid === user && (state.mode & 0o022) === 0))) return candidate;
    } catch {
      // A directory that cannot be used: the next one, or none.
    }
  }
  return undefined;
}

function readCache(cache: string): Buffer | undefined {
  try {
    const data = readFileSync(cache);
    utimesSync(cache, new Date(), new Date());
    return data;
  } catch {
    return undefined;
  }
}

function writeCache(cache: string): void {
  const draft = `${cache}.${process.pid}`;
  try {
    writeFileSync(draft, script.createCachedData(), { mode: 0o600, flag: 'wx' });
    renameSync(draft, cache);
    removeUnused(path.dirname(cache));
  } catch {
    rmSync(draft, { force: true });
  }
}

/** Deletes what earlier versions, and starts that were cut off, have left. */
function removeUnused(caches: string): void {
  for (const name of readdirSync(caches)) {
    const old = path.join(caches, name);
    if (/^newman-.*\.bin/.test(name) && Date.now() - lstatSync(old).mtimeMs > UNUSED_MILLISECONDS) rmSync(old, { force: true });
  }
}
