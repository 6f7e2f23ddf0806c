import type { Json } from '../../model/json.ts';

/** What asking a tenant needs from outside. */
export interface TenantAccess {
  /** The tenant's address as the user wrote it; only its scheme, host and port count. */
  readonly tenant: string;
  /** Gives the API key; asked once for each request, never kept and never part of a message. */
  readonly token: () => string;
  readonly signal: AbortSignal;
  /** Is told what the user should know and what stops nothing. */
  readonly warn: (message: string) => void;
  /** Resolves after so many milliseconds, or rejects when the signal is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Reads an answer; the API key, in whatever spelling the tenant gives it back, is not in what is read. */
  readonly parseJson: (text: string, file: string) => Json;
  /** A text of the tenant without the API key, and without tokens of well-known shapes: for messages. */
  readonly redact: (text: string) => string;
}
