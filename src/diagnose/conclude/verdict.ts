import type { RunOutcome, TinesOutcome } from '../../model/outcome.ts';
import type { StatusRange } from '../../model/request-spec.ts';
import type { Verdict, VerdictCode } from '../../model/verdict.ts';
import { endAlike, finalStatus, isConclusive, isSuccess } from '../answers/is-success.ts';
import type { BodyErrors } from '../diagnosis-input.ts';

/** What the verdict is a function of. */
export interface VerdictFacts {
  readonly tines: TinesOutcome;
  /** One list per client that was asked for: its runs of the same request, the first one first. */
  readonly runs: readonly (readonly RunOutcome[])[];
  /** Whether the clients' answers differ beyond noise. */
  readonly clientsDiffer: boolean;
  readonly success: readonly StatusRange[];
  /** Errors in the bodies of answers whose status says success: such an answer is a failure. */
  readonly bodyErrors?: BodyErrors;
  /** What Tines adds by itself and an experiment proved to be what makes the call fail: `its User-Agent`. */
  readonly addition?: string;
  readonly lowered: readonly string[];
}

/** The verdict, by the table of the command line's contract. Pure: the same facts give the same verdict. */
export function decideVerdict(facts: VerdictFacts): Verdict {
  const code = decideCode(facts);
  return { code, text: describe(code, facts), lowered: facts.lowered };
}

function decideCode({ tines, runs, clientsDiffer, success, addition, bodyErrors = {} }: VerdictFacts): VerdictCode {
  const succeeds = (outcome: RunOutcome | TinesOutcome) =>
    isSuccess(outcome, success) && bodyErrors[outcome.client] === undefined;
  const firsts = runs.flatMap((run) => run.slice(0, 1));
  const first = firsts[0];
  if (first === undefined || runs.some((run) => run.length === 0 || !run.every(isConclusive))) return 'undecided';
  const unstable = runs.some((run) => new Set(run.map((outcome) => isSuccess(outcome, success))).size > 1);
  if (unstable) return 'unstable';
  if (clientsDiffer || firsts.some((outcome) => !endAlike(first, outcome) || succeeds(outcome) !== succeeds(first)))
    return 'client-dependent';

  const worksOutside = succeeds(first);
  if (tines.status === 'unknown') {
    if (worksOutside) return 'works-outside';
    return addition === undefined ? 'not-tines' : 'tines-only';
  }
  const worksInTines = succeeds(tines);
  if (worksInTines) return worksOutside ? 'works' : 'outside-only';
  if (worksOutside) return 'tines-only';
  if (!endAlike(tines, first)) return 'fails-differently';
  return addition === undefined ? 'not-tines' : 'tines-only';
}

function describe(code: VerdictCode, { tines, runs, addition, bodyErrors = {} }: VerdictFacts): string {
  const ending = (outcome: RunOutcome | TinesOutcome): string => {
    const error = bodyErrors[outcome.client];
    if (error === undefined) return statusOf(outcome);
    return `${statusOf(outcome)} with an error in the body${error === '' ? '' : `: ${error}`}`;
  };
  const first = runs.find((run) => run.length > 0)?.[0];
  const outside = first === undefined ? 'no answer' : ending(first);
  const inside = ending(tines);
  const clients = runs.flatMap((run) => run.slice(0, 1)).map((outcome) => (outcome.client === 'curl' ? 'cURL' : 'Postman'));
  const both = clients.length > 1 ? 'cURL and Postman' : (clients[0] ?? 'no client');
  const each = runs
    .flatMap((run) => run.slice(0, 1))
    .map((outcome) => `${outcome.client === 'curl' ? 'cURL' : 'Postman'}: ${ending(outcome)}`)
    .join(', ');
  switch (code) {
    case 'works':
      return `It works: Tines (${inside}), ${both} (${outside}) all succeed.`;
    case 'works-outside':
      return `It works outside of Tines: ${both} got ${outside}. If Tines shows a failure, that failure is specific to Tines.`;
    case 'tines-only':
      return addition === undefined
        ? `The failure is specific to Tines: Tines got ${inside}, ${both} got ${outside}.`
        : `The failure is specific to Tines: the call fails because of what Tines adds by itself (${addition}); without it the server accepts it.`;
    case 'not-tines':
      return tines.status === 'unknown'
        ? `The failure is not specific to Tines: ${both} fail${clients.length > 1 ? '' : 's'} too (${outside}).`
        : `The failure is not specific to Tines: ${both} fail${clients.length > 1 ? '' : 's'} as Tines did (${outside}).`;
    case 'outside-only':
      return `It works in Tines (${inside}) and fails outside: ${both} got ${outside}.`;
    case 'fails-differently':
      return `It fails everywhere, but not alike: Tines got ${inside}, ${both} got ${outside}.`;
    case 'client-dependent':
      return `cURL and Postman disagree (${each}), so Tines cannot be blamed or cleared yet.`;
    case 'unstable':
      return 'The server answers the same request differently from one time to the next, so nothing can be concluded from one call.';
    case 'undecided':
      return `Nothing can be concluded: ${undecidedReason(runs)}.`;
    default:
      return code satisfies never;
  }
}

function statusOf(outcome: RunOutcome | TinesOutcome): string {
  const status = finalStatus(outcome);
  if (status !== null) return String(status);
  if (outcome.status === 'failed') return `no answer, ${outcome.error.kind}`;
  return outcome.status === 'unknown' ? 'an unknown outcome' : 'no answer';
}

function undecidedReason(runs: VerdictFacts['runs']): string {
  const failed = runs.flat().find((outcome) => !isConclusive(outcome));
  if (failed?.status !== 'failed') return 'no client ran';
  const name = failed.client === 'curl' ? 'cURL' : 'Postman’s runner';
  return failed.error.kind === 'interrupted' ? `${name} was interrupted` : `${name} could not run (${failed.error.message})`;
}
