import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes a directory and those above it that are missing, for their owner alone. Node's own `recursive` never ends where a file system
 * refuses with ENOENT (`/proc`). Errors are those of the file system.
 */
export async function createDirectory(directory: string): Promise<void> {
  const whole = path.resolve(directory);
  const missing: string[] = [];
  for (let at = whole; (await kindOf(at)) === 'nothing'; at = path.dirname(at)) missing.unshift(at);
  if (missing.length === 0 && (await kindOf(whole)) === 'other') await mkdir(whole);
  for (const at of missing) {
    await mkdir(at, { mode: 0o700 }).catch(async (error: unknown) => {
      // Another process may have made it meanwhile.
      if ((await kindOf(at)) !== 'directory') throw error;
    });
  }
}

async function kindOf(place: string): Promise<'directory' | 'other' | 'nothing'> {
  try {
    return (await stat(place)).isDirectory() ? 'directory' : 'other';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'nothing' : 'other';
  }
}
