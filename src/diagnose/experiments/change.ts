import type { RequestSpec } from '../../model/request-spec.ts';
import type { CauseCode } from '../../model/verdict.ts';
import type { Answer } from '../answers/answer.ts';

/** One change of the request that a cause predicts to work. */
export interface Change {
  readonly claims: CauseCode;
  /** For the report, after "the request": `with ‹Bearer › before the credential`. */
  readonly name: string;
  readonly request: RequestSpec;
  /** True where the server may see another credential, or none, than before. */
  readonly touchesCredential: boolean;
  /** True where nothing but experience asks for it. */
  readonly isBlind: boolean;
  /** What to write into the action if it works. */
  readonly fix: string;
  readonly pointer?: string;
  /** What Tines adds by itself, if the change takes it away. */
  readonly addition?: string;
  /** Present where a success makes it likely only: it could be had in another way too. */
  readonly proves?: 'likely';
  /** True where any answer at all proves it. */
  readonly isProvedByAnyAnswer?: boolean;
  /** A request that must still fail for the change to prove anything. */
  readonly counter?: { readonly name: string; readonly request: RequestSpec };
}

/**
 * A change that was tried. `flipped`: it works now, and without the change still fails · `moved`: the server went one step further · `none`: nothing was won ·
 * `varies`: the server also answered otherwise to the very same request, so that nothing follows.
 */
export interface Trial {
  readonly change: Change;
  readonly answer: Answer;
  readonly effect: 'flipped' | 'moved' | 'none' | 'varies';
  /** Present on a flip that there was no request left to test again. */
  readonly proves?: 'likely';
}
