import { HarnessError } from '../../harness-error.ts';
import type { RunOutcome } from '../../model/outcome.ts';
import { joinRuns, type SingleRun } from '../../run/newman/join-runs.ts';
import type { NewmanHost } from '../../run/newman/start-newman.ts';

interface NewmanRuns {
  readonly host: NewmanHost;
  readonly temporaryDirectory: string;
  readonly signal: AbortSignal;
}

/** Sends requests that fit together one after the other in one run of Newman, within the time of one; as many outcomes as there are requests, null where one was not reached. */
export async function runTogether(
  runs: readonly SingleRun[],
  { host, temporaryDirectory, signal }: NewmanRuns,
): Promise<readonly (RunOutcome | null)[]> {
  const [first] = runs;
  if (first === undefined) return [];
  const results = await host.runCollection({ ...joinRuns(first, runs), temporaryDirectory, signal });
  return runs.map((_, index) => results.find(({ position }) => position === index)?.outcome ?? null);
}

/** The outcome of a request that was not sent, for a reason that says nothing about the server. */
export function unsentOutcome(client: RunOutcome['client'], error: unknown): RunOutcome {
  if (!(error instanceof HarnessError)) throw error;
  return {
    client,
    status: 'failed',
    error: { kind: 'other', code: error.code, message: error.message, conclusive: false },
    hops: [],
    milliseconds: 0,
  };
}
