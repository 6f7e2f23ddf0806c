import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeWhole } from '../../cli/files/write-files.ts';
import { HarnessError } from '../../harness-error.ts';

/** A holder needs milliseconds; a lock this old belongs to a process that was killed. */
const staleMilliseconds = 10_000;
const retryMilliseconds = 20;
const longestWaitMilliseconds = 60_000;

/**
 * Changes a file as a whole: `change` gets its text (null where there is none) and gives the new one. Nobody sees a half written file, and of
 * two processes that change it at once the second sees what the first wrote.
 */
export async function changeFile(file: string, change: (text: string | null) => string): Promise<void> {
  const release = await lock(`${file}.lock`);
  try {
    await removeUnfinished(file);
    const before = await readText(file);
    const after = change(before);
    if (after !== before) await writeWhole(file, after);
  } catch (error) {
    if (error instanceof HarnessError) throw error;
    throw unwritable(file, error);
  } finally {
    await release();
  }
}

/** The text of a file; null where there is none. */
async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function lock(file: string): Promise<() => Promise<void>> {
  const owner = randomUUID();
  const begin = performance.now();
  for (;;) {
    try {
      await writeFile(file, owner, { flag: 'wx', mode: 0o600 });
      return () => unlock(file, owner);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw unwritable(file, error);
    }
    await removeStale(file);
    if (performance.now() - begin > longestWaitMilliseconds) {
      throw new HarnessError('unwritable-file', `‹${file}› has been there for a minute`, {
        hint: 'end the other run, or delete the file if there is none',
      });
    }
    await wait(retryMilliseconds * (0.5 + Math.random()));
  }
}

/** Removes a lock, unless another process took it for stale and has one of its own there now. */
async function unlock(file: string, owner: string): Promise<void> {
  if ((await readText(file)) === owner) await rm(file, { force: true });
}

/** Removes what killed runs left half written; whoever has the lock is the only one that writes. */
async function removeUnfinished(file: string): Promise<void> {
  const directory = path.dirname(file);
  const start = `${path.basename(file)}.`;
  for (const name of await readdir(directory))
    if (name.startsWith(start) && name.endsWith('.unfinished')) await rm(path.join(directory, name), { force: true });
}

/** Moves a stale lock away. If another process was faster and a fresh lock was moved instead, it is put back. */
async function removeStale(file: string): Promise<void> {
  const isStale = async (lock: string): Promise<boolean> => Date.now() - (await stat(lock)).mtimeMs > staleMilliseconds;
  try {
    if (!(await isStale(file))) return;
    const aside = `${file}.${randomUUID()}`;
    await rename(file, aside);
    if (!(await isStale(aside))) await link(aside, file).catch(() => undefined);
    await rm(aside, { force: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function unwritable(file: string, error: unknown): HarnessError {
  return new HarnessError('unwritable-file', `‹${file}› cannot be written (${codeOf(error) || 'unknown reason'})`, {
    hint: 'choose a directory that you may write to, with room on its disk',
  });
}
