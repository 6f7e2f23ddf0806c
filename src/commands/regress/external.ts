import type { RunOutcome } from '../../model/outcome.ts';
import type { Policy, RequestSpec } from '../../model/request-spec.ts';
import type { RegressResult } from '../../regress/regress-result.ts';
import type { NewmanItemResult, NewmanRequest } from '../../run/newman/protocol.ts';
import type { NewmanHost } from '../../run/newman/start-newman.ts';
import type { Secret } from '../../secrets/secret.ts';
import { isSafeMethod } from '../inputs/ask-consent.ts';
import { issuedByAnswers } from '../inputs/issued-by-answers.ts';
import { type ForeignRun, foreignResult } from './external-result.ts';
import type { ItemPlace, Planned } from './plan.ts';
import { replay } from './replay.ts';
import { redactResult } from './result-of.ts';

type Foreign = Extract<Planned, { kind: 'foreign' }>;

/** What a run of collections of others needs. */
export interface ForeignWork {
  /** Newman with its scripts; null where it is not wanted or cannot be started. */
  readonly host: () => NewmanHost | null;
  /** Sends a request with cURL; null where cURL is not wanted. */
  readonly curl: ((request: RequestSpec) => Promise<RunOutcome>) | null;
  readonly allowWrites: boolean;
  readonly request: Omit<NewmanRequest, 'collection'>;
  /** For what cURL sends. */
  readonly policy: Omit<Policy, 'redirects'>;
  /** What is known to be secret; what the servers hand out besides is found here. */
  readonly secrets: readonly Secret[];
  readonly signal: AbortSignal;
}

/**
 * Runs a collection of anybody's with Newman, scripts and all, and gives a result for each of its requests: its own tests are what it is held
 * against. Then cURL sends what Newman sent, and its answers are laid beside; only then, so that the tests find what they would find in
 * plain Newman. The results are redacted.
 */
export async function runForeign(foreign: Foreign, work: ForeignWork): Promise<readonly RegressResult[]> {
  const refuse = (reason: string): readonly RegressResult[] =>
    foreign.items.map((place, index) => redactResult(notRun(foreign.keys[index] ?? foreign.key, place, reason), work.secrets));
  const writing = foreign.items.find(({ method }) => !isSafeMethod(method));
  if (writing !== undefined && !work.allowWrites)
    return refuse(`the collection sends ${writing.method}, which may change something: add --allow-writes if that does no harm`);
  const host = work.host();
  if (host === null)
    return refuse('a collection that tines-compare did not record runs in Postman only, for its scripts decide what passes');
  const results = await host.runCollection({ ...work.request, collection: foreign.collection, signal: work.signal });
  const trouble = troubleOf(results);
  if (trouble !== null && results.every(({ position }) => position === null)) return refuse(trouble);
  const runs = await replayAll(results, work);
  const found = foreign.items.map((place, index) => {
    const key = foreign.keys[index] ?? foreign.key;
    const own = runs.filter(({ result }) => result.position === index);
    if (own.length === 0 && trouble !== null) return notRun(key, place, `the run was ended before: ${trouble}`);
    return foreignResult({ key, place, runs: own });
  });
  // Newman counts it; without it here, the run would pass.
  const isTold = found.some(({ state }) => state === 'broken');
  const all: readonly RegressResult[] =
    trouble === null || isTold ? found : [...found, { ...notRun(foreign.key, foreign.place, trouble), state: 'broken' }];
  // A script may tell in one request what an earlier one was given.
  const issued = all.every(saysNothing) ? [] : issuedByAnswers(runs.flatMap(outcomesOf));
  return all.map((result) => redactResult(result, [...work.secrets, ...issued]));
}

function saysNothing({ problems, clients }: RegressResult): boolean {
  return problems.length === 0 && clients.every((client) => client.problems.length === 0);
}

function outcomesOf({ result, replay: again }: ForeignRun): readonly RunOutcome[] {
  return again === null || again.kind === 'not-sent' ? [result.outcome] : [result.outcome, again.outcome];
}

/** Why the run as a whole did not come to its end; null where it did. */
function troubleOf(results: readonly NewmanItemResult[]): string | null {
  const whole = results.find(({ position }) => position === null);
  if (whole === undefined) return null;
  const [failure] = whole.failures;
  return failure ?? (whole.outcome.status === 'failed' ? whole.outcome.error.message : null);
}

async function replayAll(
  results: readonly NewmanItemResult[],
  { curl, policy, signal }: ForeignWork,
): Promise<readonly ForeignRun[]> {
  const runs: ForeignRun[] = [];
  for (const result of results) {
    const isWanted = curl !== null && !result.skipped && result.position !== null && !signal.aborted;
    runs.push({ result, replay: isWanted ? await replay(result.outcome, { send: curl, policy }) : null });
  }
  return runs;
}

function notRun(key: string, { name, folders, file, line }: ItemPlace, reason: string): RegressResult {
  return { key, name, folders, file, line, state: 'not-run', problems: [reason], clients: [], milliseconds: 0 };
}
