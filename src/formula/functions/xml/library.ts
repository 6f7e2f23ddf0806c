import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** The XML parser (fast-xml-parser), loaded when the first formula needs it. */
export function xmlLibrary(): typeof import('fast-xml-parser') {
  return load('fast-xml-parser');
}
