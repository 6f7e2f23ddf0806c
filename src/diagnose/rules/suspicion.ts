import type { CauseCode, Confidence } from '../../model/verdict.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Change } from '../experiments/change.ts';

/** A cause that the evidence speaks for. */
interface Suspicion {
  /** By what is known without its own changes. */
  readonly confidence: Confidence;
  /** 0 to 100: which to try first. */
  readonly weight: number;
  readonly evidence: readonly string[];
  readonly fix: string;
  readonly pointer?: string;
  /** Requests that work if this is the cause. */
  readonly changes?: readonly Change[];
  /** True where it stays though none of its changes worked. */
  readonly stands?: boolean;
  /** True where the server's own words settle it: nothing is tried then. */
  readonly isSettled?: boolean;
}

/** What one cause looks like: null where nothing speaks for it. Pure; called again after experiments. */
export type Rule = (evidence: Evidence) => Suspicion | null;

/** A suspicion with the cause it is of. */
export interface Suspected extends Suspicion {
  readonly code: CauseCode;
}
