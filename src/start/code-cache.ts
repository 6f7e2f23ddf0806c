import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A cache that no start has read for so long belongs to a version that is gone. */
const UNUSED_MILLISECONDS = 30 * 24 * 3_600_000;

/** Compiled code by the name of its source. */
export type CompiledCode = ReadonlyMap<string, Buffer>;

/** Compiled code of one program, kept between its starts in a file of the user's cache directory. */
export interface CodeCache {
  /** What an earlier start kept; empty where there is none, or no directory that only the user can write. */
  read(): CompiledCode;
  /** Keeps the code for the next start, whole or not at all; what cannot be written is not kept. */
  write(code: CompiledCode): void;
}

/** The cache of a program. Its name tells the program's build, since code of another build does not fit; Node's version is added here. */
export function openCodeCache(name: string): CodeCache {
  const directory = findCacheDirectory();
  const file = directory && path.join(directory, `${name}-node-${process.version}-${process.arch}.bin`);
  return {
    read() {
      try {
        if (file === undefined) return new Map();
        const code = unpack(readFileSync(file));
        utimesSync(file, new Date(), new Date());
        return code;
      } catch {
        return new Map();
      }
    },
    write(code) {
      if (file === undefined) return;
      const draft = `${file}.${process.pid}`;
      try {
        writeFileSync(draft, pack(code), { mode: 0o600, flag: 'wx' });
        renameSync(draft, file);
        removeUnused(path.dirname(file));
      } catch {
        rmSync(draft, { force: true });
      }
    },
  };
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

/** The length of a table, the table of names and lengths as JSON, and the code in the order of the table. */
function pack(code: CompiledCode): Buffer {
  const table = Buffer.from(JSON.stringify([...code].map(([name, data]) => [name, data.length])));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(table.length);
  return Buffer.concat([length, table, ...code.values()]);
}

function unpack(data: Buffer): CompiledCode {
  const start = 4 + data.readUInt32LE(0);
  const table: [name: string, length: number][] = JSON.parse(data.toString('utf8', 4, start));
  let end = start;
  const code = table.map(([name, length]) => {
    end += length;
    return [name, data.subarray(end - length, end)] as const;
  });
  if (end !== data.length) throw new RangeError('the cache was cut off');
  return new Map(code);
}

/** Deletes what earlier versions, and starts that were cut off, have left. */
function removeUnused(caches: string): void {
  for (const name of readdirSync(caches)) {
    const old = path.join(caches, name);
    if (/^(?:newman|program)-.*\.bin/.test(name) && Date.now() - lstatSync(old).mtimeMs > UNUSED_MILLISECONDS)
      rmSync(old, { force: true });
  }
}
