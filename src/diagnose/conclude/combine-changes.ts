import type { RequestSpec } from '../../model/request-spec.ts';
import type { CauseCode } from '../../model/verdict.ts';
import type { Evidence, Step } from '../evidence/evidence.ts';
import { gatherEvidence } from '../evidence/gather-evidence.ts';
import type { Change } from '../experiments/change.ts';
import { compareRequests } from '../working/compare-requests.ts';
import { examine } from './examine.ts';
import { investigateSingly } from './investigate-singly.ts';
import type { Laboratory } from './laboratory.ts';
import { nextStep } from './next-step.ts';

const MOST_FAULTS = 3;

/** Two faults at once: where one change alone moved the answer, or mends what is plainly wrong, the others are tried on top of it. */
export async function combineChanges(evidence: Evidence, laboratory: Laboratory, depth = 2): Promise<Evidence> {
  const trial = nextStep(evidence);
  if (trial === null || laboratory.left === 0 || depth > MOST_FAULTS) return evidence;
  const { change, answer } = trial;
  const base = gatherEvidence({ ...evidence.input, request: change.request }, answer, 'outside');
  const known = change.touchesCredential
    ? { controls: evidence.controls, asked: evidence.asked }
    : { controls: { ...evidence.controls, without: null, wrong: null } };
  const found = await investigateSingly(
    { ...base, ...known, mended: [...evidence.mended, ...familyOf(change.claims)], again: `${change.name} alone, once more` },
    laboratory,
  );
  const further = found.trials.some(({ effect }) => effect === 'flipped')
    ? found
    : await combineChanges(found, laboratory, depth + 1);
  const last = further.trials.find(({ effect }) => effect === 'flipped');
  const isNeeded = last === undefined ? null : await fails(last.change, { evidence, step: change, laboratory });
  return { ...evidence, after: { trial, evidence: further, isNeeded } satisfies Step };
}

const SCHEME: readonly CauseCode[] = ['scheme-missing', 'scheme-wrong'];

/** The causes whose changes would undo this one's. */
function familyOf(code: CauseCode): readonly CauseCode[] {
  return SCHEME.includes(code) ? SCHEME : [code];
}

interface Testing {
  readonly evidence: Evidence;
  readonly step: Change;
  readonly laboratory: Laboratory;
}

/** Whether the last change alone, on the action's own request, still fails; null where it cannot be made alone. */
async function fails(change: Change, { evidence, step, laboratory }: Testing): Promise<boolean | null> {
  const same = ({ claims, name }: Change) => claims === change.claims && name === change.name;
  const tried = evidence.trials.find((trial) => same(trial.change));
  if (tried !== undefined) return tried.effect !== 'flipped';
  const alone =
    examine(evidence)
      .flatMap(({ changes = [] }) => changes)
      .find(same)?.request ?? separate(change, step, evidence);
  if (alone === null) return null;
  const answer = await laboratory.ask(alone, `${change.name}, and nothing else`);
  return answer === null ? null : !evidence.isGood(answer);
}

/** The action's request with what only the last change changes; null where both change the same part. */
function separate(change: Change, step: Change, { input }: Evidence): RequestSpec | null {
  const key = ({ kind, name }: { readonly kind: string; readonly name: string }) => `${kind} ${name.toLowerCase()}`;
  const first = new Set(compareRequests(input.request, step.request, input.reveal).map(key));
  const parts = compareRequests(step.request, change.request, input.reveal);
  if (parts.length === 0 || parts.some((part) => first.has(key(part)))) return null;
  return parts.reduce<RequestSpec>((request, part) => part.apply(request), input.request);
}
