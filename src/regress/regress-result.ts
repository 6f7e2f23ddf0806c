import type { Client, ClientErrorKind } from '../model/outcome.ts';
import type { Confidence, VerdictCode } from '../model/verdict.ts';

/** What became of an action since it was recorded; the worst first. */
export const regressStates = ['broken', 'changed-cause', 'drifted', 'not-run', 'fixed', 'same'] as const;

export type RegressState = (typeof regressStates)[number];

/**
 * What one client got now. For collections of others cURL is held against Postman, and the state of the whole is Postman's: `same` is an
 * answer like Postman's, `drifted` another one, `not-run` what cannot be sent again.
 */
export interface ClientResult {
  readonly client: Client;
  readonly state: RegressState;
  /** null where no answer came. */
  readonly status: number | null;
  readonly error?: ClientErrorKind;
  readonly milliseconds: number;
  /** What is not as recorded, as sentences. */
  readonly problems: readonly string[];
}

/** One action (or one request of anybody's collection) that was run again. Plain JSON, redacted before it is shown. */
export interface RegressResult {
  readonly key: string;
  readonly name: string;
  /** Names of the folders around it. */
  readonly folders: readonly string[];
  /** The collection's file, as the user named it, and the line at which the item begins. */
  readonly file: string;
  readonly line: number;
  readonly state: RegressState;
  /** Why it is in that state. */
  readonly problems: readonly string[];
  readonly clients: readonly ClientResult[];
  /** Absent for collections of others. */
  readonly recorded?: { readonly verdict: VerdictCode; readonly cause: string | null; readonly fix: string };
  /** True on `not-run` where the collection's own scripts decided so: that is no failure. */
  readonly skipped?: true;
  /** The cause of a failure that is new. */
  readonly cause?: { readonly code: string; readonly confidence: Confidence; readonly fix: string };
  /** Present where it was not the same at first and was when it was run again. */
  readonly flaky?: { readonly attempts: number; readonly problems: readonly string[] };
  /** True where `--update` took what came now as the recorded outcome. */
  readonly updated?: boolean;
  /** From the history: since when it has not been as recorded, and how often it went to and fro. */
  readonly since?: string;
  readonly flips?: number;
  readonly milliseconds: number;
}

/** How many actions are in each state, and how many of them were flaky. */
export function countStates(results: readonly RegressResult[]): Readonly<Record<RegressState | 'flaky', number>> {
  const counts = { broken: 0, 'changed-cause': 0, drifted: 0, 'not-run': 0, fixed: 0, same: 0, flaky: 0 };
  for (const { state, flaky } of results) {
    counts[state] += 1;
    if (flaky !== undefined) counts.flaky += 1;
  }
  return counts;
}
