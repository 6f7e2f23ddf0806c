import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** The CSV parser (csv-parse), loaded when the first formula needs it. */
export function csvLibrary(): typeof import('csv-parse/sync') {
  return load('csv-parse/sync');
}
