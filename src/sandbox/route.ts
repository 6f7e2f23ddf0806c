import type { CauseCode, Confidence, VerdictCode } from '../model/verdict.ts';

/** A request as a route sees it. */
export interface SandboxRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The query as it came, without its `?`; empty where there is none. */
  readonly rawQuery: string;
  /** Names in lower case; repeated fields joined by `, `. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** `http://127.0.0.1:PORT`, and the same server under another host name. */
  readonly origin: string;
  readonly otherOrigin: string;
}

export interface SandboxAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** An object is sent as JSON, a text as `text/plain` unless the headers say otherwise. */
  readonly body?: unknown;
}

/** An action that calls a route, and what a comparison of it must find. */
export interface Scenario {
  /** The story-export form of the action; `{origin}` stands for the sandbox's address. */
  readonly action: { readonly name: string; readonly options: Readonly<Record<string, unknown>> };
  /** Made-up values; `CREDENTIAL.<name>`. */
  readonly credentials: Readonly<Record<string, string>>;
  /** What Tines recorded, where the case has a record. */
  readonly tines?: { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown };
  readonly verdict: VerdictCode;
  /** The cause that must be named first; absent where nothing fails. */
  readonly cause?: CauseCode;
  /** The cause that this case looks like and that must not be named first. */
  readonly notCause?: CauseCode;
  /** The highest confidence that the evidence allows; `confirmed` unless said. */
  readonly confidence?: Confidence;
  /** Event data that the action's pills read, as `--data` takes it. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Messages of the action's log in Tines. */
  readonly log?: readonly string[];
}

/** One way in which an API fails (or does not): an address, its behaviour, and the action that meets it. */
export interface SandboxRoute {
  /** Last segment of the address: `/classic/<name>`. */
  readonly name: string;
  readonly title: string;
  readonly answer: (request: SandboxRequest) => SandboxAnswer;
  readonly scenario: Scenario;
}
