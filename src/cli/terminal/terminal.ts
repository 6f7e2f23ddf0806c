import type { SourceFiles } from '../files/source-files.ts';

/** The streams and prompts a command may use; everything a command knows of the process comes through here. */
export interface Terminal {
  /** The report, and nothing else. */
  readonly print: (text: string) => Promise<void>;
  /** Progress, prompts, warnings and errors. */
  readonly tell: (text: string) => void;
  /** Whether colour is wanted on standard output; `tell` has its own. */
  readonly colour: { readonly output: boolean; readonly messages: boolean };
  readonly columns: number;
  /** Asks on the terminal and gives the line typed; undefined where standard input or error is none. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  /** As `ask`, without echo. */
  readonly askHidden: ((question: string) => Promise<string>) | undefined;
}

/** What a command is started with. */
export interface Surroundings {
  readonly terminal: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
  /** Without the `v`. */
  readonly nodeVersion: string;
  readonly files: SourceFiles;
  /** Aborted by SIGINT or SIGTERM: children end, temporary files go, the exit status is 130. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
}
