import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** The public suffix list (tldts), loaded when the first formula needs it. */
export function domainLibrary(): typeof import('tldts') {
  return load('tldts');
}
