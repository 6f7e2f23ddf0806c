import type { HeaderField, RedirectPolicy } from '../model/request-spec.ts';

/** A request that works as its file says it, secrets in their places: it goes no further than to what conceals them. */
export interface PlainRequest {
  readonly method: string;
  /** Absolute, encoded for the wire, without fragment or user info. */
  readonly url: string;
  /** As sent, those that its client adds by itself included. */
  readonly headers: readonly HeaderField[];
  readonly body: PlainBody;
  readonly redirects: RedirectPolicy;
  readonly signature?: PlainSignature;
  /** What the request has and the comparison leaves out, a sentence each, without values. */
  readonly notes: readonly string[];
}

export type PlainBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'multipart'; readonly boundary: string; readonly parts: readonly PlainPart[] };

export interface PlainPart {
  readonly name: string;
  readonly filename?: string;
  readonly headers: readonly HeaderField[];
  readonly content: string | Uint8Array;
}

/** An AWS signature that the client makes when it sends. */
export interface PlainSignature {
  readonly region: string;
  readonly service: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly sessionToken?: string;
}
