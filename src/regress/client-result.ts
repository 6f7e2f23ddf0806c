import type { RunCheck } from './check-run.ts';
import type { TextRun } from './expect-runs.ts';
import type { ClientResult, RegressState } from './regress-result.ts';

/** What a client's run says about the action; `success` tells whether its outcome counts as one, `before` whether the recorded one did. */
export function clientResult(
  { outcome }: TextRun,
  check: RunCheck,
  { success, before }: { readonly success: boolean; readonly before: boolean },
): ClientResult {
  const status = outcome.status === 'completed' ? (outcome.hops.at(-1)?.received.status ?? null) : null;
  return {
    client: outcome.client,
    state: stateOf(check, success, before),
    status,
    ...(outcome.status === 'failed' ? { error: outcome.error.kind } : {}),
    milliseconds: Math.round(outcome.milliseconds),
    problems: check.kind === 'different' ? check.problems : check.kind === 'not-run' ? [check.reason] : [],
  };
}

function stateOf({ kind }: RunCheck, success: boolean, before: boolean): RegressState {
  if (kind !== 'different') return kind;
  if (before) return success ? 'drifted' : 'broken';
  return success ? 'fixed' : 'changed-cause';
}
