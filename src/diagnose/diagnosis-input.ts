import type { ResolvedAction } from '../model/action.ts';
import type { Lane, RunOutcome, TinesOutcome } from '../model/outcome.ts';
import type { RequestSpec, StatusRange, Warning } from '../model/request-spec.ts';
import type { SecretValues, Text } from '../model/text.ts';
import type { ChecklistItem, Diagnosis, Experiment } from '../model/verdict.ts';
import type { HostEntry } from './hosts/host-entry.ts';

/** Sends one request of the diagnosis with a client, under the same limits as the action's own. `change` says what is different in it. */
type Send = (request: RequestSpec, change: string) => Promise<RunOutcome>;

/** What a diagnosis is made from. */
export interface DiagnosisInput {
  readonly action: ResolvedAction;
  readonly request: RequestSpec;
  readonly values: SecretValues;
  /** A text with the values in their places. What it gives never gets into a result. */
  readonly reveal: (text: Text) => string;
  readonly tines: TinesOutcome;
  /** One list per client: its runs of the action's request. */
  readonly runs: readonly (readonly RunOutcome[])[];
  readonly success: readonly StatusRange[];
  readonly allowWrites: boolean;
  /** False where nothing further may be sent. */
  readonly experiments: boolean;
  readonly maxRequests: number;
  /** Whether the user asked for this number; only then a wrong Basic pair may be tried. */
  readonly maxRequestsGiven: boolean;
  /** Whether the API's harmless call that says whose the credential is may be sent. */
  readonly probeIdentity: boolean;
  /** A request that is known to work. */
  readonly working?: RequestSpec;
  readonly now: Date;
  readonly warnings: readonly Warning[];
  /** Messages of the action's log in Tines. */
  readonly log?: readonly string[];
  /** The APIs to know; the built-in list unless given. */
  readonly hosts?: readonly HostEntry[];
  readonly send: Send;
}

/** By lane: the error that stands in the body of an answer whose status says success, quoted without secrets; an empty text where it has no message. */
export type BodyErrors = Readonly<Partial<Record<Lane, string>>>;

/** What a diagnosis says. No string in it has a value of a secret. */
export interface DiagnosisResult {
  /** The most certain first, then the most specific. Empty where nothing fails. */
  readonly diagnoses: readonly Diagnosis[];
  /** The four items of the help article's checklist, in its order. */
  readonly checklist: readonly ChecklistItem[];
  readonly experiments: readonly Experiment[];
  /** Errors in the bodies of answers whose status says success. */
  readonly bodyErrors: BodyErrors;
  /** What Tines adds by itself and an experiment proved to be the cause: `its User-Agent`. */
  readonly addition?: string;
}
