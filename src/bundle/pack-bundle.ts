import { zipSync } from 'fflate';
import type { BundleFile } from './bundle-file.ts';

const ownerOnly = 0o100600;
const unix = 3;

/** The files as one zip, the same bytes for the same files: in their order, dated 1 January 1980, readable by their owner alone. */
export function packBundle(files: readonly BundleFile[]): Uint8Array {
  // The format keeps local time, so a date made of local fields is the same everywhere.
  const mtime = new Date(1980, 0, 1);
  const entries = files.map(
    ({ name, content }) =>
      [name, [new TextEncoder().encode(content), { mtime, level: 9, os: unix, attrs: ownerOnly << 16 }]] as const,
  );
  return zipSync(Object.fromEntries(entries.map(([name, [bytes, options]]) => [name, [bytes, options]])));
}
