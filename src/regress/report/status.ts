import type { RegressResult } from '../regress-result.ts';

/**
 * The exit status: 0 where every action is the same, fixed, updated or skipped by its own scripts, 1 where one is broken, drifted, fails for another reason or was not run,
 * 2 where nothing could be run at all. Flaky actions are in the reports and count as what they ended as.
 */
export function regressStatus(results: readonly RegressResult[]): 0 | 1 | 2 {
  if (results.length > 0 && results.every(({ state, skipped }) => state === 'not-run' && skipped !== true)) return 2;
  return results.every(isFine) ? 0 : 1;
}

/** True where nobody has to look at it: as recorded, fixed, updated, or skipped by the collection's own scripts. */
export function isFine({ state, updated, skipped }: RegressResult): boolean {
  return state === 'same' || state === 'fixed' || updated === true || skipped === true;
}
