import type { Source } from './source.ts';
import type { Text } from './text.ts';

/** A header field in the order sent, case kept; a name may stand more than once. */
export type HeaderField<S = string> = readonly [name: string, value: S];

/** The request Tines would send; each artifact sends this and nothing else. */
export interface RequestSpec {
  /** Upper case. */
  readonly method: string;
  /** Absolute, `http` or `https`, already encoded for the wire, without fragment or user info. */
  readonly url: Text;
  readonly headers: readonly HeaderField<Text>[];
  readonly body: BodySpec;
  readonly policy: Policy;
  /** Present where Tines signs the request itself (an AWS credential): the clients sign in its place. */
  readonly signature?: AwsSignature;
}

export type BodySpec =
  | { readonly kind: 'none' }
  /** Sent as UTF-8. */
  | { readonly kind: 'text'; readonly text: Text }
  /** `text` is the encoded body, exactly as sent; `fields` are its decoded pairs, for people (null: a name without `=`). */
  | { readonly kind: 'form'; readonly fields: readonly (readonly [name: Text, value: Text | null])[]; readonly text: Text }
  | { readonly kind: 'multipart'; readonly boundary: string; readonly parts: readonly Part[] }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

export interface Part {
  readonly name: Text;
  /** Present on a file part. */
  readonly filename?: Text;
  readonly headers: readonly HeaderField[];
  readonly content: Text | Uint8Array;
}

export interface Policy {
  readonly redirects: RedirectPolicy;
  readonly tls: TlsPolicy;
  readonly timeoutSeconds: number;
  readonly proxy?: Text;
  /** What counts as success: `200-399` unless said. */
  readonly success: readonly StatusRange[];
}

export interface RedirectPolicy {
  readonly follow: boolean;
  readonly limit: number;
  /** Whether `Authorization` goes along to another host. */
  readonly keepAuthorization: boolean;
}

export interface TlsPolicy {
  readonly verify: boolean;
  /** PEM file with further certificate authorities. */
  readonly caFile?: string;
  readonly clientCertificate?: { readonly certificateFile: string; readonly keyFile?: string };
}

export interface StatusRange {
  readonly from: number;
  readonly to: number;
}

export interface AwsSignature {
  readonly region: string;
  readonly service: string;
  readonly accessKey: Text;
  readonly secretKey: Text;
  readonly sessionToken?: Text;
}

/** An inferred rule of Tines that shaped the request; listed in every report. */
export interface Assumption {
  readonly code: string;
  readonly text: string;
  readonly source?: Source;
}

/** Something about the action that its author should know: a leftover sample payload, a conflict of content types. */
export interface Warning {
  readonly code: string;
  readonly text: string;
  readonly source?: Source;
}

/** What an artifact cannot say of the request, and the option it comes from. */
export interface Loss {
  readonly artifact: 'curl' | 'postman' | 'har' | 'request';
  readonly feature: string;
  readonly text: string;
  readonly source?: Source;
}

/** What `specify` gives: the request, and everything that has to be said about it. */
export interface Specification {
  readonly request: RequestSpec;
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly Warning[];
  /** Losses that no client can avoid (a tunnel); they lower the verdict's confidence. */
  readonly losses: readonly Loss[];
}
