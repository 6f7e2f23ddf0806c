import { createRequire } from 'node:module';

/**
 * Tells V8 to optimize code later than by itself: sending takes seconds on cores that have other work, too, and compiling takes a seventh of
 * the processor time of a story or of `regress`. To be called before anything is loaded, since kept code fits only the flags that it was
 * compiled with. Only the V8 of Node 20, where that was measured, is told: another one may not know the flag.
 */
export function optimizeLater(): void {
  if (!process.versions.v8.startsWith('11.3.')) return;
  // To load it takes 3 ms, which a command that only writes does not have to pay.
  const v8: typeof import('node:v8') = createRequire(__filename)('node:v8');
  v8.setFlagsFromString('--interrupt-budget=1000000');
}
