import { countStates, type RegressResult } from './regress-result.ts';

/**
 * The exit status: 0 where every action is the same, fixed or updated, 1 where one is broken, drifted, fails for another reason or was not run,
 * 2 where nothing could be run at all. Flaky actions are in the reports and count as what they ended as.
 */
export function regressStatus(results: readonly RegressResult[]): 0 | 1 | 2 {
  const counts = countStates(results);
  if (results.length > 0 && counts['not-run'] === results.length) return 2;
  return results.every(({ state, updated }) => state === 'same' || state === 'fixed' || updated === true) ? 0 : 1;
}
