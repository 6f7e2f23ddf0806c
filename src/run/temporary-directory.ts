import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { HarnessError } from '../harness-error.ts';

/** A directory for the bodies of one run. */
export interface TemporaryDirectory {
  readonly path: string;
  /** Deletes the directory and all in it; synchronous, so that it also works in an exit handler; may be called again. */
  remove(): void;
}

/** Makes a directory that only its owner may enter (mode 0700) inside of `parent`, the system's directory for temporary files. @throws HarnessError */
export function createTemporaryDirectory(parent: string): TemporaryDirectory {
  const directory = make(parent);
  return { path: directory, remove: () => rmSync(directory, { recursive: true, force: true, maxRetries: 3 }) };
}

function make(parent: string): string {
  try {
    return mkdtempSync(path.join(parent, 'tines-compare-'));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new HarnessError('unwritable-file', `no temporary directory can be made in ‹${parent}›: ${reason}`, {
      hint: 'let the environment variable TMPDIR name a directory that you may write to, with room on its disk',
    });
  }
}
