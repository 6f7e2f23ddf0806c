import type { Source } from '../model/source.ts';

/** What a line of the log says of a failure, in a code that a diagnosis can read. */
export type LogNoteCode =
  | 'status'
  | 'domain-restricted'
  | 'egress-blocked'
  | 'test-credential'
  | 'private-address'
  | 'invalid-url'
  | 'invalid-options'
  | 'formula-error'
  | 'redirects'
  | 'dns'
  | 'tls'
  | 'timeout'
  | 'connect'
  | 'error'
  | 'warning';

/** One failure line of the log; `status` stands where Tines got an answer. */
export interface LogNote {
  readonly code: LogNoteCode;
  /** The log's own words, shortened. */
  readonly text: string;
  readonly status?: number;
  readonly source?: Source;
}

/** Something that reading the records showed; a stable code and a sentence. */
export type RecallNote =
  | LogNote
  | {
      readonly code:
        | 'event-chosen'
        | 'no-events'
        | 'no-own-event'
        | 'other-shape'
        | 'renamed'
        | 'name-assumed'
        | 'status-as-text'
        | 'xml-as-object'
        | 'no-body'
        | 'no-log'
        | 'log-cut-off'
        | 'log-unreadable'
        | 'log-of-other-run'
        | 'no-request-in-log'
        | 'from-log';
      readonly text: string;
      readonly source?: Source;
    };
