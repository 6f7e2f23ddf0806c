import type { RunOutcome } from '../../model/outcome.ts';

/** Changes with every change of the messages; a host that speaks another version is refused. */
export const PROTOCOL_VERSION = 2;

/** What bounds and shapes a run beside the collection itself. */
export interface NewmanPolicy {
  /** For each run in all, redirects included. */
  readonly timeoutSeconds: number;
  /** Where given, each request has this time by itself, and `timeoutSeconds` counts anew for each item with its scripts. */
  readonly requestSeconds?: number;
  /** Of the decoded body. */
  readonly maxBodyBytes: number;
  readonly verifyTls: boolean;
  /** PEM file with further certificate authorities. */
  readonly caFile?: string;
  /** PEM files; the key may stand in the certificate's file. */
  readonly clientCertificate?: { readonly certificateFile: string; readonly keyFile?: string };
  /** `http://user:password@host:port`, or `https:`. */
  readonly proxy?: string;
}

/** One run of a collection. */
export interface NewmanRequest {
  /** A Postman collection, version 2.1, as parsed JSON. */
  readonly collection: object;
  /** Values of the environment, by name. */
  readonly environment: ReadonlyMap<string, string>;
  /** An environment, below the values above, and globals: as Postman exports them, parsed. */
  readonly environmentScope?: object;
  readonly globalsScope?: object;
  /** Absolute path of the rows (JSON or CSV) with each of which the collection is run once. */
  readonly iterationDataFile?: string;
  readonly policy: NewmanPolicy;
  /** Whether each request has connections of its own, as if it were sent alone. */
  readonly isSeparate?: boolean;
  /** For bodies longer than 8 MiB; removed by the caller. */
  readonly temporaryDirectory: string;
  /** The only directory of which the collection may read files. */
  readonly workingDirectory?: string;
}

/** What became of one request of a collection, in one iteration. */
export interface NewmanItemResult {
  readonly name: string;
  /** Its place among all requests of the collection, from 0; null for what belongs to none of them. */
  readonly position: number | null;
  /** From 0. */
  readonly iteration: number;
  readonly outcome: RunOutcome;
  /** True where its scripts decided that it is not sent; the outcome then tells nothing. */
  readonly skipped: boolean;
  /** Messages of everything else that Newman counts as a failure: assertions, scripts that threw, requests that scripts made. */
  readonly failures: readonly string[];
}

/** From the program to the host. */
export type ToHost =
  | { readonly type: 'run'; readonly id: number; readonly request: NewmanRequest }
  | { readonly type: 'interrupt'; readonly id: number };

/** From the host to the program. */
export type FromHost =
  | { readonly type: 'ready'; readonly protocol: number; readonly newman: string }
  /** A request of a run has begun: its time counts from here where each has its own. */
  | { readonly type: 'began'; readonly id: number }
  | { readonly type: 'done'; readonly id: number; readonly results: readonly NewmanItemResult[] };
