import { type Answer, headerOf } from '../answer.ts';
import { readChallenges } from '../evidence/challenge.ts';
import { collectMessages } from '../evidence/collect-messages.ts';
import { type Evidence, isLikeWithout } from '../evidence/evidence.ts';
import { readWords } from '../evidence/read-words.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Change, Trial } from './change.ts';

/** Tries a change and says what it won; null where it could not be sent. A success counts only where its counter-experiment still fails. */
export async function judgeChange(change: Change, evidence: Evidence, laboratory: Laboratory): Promise<Trial | null> {
  const answer = await laboratory.ask(change.request, change.name);
  if (answer === null) return null;
  if (change.isProvedByAnyAnswer === true ? answer.status !== null : evidence.isGood(answer)) {
    return { change, answer, effect: await confirm(change, evidence, laboratory) };
  }
  return { change, answer, effect: isMoved(change, answer, evidence) ? 'moved' : 'none' };
}

async function confirm(change: Change, { own, input, isGood }: Evidence, laboratory: Laboratory): Promise<Trial['effect']> {
  // What passes by itself after a while is no proof: overload, limits, a broken connection. Two failures in a row are asked for.
  const isPassing =
    change.isProvedByAnyAnswer !== true &&
    (own.status === null || own.status === 429 || own.status >= 500 || input.runs.flat().length < 2);
  const counter = change.counter ?? (isPassing ? { name: 'the action’s own request again', request: input.request } : undefined);
  if (counter === undefined) return 'flipped';
  const answer = await laboratory.ask(counter.request, counter.name);
  if (answer === null) return 'moved';
  return isGood(answer) ? 'none' : 'flipped';
}

/** Whether the server went one step further: it sees the credential now and did not before, or it lets this client in. */
function isMoved(change: Change, answer: Answer, evidence: Evidence): boolean {
  const { own, alike, controls, host } = evidence;
  // Who is not stopped by name any more is answered about the request.
  if (change.claims === 'user-agent-blocked') return own.status === 403 && PASSED.has(answer.status ?? 0);
  if (!change.touchesCredential || isLikeWithout(evidence) !== true || alike(answer, own)) return false;
  if (own.status === 401 && (answer.status === 403 || (answer.status === 404 && !change.isBlind))) return true;
  const { without, wrong } = controls;
  if (wrong !== null && without !== null && !alike(wrong, without) && alike(answer, wrong)) return true;
  const words = readWords({
    messages: collectMessages(answer),
    challenges: readChallenges(headerOf(answer, 'www-authenticate') ?? ''),
    host,
  });
  return (
    !change.isBlind &&
    words.some(({ says, certain }) => certain && SEEN.has(says) && !evidence.words.some((word) => word.says === says))
  );
}

const PASSED: ReadonlySet<number> = new Set([400, 401, 404, 405, 415, 422]);

const SEEN: ReadonlySet<string> = new Set([
  'credential-rejected',
  'credential-expired',
  'credential-not-yet-valid',
  'permission-missing',
  'wrong-audience',
  'clock-skew',
]);
