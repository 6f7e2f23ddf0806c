import type { Action } from '../../model/action.ts';
import type { JsonObject } from '../../model/json.ts';
import type { CauseCode, Confidence, VerdictCode } from '../../model/verdict.ts';
import type { Expectation } from './expectation.ts';

/** Options of the command line that shaped a recording and hold on every machine. */
export interface RecordedSettings {
  readonly 'expect-status'?: readonly string[];
  readonly timeout?: number;
  readonly insecure?: boolean;
}

/** The cause that was found for a failure. */
export interface RecordedCause {
  readonly code: CauseCode;
  readonly confidence: Confidence;
  readonly fix: string;
}

/** Everything that a collection keeps of one action, so that it can be run and judged again. */
export interface Recorded {
  /** Tells actions apart through all recordings: by guid, else by story and name, else by place. */
  readonly key: string;
  /** Its literal secrets are pills. `source.file` is the file it was recorded from. */
  readonly action: Action;
  /** Values that its formulas read: data of other actions, resources, inputs, in the form of `--data`. */
  readonly data: JsonObject;
  readonly settings: RecordedSettings;
  readonly verdict: { readonly code: VerdictCode; readonly text: string };
  readonly cause: RecordedCause | null;
  /** Whether the outcome was a success. */
  readonly success: boolean;
  readonly noise: readonly { readonly path: string; readonly reason: string }[];
  readonly expected: Expectation;
  /** Only where cURL's outcome was another one than Postman's. */
  readonly expectedWithCurl?: Expectation;
}
