import type { Source } from './model/source.ts';

export type HarnessErrorCode =
  | 'usage'
  | 'unreadable-file'
  | 'unwritable-file'
  | 'too-large'
  | 'not-json'
  | 'too-deep'
  | 'no-action'
  | 'several-actions'
  | 'no-such-action'
  | 'wrong-type'
  | 'unresolved-reference'
  | 'unsupported-formula'
  | 'formula-error'
  | 'template-error'
  | 'missing-option'
  | 'invalid-option'
  | 'invalid-url'
  | 'invalid-header'
  | 'unsupported-method'
  | 'credential-source'
  | 'credential-literal'
  | 'writes-refused'
  | 'client-missing'
  | 'tenant'
  | 'event'
  | 'log'
  | 'leak'
  | 'collection'
  | 'evaluation-limit';

interface Details {
  /** The value that the message is about. */
  readonly source?: Source;
  /** Part of that value, where it is a string: offset and length in the decoded string, in UTF-16 units. */
  readonly within?: { readonly offset: number; readonly length: number };
  /** What to do next, as a sentence. */
  readonly hint?: string;
  /** Further lines: a list of choices. */
  readonly notes?: readonly string[];
}

/**
 * Trouble that the user can mend: bad input, an unresolved reference, a refusal. Drawn like a compiler's message; exit status 2.
 * Anything else that is thrown is a bug. The message never contains a secret.
 */
export class HarnessError extends Error {
  override readonly name = 'HarnessError';
  readonly code: HarnessErrorCode;
  readonly details: Details;

  constructor(code: HarnessErrorCode, message: string, details: Details = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
