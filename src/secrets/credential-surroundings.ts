/** What reading a credential needs from outside. */
export interface CredentialSurroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Asks without echo; undefined where there is no terminal. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  readonly warn: (message: string) => void;
  /** Ends a command that is still running. */
  readonly signal?: AbortSignal;
}
