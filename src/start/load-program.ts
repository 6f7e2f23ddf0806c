// What the user starts: it runs the program beside it, with the compiled code that an earlier start of the same command kept.
import path from 'node:path';
import { createCachedLoader } from './cached-loader.ts';
import { optimizeLater } from './optimize-later.ts';

declare const PROGRAM_HASH: string;

// Each command uses another part of the program.
const [, command = 'compare'] = /^([a-z]+)$/.exec(process.argv[2] ?? '') ?? [];
/** What has requests sent. */
const sending: ReadonlySet<string> = new Set(['compare', 'record', 'regress', 'prove', 'bundle', 'demo']);
if (sending.has(command)) optimizeLater();
const loader = createCachedLoader(`program-${PROGRAM_HASH}-${command}`);
process.once('exit', (status) => {
  // What ended early has not run what the next start needs.
  if (status === 0 || status === 1) loader.keep();
});
loader.load(path.join(__dirname, 'program.js'));
