import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HarnessError } from '../../harness-error.ts';

/** Seen from a built file, and from a file in the source tree. */
const PLACES = ['.', '..', './dist', '../dist', '../../dist', '../../../dist'];

/**
 * Finds the built program for `startNewman`, seen from the module at `baseUrl` (`import.meta.url`): the lean one, or the one that can run
 * the scripts of a collection. Fails with `client-missing` where nothing is built.
 */
export function findNewmanHost(baseUrl: string, scripts: 'none' | 'allowed' = 'none'): string {
  const name = scripts === 'none' ? 'newman-host.cjs' : 'newman-host-full.cjs';
  for (const place of PLACES) {
    const candidate = fileURLToPath(new URL(`${place}/${name}`, baseUrl));
    if (existsSync(candidate)) return candidate;
  }
  throw new HarnessError('client-missing', `the program that runs Newman, ‹${name}›, is not there`, {
    hint: 'build it with ‹npm run build›',
  });
}
