import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** The YAML parser (yaml), loaded when the first formula needs it. */
export function yamlLibrary(): typeof import('yaml') {
  return load('yaml');
}
