import type { CauseCode } from '../../model/verdict.ts';
import type { Answer } from '../answers/answer.ts';
import type { DiagnosisInput } from '../diagnosis-input.ts';
import type { Trial } from '../experiments/change.ts';
import type { HostEntry } from '../hosts/host-entry.ts';
import type { Challenge } from './challenge.ts';
import type { CredentialUse } from './credentials/credential-use.ts';
import type { Jwt } from './credentials/jwt.ts';
import type { RateLimit } from './rate-limit.ts';
import type { ServerWord } from './words/server-word.ts';

/** Everything a rule can know: what costs no request, and what the experiments so far have shown. */
export interface Evidence {
  readonly input: DiagnosisInput;
  /** `tines`: `own` is what Tines recorded, and the same request works outside. `outside`: `own` is a client's answer. */
  readonly side: 'outside' | 'tines';
  /** The failing answer. */
  readonly own: Answer;
  /** The action's address as sent. It may hold secrets. */
  readonly url: URL;
  readonly uses: readonly CredentialUse[];
  /** The credential that a server would look at first; null where the request carries none. */
  readonly main: CredentialUse | null;
  readonly jwt: Jwt | null;
  readonly host: HostEntry | null;
  readonly challenges: readonly Challenge[];
  readonly messages: readonly string[];
  /** What the server asks for where no credential is sent; empty until that was tried. */
  readonly asked: { readonly challenges: readonly Challenge[]; readonly messages: readonly string[] };
  readonly words: readonly ServerWord[];
  readonly limit: RateLimit;
  /** True where a redirect led to another origin: nothing can be tried there. */
  readonly leavesOrigin: boolean;
  /** True where the answer is about who is asking. */
  readonly isAuthFailure: boolean;
  readonly controls: Controls;
  readonly trials: readonly Trial[];
  /** What the request that this evidence is about is called when it is sent again. */
  readonly again: string;
  /** What the request has been changed in already, where two changes are tried at once: nothing else is tried of these. */
  readonly mended: readonly CauseCode[];
  /** Where one change alone did not do: the change, and what was found of the request that has it. */
  readonly after?: Step;
  /** A server's text with every secret masked, in the marks of a quotation. */
  readonly quote: (text: string) => string;
  /** True where an answer is a success, its body included. */
  readonly isGood: (answer: Answer) => boolean;
  readonly alike: (left: Answer, right: Answer) => boolean;
}

/** One change that stays, and the evidence of the request with it. */
export interface Step {
  readonly trial: Trial;
  readonly evidence: Evidence;
  /** Whether the change that works in the end fails without this one; null where that was not tried. */
  readonly isNeeded: boolean | null;
}

/** The two control experiments; null where one was not made. */
interface Controls {
  /** The answer to the request without any credential. */
  readonly without: Answer | null;
  /** The answer to a well-formed credential that is wrong. */
  readonly wrong: Answer | null;
  /** The answer to the API's harmless call with the credential. */
  readonly identity: Answer | null;
}

/** What comparing the failing answer with the controls says. */
export type Standing = 'unseen' | 'rejected' | 'known' | 'silent' | 'unknown';

/**
 * `unseen`: like the answer without a credential only · `rejected`: like the answer to a wrong one only · `known`: like neither ·
 * `silent`: like both · `unknown`: a control is missing.
 */
export function standing({ own, controls, alike }: Pick<Evidence, 'own' | 'controls' | 'alike'>): Standing {
  const { without, wrong } = controls;
  if (without === null || wrong === null) return 'unknown';
  if (alike(own, without)) return alike(own, wrong) ? 'silent' : 'unseen';
  return alike(own, wrong) ? 'rejected' : 'known';
}

/** Whether the failing answer is like the one without a credential; null where that was not asked. */
export function isLikeWithout({ own, controls, alike }: Evidence): boolean | null {
  return controls.without === null ? null : alike(own, controls.without);
}
