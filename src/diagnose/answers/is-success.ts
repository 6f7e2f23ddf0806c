import type { RunOutcome, TinesOutcome } from '../../model/outcome.ts';
import type { StatusRange } from '../../model/request-spec.ts';

/** True where `status` lies in one of the ranges that count as success. */
export function isSuccessStatus(status: number, success: readonly StatusRange[]): boolean {
  return success.some((range) => status >= range.from && status <= range.to);
}

/** The status of the last answer; null where no answer came. Tines' 0 is null too. */
export function finalStatus(outcome: RunOutcome | TinesOutcome): number | null {
  if (outcome.client === 'tines') {
    return outcome.status === 'recorded' && outcome.response.status !== 0 ? outcome.response.status : null;
  }
  return outcome.status === 'completed' ? (outcome.hops.at(-1)?.received.status ?? null) : null;
}

/** True where the outcome is an answer whose status counts as success. */
export function isSuccess(outcome: RunOutcome | TinesOutcome, success: readonly StatusRange[]): boolean {
  const status = finalStatus(outcome);
  return status !== null && isSuccessStatus(status, success);
}

/** True where the client could run, so that its outcome says something about the request. */
export function isConclusive(outcome: RunOutcome): boolean {
  return outcome.status === 'completed' || outcome.error.conclusive;
}

/**
 * True where two outcomes end alike: the same status, or no answer for the same kind of reason.
 * Tines names every missing answer 0, so any network error is like it.
 */
export function endAlike(left: RunOutcome | TinesOutcome, right: RunOutcome | TinesOutcome): boolean {
  const status = finalStatus(left);
  if (status !== finalStatus(right)) return false;
  if (status !== null) return true;
  return left.status !== 'failed' || right.status !== 'failed' || left.error.kind === right.error.kind;
}
