import type { Warning } from '../../model/request-spec.ts';
import type { RecallNote } from '../../recall/recall-note.ts';

/** What was seen in the records that is no line of the log: those are quoted where they explain something. */
const told: ReadonlySet<string> = new Set<RecallNote['code']>([
  'event-chosen',
  'no-events',
  'no-own-event',
  'other-shape',
  'renamed',
  'name-assumed',
  'status-as-text',
  'xml-as-object',
  'no-body',
  'no-log',
  'log-cut-off',
  'log-unreadable',
  'log-of-other-run',
  'no-request-in-log',
  'from-log',
]);

/** What reading the records showed, as warnings of the report. */
export function recallWarnings(notes: readonly RecallNote[]): readonly Warning[] {
  return notes.filter(({ code }) => told.has(code)).map(({ code, text, source }) => ({ code, text, ...(source && { source }) }));
}
