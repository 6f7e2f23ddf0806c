import { createHash } from 'node:crypto';
import type { BundleFile } from './bundle-file.ts';

/** `manifest.json`: name, size in bytes and SHA-256 of each of the files, in their order. */
export function manifest(files: readonly BundleFile[]): BundleFile {
  const entries = files.map(({ name, content }) => ({
    name,
    bytes: Buffer.byteLength(content, 'utf8'),
    sha256: createHash('sha256').update(content, 'utf8').digest('hex'),
  }));
  return { name: 'manifest.json', content: `${JSON.stringify({ schema: 1, files: entries }, null, 2)}\n` };
}
