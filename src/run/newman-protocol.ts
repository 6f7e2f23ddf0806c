import type { RunOutcome } from '../model/outcome.ts';

/** Changes with every change of the messages; a host that speaks another version is refused. */
export const PROTOCOL_VERSION = 1;

/** What bounds and shapes a run beside the collection itself. */
export interface NewmanPolicy {
  /** For each run in all, redirects included. */
  readonly timeoutSeconds: number;
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
  readonly policy: NewmanPolicy;
  /** For bodies longer than 8 MiB; removed by the caller. */
  readonly temporaryDirectory: string;
  /** The only directory of which the collection may read files. */
  readonly workingDirectory?: string;
}

/** What became of one request of a collection. */
export interface NewmanItemResult {
  readonly name: string;
  readonly outcome: RunOutcome;
  /** Messages of the assertions that failed, and of scripts that threw. */
  readonly failures: readonly string[];
}

/** From the program to the host. */
export type ToHost =
  | { readonly type: 'run'; readonly id: number; readonly request: NewmanRequest }
  | { readonly type: 'interrupt'; readonly id: number };

/** From the host to the program. */
export type FromHost =
  | { readonly type: 'ready'; readonly protocol: number; readonly newman: string }
  | { readonly type: 'done'; readonly id: number; readonly results: readonly NewmanItemResult[] };
