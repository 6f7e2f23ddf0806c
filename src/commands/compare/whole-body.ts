import { readFileSync } from 'node:fs';
import type { Body } from '../../model/outcome.ts';

/** The longest body that is read back into memory to be compared inside. */
const longestOpened = 64 * 1024 * 1024;

/** The whole of a body from its file; null where it is longer than 64 MiB, or the file is gone. */
export function wholeBody({ bytes, size, file }: Body): Uint8Array | null {
  if (size === bytes.length) return bytes;
  if (file === undefined || size > longestOpened) return null;
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
