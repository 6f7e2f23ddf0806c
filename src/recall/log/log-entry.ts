import type { Json } from '../../model/json.ts';

/** One message of an action's log. */
export interface LogEntry {
  readonly id?: string;
  readonly message: string;
  /** 2 warning, 3 info, 4 error; absent where only the text was given. */
  readonly level?: number;
  readonly at?: Date;
  /** The id of the event that came in, where the log says it. */
  readonly inbound?: string;
  readonly run?: string;
  /** Present where the rendered request was given by itself, as an object. */
  readonly options?: Json;
  readonly json: Json;
}
