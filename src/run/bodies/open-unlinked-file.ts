import { randomUUID } from 'node:crypto';
import { openSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';

/**
 * Puts bytes into a file that has no name any more, and gives its descriptor, to be closed by the caller. A child that gets it as
 * descriptor 3 opens it as `/dev/fd/3`; a pipe made by Node could not be opened so.
 */
export function openUnlinkedFile(bytes: Uint8Array, directory: string): number {
  const file = path.join(directory, randomUUID());
  const descriptor = openSync(file, 'wx+', 0o600);
  unlinkSync(file);
  for (let written = 0; written < bytes.length; )
    written += writeSync(descriptor, bytes, written, bytes.length - written, written);
  return descriptor;
}
