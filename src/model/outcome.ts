import type { Json } from './json.ts';
import type { HeaderField } from './request-spec.ts';

/** What runs a request outside of Tines. */
export type Client = 'curl' | 'postman';
/** The three lanes that are laid side by side. */
export type Lane = 'tines' | Client;

/** A message body after content decoding (`Content-Encoding` undone). */
export interface Body {
  /** The whole body, or its first 8 MiB where it is longer. */
  readonly bytes: Uint8Array;
  /** Bytes in the whole body. */
  readonly size: number;
  /** Hexadecimal SHA-256 of the whole body. */
  readonly sha256: string;
  /** Where the whole body was put, if `bytes` is only its head; deleted at the end of the run. */
  readonly file?: string;
  /** True where the message ended before its announced end. */
  readonly incomplete?: boolean;
}

export interface SentMessage {
  readonly method: string;
  readonly url: string;
  /** `HTTP/1.1` and the like; the request target as it stood in the request line. */
  readonly version: string;
  readonly target: string;
  readonly headers: readonly HeaderField[];
  readonly body: Uint8Array;
}

export interface ReceivedMessage {
  readonly version: string;
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly HeaderField[];
  readonly body: Body;
}

/** One request and its answer. A redirected run has several. */
export interface Exchange {
  readonly sent: SentMessage;
  readonly received: ReceivedMessage;
}

export type ClientErrorKind =
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'protocol'
  | 'redirects'
  | 'too-large'
  | 'interrupted'
  | 'other';

export interface ClientError {
  readonly kind: ClientErrorKind;
  /** The client's own code: `curl 60`, `ECONNREFUSED`. */
  readonly code: string;
  readonly message: string;
  /** False where the client itself could not run (missing, crashed): nothing can be concluded then. */
  readonly conclusive: boolean;
}

/** What became of one request sent by a client. A failed run is an outcome too, never an exception. */
export type RunOutcome =
  | { readonly client: Client; readonly status: 'completed'; readonly hops: readonly Exchange[]; readonly milliseconds: number }
  | {
      readonly client: Client;
      readonly status: 'failed';
      readonly error: ClientError;
      /** Exchanges that were completed before the failure. */
      readonly hops: readonly Exchange[];
      /** What was sent before the failure, as far as the client could say. */
      readonly sent?: SentMessage;
      readonly milliseconds: number;
    };

/** What Tines did, as far as the user has a record of it. */
export type TinesOutcome =
  | { readonly client: 'tines'; readonly status: 'unknown' }
  | {
      readonly client: 'tines';
      readonly status: 'recorded';
      /** 0 means that Tines got no answer. */
      readonly response: RecordedResponse;
      /** From the log: the rendered request, masks filled. */
      readonly sent?: RecordedRequest;
      /** ISO 8601, where the record says it. */
      readonly at?: string;
      readonly stale?: boolean;
    };

export interface RecordedResponse {
  readonly status: number;
  /** Absent where the record has none (`--tines-status`). Names in lower case, as Tines records them. */
  readonly headers?: readonly HeaderField[];
  readonly body?: RecordedBody;
}

/** Tines keeps bodies parsed: JSON and XML as objects, files as an object with their hashes, the rest as text. */
export type RecordedBody =
  | { readonly kind: 'json'; readonly value: Json }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'file';
      readonly size?: number;
      readonly sha256?: string;
      readonly md5?: string;
      readonly filename?: string;
      readonly contentType?: string;
    };

/** The `Sending request to … with options:` message of the action's log. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly params: Json;
  readonly headers: readonly HeaderField[];
  readonly body: Json;
}
