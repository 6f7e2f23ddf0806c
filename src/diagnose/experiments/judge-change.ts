import type { Answer } from '../answers/answer.ts';
import type { Laboratory } from '../conclude/laboratory.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { isRefusalUnderSuccess } from '../evidence/words/is-refusal-under-success.ts';
import type { Change, Trial } from './change.ts';
import { isMoved } from './is-moved.ts';

type Effect = Pick<Trial, 'effect' | 'proves'>;

/** Tries a change and says what it won; null where it could not be sent. A success counts only where the request still fails without the change. */
export async function judgeChange(change: Change, evidence: Evidence, laboratory: Laboratory): Promise<Trial | null> {
  const answer = await laboratory.ask(change.request, change.name);
  if (answer === null) return null;
  if (change.isProvedByAnyAnswer === true) return { change, answer, effect: answer.status === null ? 'none' : 'flipped' };
  if (evidence.isGood(answer) && !isRefusalUnderSuccess(answer))
    return { change, answer, ...(await confirm(change, evidence, laboratory)) };
  return { change, answer, effect: isMoved(change, answer, evidence) ? 'moved' : 'none' };
}

/** One change at a time and back again: the counter-experiment fails, the action’s own request still fails, and what may pass by itself works twice. */
async function confirm(change: Change, evidence: Evidence, laboratory: Laboratory): Promise<Effect> {
  const { isGood, input, own } = evidence;
  if (change.counter !== undefined) {
    const answer = await laboratory.ask(change.counter.request, change.counter.name);
    if (answer === null) return { effect: 'moved' };
    if (isGood(answer)) return { effect: 'none' };
  }
  const again = await laboratory.ask(input.request, evidence.again);
  if (again === null) return isPassing(own) ? { effect: 'moved' } : { effect: 'flipped', proves: 'likely' };
  if (isGood(again)) return { effect: 'varies' };
  if (change.counter !== undefined || (!isPassing(own) && !isPassing(again))) return { effect: 'flipped' };
  // A write is not repeated.
  const twice = SAFE.has(change.request.method) ? await laboratory.ask(change.request, `${change.name}, once more`) : null;
  if (twice === null) return { effect: 'flipped', proves: 'likely' };
  return { effect: isGood(twice) ? 'flipped' : 'varies' };
}

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Overload, limits and broken connections pass by themselves after a while. */
function isPassing({ status }: Answer): boolean {
  return status === null || status === 403 || status === 429 || status >= 500;
}
