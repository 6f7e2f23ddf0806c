import type { Body } from '../../model/outcome.ts';
import type { Environment } from '../clean-environment.ts';

/** One transfer of curl: a request, and the redirects that curl follows by itself. */
export interface CurlTransfer {
  /** Goes to curl through its standard input, before what the runner itself asks for. */
  readonly config: string;
  /** Handed over as descriptor 3. */
  readonly body?: Uint8Array;
  readonly timeoutSeconds: number;
  readonly maxBodyBytes: number;
  readonly signal: AbortSignal;
  readonly curlPath: string;
  readonly environment: Environment;
  readonly temporaryDirectory: string;
}

/** How a transfer ended. */
export interface CurlEnd {
  readonly exitCode: number | undefined;
  /** Why there is no exit status of curl's own, or why it does not count. */
  readonly cut?: 'interrupted' | 'too-large' | 'hung' | { readonly code: string; readonly message: string };
  /** What `--verbose` wrote, in Latin-1. */
  readonly messages: string;
  /** What `writeOutFormat` printed, as UTF-8; empty where curl did not get that far. */
  readonly writeOut: string;
  /** As it came: content coding is undone only if the config says `compressed`. */
  readonly body: Body;
  /** What it took; waiting for other transfers is not counted. */
  readonly milliseconds: number;
}
