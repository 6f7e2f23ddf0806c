import type { CauseCode } from '../../model/verdict.ts';
import { headerOf } from '../answers/answer.ts';
import { readChallenges } from '../evidence/challenge.ts';
import { type Evidence, isLikeWithout, standing } from '../evidence/evidence.ts';
import { collectMessages } from '../evidence/words/collect-messages.ts';
import { isServerPage } from '../evidence/words/is-server-page.ts';
import type { Change, Trial } from '../experiments/change.ts';
import { judgeChange } from '../experiments/judge-change.ts';
import { withoutCredential } from '../experiments/without-credential.ts';
import { wrongCredential } from '../experiments/wrong-credential.ts';
import type { Suspected } from '../rules/suspicion.ts';
import { examine } from './examine.ts';
import type { Laboratory } from './laboratory.ts';
import { nextStep } from './next-step.ts';

const OUT_OF_TIME: ReadonlySet<CauseCode> = new Set(['credential-expired', 'credential-not-yet-valid']);
const BLIND_LIMIT = 6;
const SHUT_LIMIT = 3;
/** Below this a change is tried only where nothing says that the server knew the credential. */
const LONG_SHOT = 50;

/** Finds out more about a failing answer by one change at a time: the request without a credential, the changes that the evidence asks for, a wrong credential, then guesses. */
export async function investigateSingly(start: Evidence, laboratory: Laboratory): Promise<Evidence> {
  if (laboratory.left === 0 || start.leavesOrigin || examine(start).some(({ isSettled }) => isSettled === true)) return start;
  let evidence = start.controls.without === null ? await askWithout(start, laboratory) : start;
  evidence = await tryChanges(evidence, laboratory, { blind: false, limit: laboratory.left });
  // What is plainly wrong with the credential would be wrong with it in another place, too: that is tried with it mended.
  if (isOver(evidence) || nextStep(evidence) !== null) return evidence;
  // A web server that shuts a path to everybody hardly looks at the credential.
  const isShut = evidence.own.status === 403 && isServerPage(evidence.own) && isLikeWithout(evidence) === true;
  if (!isShut) evidence = await askWrong(evidence, laboratory);
  if (
    !(isShut && evidence.main?.pair !== null) &&
    !isBeyondGuessing(evidence) &&
    evidence.isAuthFailure &&
    standing(evidence) !== 'rejected' &&
    evidence.trials.every(({ effect }) => effect !== 'moved')
  ) {
    evidence = await tryChanges(evidence, laboratory, { blind: true, limit: isShut ? SHUT_LIMIT : BLIND_LIMIT });
  }
  return isOver(evidence) ? evidence : askIdentity(evidence, laboratory);
}

/** The control with no credential; not asked where the request has none, or where the answer is not about it. */
export async function askWithout(evidence: Evidence, laboratory: Laboratory): Promise<Evidence> {
  const { own, uses, input, isAuthFailure } = evidence;
  const matters = isAuthFailure || own.status === 404 || own.status === 410 || (own.status !== null && own.status >= 500);
  const request = matters ? withoutCredential(input.request, uses) : null;
  if (request === null) return evidence;
  const without = await laboratory.ask(request, 'without the credential');
  const asked =
    without === null || evidence.isGood(without)
      ? evidence.asked
      : { challenges: readChallenges(headerOf(without, 'www-authenticate') ?? ''), messages: collectMessages(without) };
  return { ...evidence, asked, controls: { ...evidence.controls, without } };
}

/** The control with a wrong credential: at most once, and never a Basic pair unless the user set the number of requests. */
export async function askWrong(evidence: Evidence, laboratory: Laboratory): Promise<Evidence> {
  const { uses, main, input, own, controls, isGood } = evidence;
  const isHidden = own.status === 404 && (controls.without?.status === 401 || controls.without?.status === 403);
  if (!(evidence.isAuthFailure || isHidden) || controls.without === null || controls.wrong !== null || main === null)
    return evidence;
  const isPair = uses.some(
    ({ scheme, pair, option }) => pair !== null || /^(?:basic|digest)$/i.test(scheme) || option === 'basic_auth',
  );
  if ((isPair && !input.maxRequestsGiven) || input.request.signature !== undefined) return evidence;
  // A format that is plainly wrong would be wrong in it too.
  const isMalformed =
    isLikeWithout(evidence) === true &&
    !isGood(controls.without) &&
    examine(evidence).some(
      ({ stands, confidence, changes }) => stands === true && confidence === 'likely' && (changes?.length ?? 0) > 0,
    );
  const request = isMalformed ? null : wrongCredential(input.request, uses);
  if (request === null) return evidence;
  const wrong = await laboratory.ask(request, 'with a wrong credential of the same shape');
  return { ...evidence, controls: { ...controls, wrong } };
}

async function askIdentity(evidence: Evidence, laboratory: Laboratory): Promise<Evidence> {
  const { host, input, url, isAuthFailure, own } = evidence;
  if (
    !input.probeIdentity ||
    host?.identity === undefined ||
    !(isAuthFailure || own.status === 404) ||
    evidence.main?.place === 'path'
  )
    return evidence;
  const { method, path } = host.identity;
  const request = { ...input.request, method, body: { kind: 'none' } as const, url: [`${url.origin}${path}`] };
  const identity = await laboratory.ask(request, `the call that says whose credential it is (${method} ${path})`);
  return { ...evidence, controls: { ...evidence.controls, identity } };
}

interface Trying {
  readonly blind: boolean;
  readonly limit: number;
}

async function tryChanges(start: Evidence, laboratory: Laboratory, { blind, limit }: Trying): Promise<Evidence> {
  let evidence = start;
  const tried = new Set(evidence.trials.map(({ change }) => JSON.stringify(change.request)));
  let count = 0;
  for (const { change } of candidates(evidence)) {
    const key = JSON.stringify(change.request);
    if (change.isBlind !== blind || tried.has(key)) continue;
    if (count === limit || laboratory.left === 0) break;
    tried.add(key);
    count += 1;
    const trial: Trial | null = await judgeChange(change, evidence, laboratory);
    if (trial === null) continue;
    evidence = { ...evidence, trials: [...evidence.trials, trial] };
    if (trial.effect === 'flipped' || trial.effect === 'varies') break;
  }
  return evidence;
}

interface Candidate {
  readonly change: Change;
  readonly suspected: Suspected;
}

function candidates(evidence: Evidence): readonly Candidate[] {
  const { controls, isGood } = evidence;
  const like = isLikeWithout(evidence);
  const isOpen = controls.without !== null && isGood(controls.without);
  return examine(evidence)
    .flatMap((suspected) => (suspected.changes ?? []).map((change) => ({ change, suspected })))
    .filter(({ change, suspected }) => {
      // Whatever hides the credential works there, and proves nothing.
      if (change.touchesCredential && isOpen) return false;
      if (evidence.mended.includes(change.claims)) return false;
      if (like !== false) return true;
      return suspected.weight > LONG_SHOT;
    });
}

/** Where another place or scheme would not help: a token that is not valid now works nowhere, and an address, a limit or a right is not about the form. */
function isBeyondGuessing(evidence: Evidence): boolean {
  const isOutOfTime =
    evidence.jwt !== null && examine(evidence).some(({ code, confidence }) => OUT_OF_TIME.has(code) && confidence !== 'possible');
  return (
    isOutOfTime ||
    evidence.words.some(
      ({ says, certain }) => says === 'address' || says === 'rate-limited' || (says === 'permission-missing' && certain),
    )
  );
}

/** Where a further experiment would show nothing more. */
export function isOver({ trials }: Evidence): boolean {
  return trials.some(({ effect }) => effect === 'flipped' || effect === 'varies');
}
