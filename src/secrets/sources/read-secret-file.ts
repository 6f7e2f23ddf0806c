import { type FileHandle, open } from 'node:fs/promises';
import { HarnessError } from '../../harness-error.ts';
import type { CredentialSurroundings } from '../credential-surroundings.ts';
import { permissionWarning } from '../permission-warning.ts';
import { decodeSecret } from './decode-secret.ts';

/** The longest credential that is read; the longest that services give out are key files of a few kilobytes. */
export const longestSecret = 1024 * 1024;

/** The text of a file that holds one credential; `~/` is the home directory. Warns where others can read it. Throws a `HarnessError` that names file and reason. */
export async function readSecretFile(name: string, path: string, { environment, warn }: CredentialSurroundings): Promise<string> {
  const home = environment['HOME'] ?? environment['USERPROFILE'];
  const file = path.startsWith('~/') && home !== undefined ? `${home}${path.slice(1)}` : path;
  const fail = (why: string): HarnessError =>
    new HarnessError('credential-source', `the credential ‹${name}› could not be read from the file ‹${path}›: ${why}`, {
      hint: 'check the path and its permissions',
    });
  try {
    const handle = await open(file, 'r');
    try {
      const warning = permissionWarning(await handle.stat(), path);
      if (warning !== null) warn(warning);
      const bytes = await readUpTo(handle, longestSecret + 1);
      if (bytes.length > longestSecret) throw fail('it is larger than 1 MiB, which no credential is');
      const decoded = decodeSecret(bytes);
      if (decoded === null) throw fail('it is not text');
      return decoded;
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw error instanceof HarnessError ? error : fail(reasonOf(error));
  }
}

async function readUpTo(handle: FileHandle, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // A pipe (`file:/dev/fd/3`) gives what it has, and ends with nothing.
  for (;;) {
    const { bytesRead, buffer } = await handle.read({ buffer: Buffer.alloc(65_536) });
    if (bytesRead === 0 || size >= most) return Buffer.concat(chunks);
    chunks.push(buffer.subarray(0, bytesRead));
    size += bytesRead;
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'it does not exist',
    EACCES: 'permission denied',
    EISDIR: 'it is a directory',
  };
  return known[code] ?? code;
}
