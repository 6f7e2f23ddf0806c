import { printable } from '../../formats/text/printable.ts';
import type { Json } from '../../model/json.ts';
import type { RecordedRequest } from '../../model/outcome.ts';
import { located } from '../located.ts';
import type { LogNote, RecallNote } from '../recall-note.ts';
import { classifyMessage } from './classify-message.ts';
import type { LogEntry } from './log-entry.ts';
import { loggedRequest, withoutRequest } from './logged-request.ts';

/** A failure line with the message that it is. */
export interface LogFailure {
  readonly entry: LogEntry;
  readonly note: LogNote;
}

/** What the log says, message by message, the oldest first. */
export interface LogReading {
  readonly requests: readonly { readonly entry: LogEntry; readonly request: RecordedRequest }[];
  readonly failures: readonly LogFailure[];
  /** Every other message, information too. */
  readonly messages: readonly { readonly entry: LogEntry; readonly text: string }[];
  /** Requests that could not be read. */
  readonly notes: readonly RecallNote[];
}

/** Reads every message: the requests that it shows and the failures that it tells. */
export function readLogLines(entries: readonly LogEntry[], parseJson: (text: string, file: string) => Json): LogReading {
  const requests: { entry: LogEntry; request: RecordedRequest }[] = [];
  const failures: LogFailure[] = [];
  const messages: { entry: LogEntry; text: string }[] = [];
  const notes: RecallNote[] = [];
  for (const entry of oldestFirst(entries)) {
    const logged = loggedRequest(entry, parseJson);
    if (logged?.kind === 'request') requests.push({ entry, request: logged.request });
    else if (logged !== undefined) notes.push(unreadable(logged.kind, entry));
    const text = printable(withoutRequest(entry), 1000);
    if (text !== '') messages.push({ entry, text });
    const note = classifyMessage(entry);
    if (note !== undefined) failures.push({ entry, note });
  }
  return { requests, failures, messages, notes };
}

/** By time, or else by id; entries that say neither keep their order. */
function oldestFirst(entries: readonly LogEntry[]): readonly LogEntry[] {
  return [...entries].sort((left, right) => {
    const byTime = (left.at?.getTime() ?? 0) - (right.at?.getTime() ?? 0);
    if (left.at !== undefined && right.at !== undefined && byTime !== 0) return byTime;
    return left.id !== undefined && right.id !== undefined ? Number(left.id) - Number(right.id) || 0 : 0;
  });
}

function unreadable(kind: 'cut-off' | 'unreadable', entry: LogEntry): RecallNote {
  return kind === 'cut-off'
    ? {
        code: 'log-cut-off',
        text: 'the request in the log is cut off, so it is not used; copy the whole message',
        ...located(entry.json),
      }
    : {
        code: 'log-unreadable',
        text: 'the request in the log cannot be read as JSON, so it is not used',
        ...located(entry.json),
      };
}
