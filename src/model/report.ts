import type { ActionFormat } from './action.ts';
import type { Difference } from './difference.ts';
import type { ClientErrorKind } from './outcome.ts';
import type { ChecklistItem, Diagnosis, Experiment, Verdict } from './verdict.ts';

/**
 * Everything one comparison has to say, as plain JSON: what `--json` prints and every writer reads.
 * Redaction happens on this value, once, before any writer sees it.
 */
export interface Report {
  readonly schema: 1;
  readonly tool: ReportTool;
  readonly action: ReportAction;
  readonly request: ReportRequest;
  readonly assumptions: readonly Remark[];
  readonly warnings: readonly Remark[];
  readonly losses: readonly { readonly artifact: string; readonly feature: string; readonly text: string }[];
  readonly outcomes: { readonly tines: ReportTinesOutcome; readonly curl?: ReportOutcome; readonly postman?: ReportOutcome };
  /** The most telling first; at most twenty that count, then the noise. */
  readonly differences: readonly Difference[];
  /** How many differences that count were left out of `differences`. */
  readonly 'differences-omitted': number;
  readonly verdict: Verdict;
  readonly diagnoses: readonly Diagnosis[];
  readonly checklist: readonly ChecklistItem[];
  readonly experiments: readonly Experiment[];
  /** The cURL command for bash, secrets as names. */
  readonly command: string;
  /** The documentation of the call, where the user gave it. */
  readonly docs?: string;
}

export interface ReportTool {
  readonly name: 'tines-compare';
  readonly version: string;
  /** null where the client was not used or not found. */
  readonly curl: string | null;
  readonly newman: string | null;
}

export interface ReportAction {
  readonly name: string;
  readonly guid?: string;
  readonly file: string;
  readonly pointer: string;
  readonly source: ActionFormat;
  readonly story?: string;
}

export interface ReportRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: ReportBody;
}

/** A body for people and scripts: text where it is text, else its size and hash. */
export type ReportBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string; readonly size: number; readonly truncated: boolean }
  | { readonly kind: 'bytes'; readonly size: number; readonly sha256: string };

export interface Remark {
  readonly code: string;
  readonly text: string;
  readonly pointer?: string;
}

export interface ReportResponse {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: ReportBody;
}

export interface ReportHop {
  readonly sent: ReportRequest;
  readonly response: ReportResponse;
}

export type ReportOutcome =
  | {
      readonly status: 'completed';
      readonly response: ReportResponse;
      readonly hops: readonly ReportHop[];
      readonly milliseconds: number;
      /** What the first hop sent. */
      readonly sent: ReportRequest;
    }
  | {
      readonly status: 'failed';
      readonly error: { readonly kind: ClientErrorKind; readonly code: string; readonly message: string };
      readonly hops: readonly ReportHop[];
      readonly milliseconds: number;
      readonly sent?: ReportRequest;
    };

export type ReportTinesOutcome =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'recorded';
      readonly response: {
        readonly status: number;
        readonly headers?: readonly (readonly [name: string, value: string])[];
        readonly body?: ReportBody;
      };
      readonly sent?: ReportRequest;
      readonly at?: string;
      readonly stale?: boolean;
    };
