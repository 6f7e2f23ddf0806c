import type { Json, JsonObject } from '../../model/json.ts';

/** One event as Tines keeps it, or what a user cut out of one. */
export interface EventRecord {
  readonly id?: string;
  /** The id or guid of the action that emitted it. */
  readonly agent?: string;
  readonly run?: string;
  readonly at?: Date;
  readonly previous: readonly string[];
  /** `payload`: data by action name. `part`: only what the action itself got (`{status, headers, body}`). */
  readonly content: { readonly kind: 'payload'; readonly payload: JsonObject } | { readonly kind: 'part'; readonly part: Json };
  /** The value it was read from. */
  readonly json: Json;
}
