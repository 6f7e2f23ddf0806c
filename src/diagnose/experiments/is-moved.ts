import { type Answer, headerOf } from '../answers/answer.ts';
import { readChallenges } from '../evidence/challenge.ts';
import { type Evidence, isLikeWithout } from '../evidence/evidence.ts';
import { collectMessages } from '../evidence/words/collect-messages.ts';
import { readWords } from '../evidence/words/read-words.ts';
import type { Change } from './change.ts';

/** Whether the server went one step further: it sees the credential now and did not before, or it lets this client in. */
export function isMoved(change: Change, answer: Answer, evidence: Evidence): boolean {
  const { own, alike, controls, host } = evidence;
  const status = answer.status ?? 0;
  // Who is not stopped by name any more is answered about the request.
  if (change.claims === 'user-agent-blocked')
    return own.status === null
      ? status > 0 && status < 500
      : own.status === 403 && (PASSED.has(status) || (status === 403 && own.json === undefined && answer.json !== undefined));
  if (!change.touchesCredential || alike(answer, own)) return false;
  // What could not be read can be, now.
  if (own.status === 400 && status === 401 && !change.isBlind) return true;
  const like = isLikeWithout(evidence);
  const isBeyond = BEYOND.has(status) || (status === 404 && !change.isBlind);
  if (own.status === 401 && isBeyond && (like === true || (like === false && !change.isBlind))) return true;
  if (like !== true) return false;
  // Whom the server refused like a stranger is answered about the request now.
  if (own.status === 403 && PASSED.has(status) && status !== 401 && status !== 400) return true;
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

/** Comes after the credential was accepted. */
const BEYOND: ReadonlySet<number> = new Set([403, 405, 409, 415, 422]);

const SEEN: ReadonlySet<string> = new Set([
  'credential-rejected',
  'credential-expired',
  'credential-not-yet-valid',
  'permission-missing',
  'wrong-audience',
  'clock-skew',
]);
