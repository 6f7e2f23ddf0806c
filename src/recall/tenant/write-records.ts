import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { HarnessError } from '../../harness-error.ts';
import type { Json } from '../../model/json.ts';
import { printJson } from './print-json.ts';

/** What is fetched, by the name of its file without `.json`. */
export type NamedRecords = { readonly [Name in 'action' | 'actions' | 'events' | 'logs' | 'story']?: Json };

/**
 * Writes each record as a file of its own, whole or not at all, for the user alone (0600 in a directory of 0700: events hold secrets);
 * gives the files' paths.
 * @throws HarnessError `unwritable-file`.
 */
export async function writeRecords(records: NamedRecords, directory: string): Promise<readonly string[]> {
  const written: string[] = [];
  await attempt(directory, () => mkdir(directory, { recursive: true, mode: 0o700 }));
  for (const name of ['action', 'actions', 'events', 'logs', 'story'] as const) {
    const json = records[name];
    if (json === undefined) continue;
    const file = path.join(directory, `${name}.json`);
    await attempt(file, () => writeWhole(file, `${printJson(json)}\n`));
    written.push(file);
  }
  return written;
}

async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}`);
  try {
    await writeFile(temporary, text, { flag: 'wx', mode: 0o600 });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function attempt(file: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
    throw new HarnessError('unwritable-file', `‹${file}› cannot be written (${code})`, {
      hint: 'Give a directory that you may write to with --out.',
    });
  }
}
