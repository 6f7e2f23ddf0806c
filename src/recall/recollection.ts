import type { Action } from '../model/action.ts';
import type { Json } from '../model/json.ts';
import type { RecordedRequest, TinesOutcome } from '../model/outcome.ts';
import type { StatusRange } from '../model/request-spec.ts';
import type { RecallNote } from './recall-note.ts';

/** The records that a user has of an action, and how to choose among them. */
export interface RecordsInHand {
  /** Documents given as events; each may be an event, a list, an API's answer, or only what the action got. */
  readonly events: readonly Json[];
  /** Documents given as logs; a plain-text message is a JSON string. */
  readonly logs: readonly Json[];
  readonly action: Action;
  /** `latest`, a story run's guid or an event's id; without it the newest failure, or else the newest run. */
  readonly run?: string;
  /** The statuses that count as success. */
  readonly success: readonly StatusRange[];
  readonly now: Date;
  readonly staleAfterMilliseconds: number;
  /** Reads JSON that stands inside of a text: a log's message. Throws a HarnessError where it is none. */
  readonly parseJson: (text: string, file: string) => Json;
}

/** What the records say: what Tines got, what it sent, and what it knew. */
export interface Recollection {
  /** Without `sent`: the log's request is in `logged` until its masks are filled. */
  readonly outcome: TinesOutcome;
  /** The rendered request of the same run, with the log's masks in it. */
  readonly logged?: RecordedRequest;
  /** Event data that the action could read, by snake-cased action name; `META` and the like under their own names. */
  readonly data: ReadonlyMap<string, Json>;
  /** How the record was chosen, and what the log says of the failure. */
  readonly notes: readonly RecallNote[];
  /** The log's other messages of the run, in its own words; what a diagnosis looks for words in. */
  readonly messages: readonly string[];
}
