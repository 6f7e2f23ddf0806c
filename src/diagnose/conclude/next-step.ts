import type { CauseCode } from '../../model/verdict.ts';
import { type Evidence, isLikeWithout } from '../evidence/evidence.ts';
import type { Trial } from '../experiments/change.ts';
import { examine } from './examine.ts';
import { isWorse } from './is-worse.ts';

/** What can be seen in the text that is sent, whatever the server says. */
const VISIBLE: ReadonlySet<CauseCode> = new Set([
  'scheme-doubled',
  'basic-double-encoded',
  'basic-not-encoded',
  'basic-no-colon',
  'basic-url-safe',
  'credential-quoted',
  'credential-whitespace',
]);
/** The same where the server, or what is known of the API, names the scheme. */
const ASKED: ReadonlySet<CauseCode> = new Set(['scheme-missing', 'scheme-wrong']);

/** The change to go on from: one that moved the answer, else one that mends what is plainly wrong; null where there is none. */
export function nextStep(evidence: Evidence): Trial | null {
  const moved = evidence.trials.find(({ effect }) => effect === 'moved');
  if (moved !== undefined) return moved;
  if (evidence.controls.without !== null && (evidence.isGood(evidence.controls.without) || isLikeWithout(evidence) === false))
    return null;
  const isAsked = evidence.challenges.length > 0 || evidence.host !== null;
  const plain = examine(evidence).find(
    ({ code, stands, confidence }) =>
      (VISIBLE.has(code) || (ASKED.has(code) && isAsked)) && stands === true && confidence === 'likely',
  );
  if (plain === undefined) return null;
  return evidence.trials.find(({ change, answer }) => change.claims === plain.code && !isWorse(answer, evidence)) ?? null;
}
