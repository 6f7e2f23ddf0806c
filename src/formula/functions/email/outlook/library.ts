import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** The reader of Outlook messages (@kenjiuno/msgreader), loaded when the first formula needs it. */
export function outlookLibrary(): typeof import('@kenjiuno/msgreader') {
  return load('@kenjiuno/msgreader');
}
