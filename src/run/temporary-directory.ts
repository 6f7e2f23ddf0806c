import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';

/** A directory for the bodies of one run. */
export interface TemporaryDirectory {
  readonly path: string;
  /** Deletes the directory and all in it; synchronous, so that it also works in an exit handler; may be called again. */
  remove(): void;
}

/** Makes a directory that only its owner may enter (mode 0700) inside of `parent`, the system's directory for temporary files. */
export function createTemporaryDirectory(parent: string): TemporaryDirectory {
  const directory = mkdtempSync(path.join(parent, 'tines-compare-'));
  return { path: directory, remove: () => rmSync(directory, { recursive: true, force: true, maxRetries: 3 }) };
}
