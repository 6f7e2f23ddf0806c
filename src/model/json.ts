import type { Source } from './source.ts';

/**
 * A JSON value that keeps what `JSON.parse` loses: the order and the repetition of members, and the text of numbers.
 * `S` is what stands for a string: plain text as read, `Text` after `resolve`.
 */
export type Json<S = string> = JsonNull | JsonBoolean | JsonNumber<S> | JsonString<S> | JsonArray<S> | JsonObject<S>;

interface Located {
  /** Present where the value was read from a file. */
  readonly source?: Source;
}

export interface JsonNull extends Located {
  readonly kind: 'null';
}
export interface JsonBoolean extends Located {
  readonly kind: 'boolean';
  readonly value: boolean;
}
/** A number as its author wrote it: `1.0`, `1e5` and 12345678901234567890 stay what they are. */
export interface JsonNumber<S = string> extends Located {
  readonly kind: 'number';
  readonly text: S;
}
export interface JsonString<S = string> extends Located {
  readonly kind: 'string';
  readonly value: S;
}
export interface JsonArray<S = string> extends Located {
  readonly kind: 'array';
  readonly items: readonly Json<S>[];
}
export interface JsonObject<S = string> extends Located {
  readonly kind: 'object';
  /** In the order written; a key may stand twice. */
  readonly members: readonly JsonMember<S>[];
}
export interface JsonMember<S = string> {
  readonly key: S;
  readonly keySource?: Source;
  readonly value: Json<S>;
}
