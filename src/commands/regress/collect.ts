import type { Surroundings } from '../../cli/terminal/terminal.ts';
import type { Client } from '../../model/outcome.ts';
import type { RegressResult } from '../../regress/regress-result.ts';
import type { Secret } from '../../secrets/secret.ts';
import type { Planned } from './plan.ts';
import type { Prepared } from './prepare.ts';
import { refusedResult, resultOf } from './result-of.ts';
import type { Attempted } from './send.ts';
import { updateRecorded } from './update.ts';

/** What a run has gathered, by the index of the plan. */
export interface Gathered {
  readonly prepared: readonly (Prepared | null)[];
  readonly attempts: ReadonlyMap<number, ReadonlyMap<Client, Attempted>>;
  readonly foreign: ReadonlyMap<number, readonly RegressResult[]>;
  readonly clients: readonly Client[];
  /** Why something has no outcome. */
  readonly missing: string;
  readonly secrets: readonly Secret[];
  readonly update: boolean;
  readonly surroundings: Surroundings;
}

/** The results in the order of the plan; with `update`, recordings of what is not the same are written anew. */
export async function collectResults(plans: readonly Planned[], gathered: Gathered): Promise<readonly RegressResult[]> {
  const results: RegressResult[] = [];
  for (const [index, planned] of plans.entries()) results.push(...(await resultsOf(planned, index, gathered)));
  return results;
}

async function resultsOf(planned: Planned, index: number, gathered: Gathered): Promise<readonly RegressResult[]> {
  const { prepared, attempts, foreign, clients, missing, secrets, update, surroundings } = gathered;
  const { key, place } = planned;
  if (planned.kind === 'damaged') return [refusedResult(key, place, planned.reason)];
  if (planned.kind === 'foreign') return foreign.get(index) ?? [refusedResult(key, place, missing)];
  const ready = prepared[index] ?? null;
  if (ready?.kind !== 'ready') return [refusedResult(key, place, ready?.reason ?? missing)];
  const own = attempts.get(index) ?? new Map<Client, Attempted>();
  const result = await resultOf(ready, { clients, attempts: own, missing, secrets, now: surroundings.now() });
  const isOther = result.state !== 'same' && result.state !== 'not-run';
  return update && isOther && (await updateRecorded(ready, own, surroundings)) ? [{ ...result, updated: true }] : [result];
}
