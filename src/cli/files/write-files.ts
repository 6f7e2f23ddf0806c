import { rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { HarnessError } from '../../harness-error.ts';
import { createDirectory } from './create-directory.ts';

/** A file to be written: its name inside of the directory, without any path. */
export interface NewFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** A name that is one plain file name on every system, whatever the action is called: letters, digits, `-` and `_`. */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 80)
    .toLowerCase();
  return plain === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/u.test(plain) ? `action${plain === '' ? '' : `-${plain}`}` : plain;
}

/**
 * Writes files into a directory (made with mode 0700 where it is missing), each with mode 0600, whole or not at all, and gives their
 * paths. Two files of one name get numbers. Throws a `HarnessError` where the directory cannot be written.
 */
export async function writeFiles(directory: string, files: readonly NewFile[]): Promise<readonly string[]> {
  const used = new Set<string>();
  const places = files.map(({ name, content }) => ({ file: path.join(directory, unusedName(name, used)), content }));
  const written: string[] = [];
  try {
    await createDirectory(directory);
    // Before the first one is written, so that not only some of them are.
    for (const { file } of places) await refuseDirectory(file);
    for (const { file, content } of places) written.push(await writeWhole(file, content));
  } catch (error) {
    throw new HarnessError('unwritable-file', `nothing can be written into ‹${directory}›: ${reasonOf(error)}`, {
      hint: 'choose a directory that you may write to, with room on its disk',
    });
  }
  return written;
}

/** Writes one file beside its place and renames it there, but writes into a device or a pipe; gives the path. Errors are those of the file system. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<string> {
  if (await isNoFile(file)) {
    await writeFile(file, content);
    return file;
  }
  const unfinished = `${file}.${globalThis.crypto.randomUUID()}.unfinished`;
  try {
    await writeFile(unfinished, content, { mode: 0o600, flag: 'wx' });
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return file;
}

async function refuseDirectory(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory() === true) throw Object.assign(new Error(), { code: 'EISDIR' });
}

/** True for what must not be replaced by a file: `/dev/stdout`, `/dev/null`, a named pipe. */
async function isNoFile(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

function unusedName(name: string, used: Set<string>): string {
  const base = path.basename(name);
  const dot = base.indexOf('.') === -1 ? base.length : base.indexOf('.');
  let candidate = base;
  // Many systems take names that differ in case alone for one file.
  for (let number = 2; used.has(candidate.toLowerCase()); number += 1)
    candidate = `${base.slice(0, dot)}-${number}${base.slice(dot)}`;
  used.add(candidate.toLowerCase());
  return candidate;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  const known: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'it is no directory',
    EISDIR: 'a directory is in the way of a file',
    EEXIST: 'a file of that name is in the way',
  };
  return known[code] ?? code;
}
