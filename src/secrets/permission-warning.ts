import { stat } from 'node:fs/promises';
import { platform } from 'node:os';
import type { CredentialSurroundings } from './credential-surroundings.ts';

/** What of a file's state says who may read it. */
interface FileState {
  readonly mode: number;
  readonly isFile: () => boolean;
}

/** A warning where a file that holds credentials can be read or changed by others; null where it cannot, and on Windows, whose modes do not say. */
export function permissionWarning(state: FileState, path: string): string | null {
  if (platform() === 'win32' || !state.isFile() || (state.mode & 0o077) === 0) return null;
  return `the file ‹${path}› holds credentials, and others can ${(state.mode & 0o022) === 0 ? 'read' : 'read or change'} it; make it yours alone: chmod 600`;
}

/** Says so where other users of the machine can read the file; says nothing where it cannot be looked at. */
export async function warnIfReadableByOthers(path: string, { warn }: Pick<CredentialSurroundings, 'warn'>): Promise<void> {
  const state = await stat(path).catch(() => null);
  const warning = state === null ? null : permissionWarning(state, path);
  if (warning !== null) warn(warning);
}
