import { printable } from '../formats/text/printable.ts';
import { HarnessError } from '../harness-error.ts';
import type { TinesOutcome } from '../model/outcome.ts';
import { chooseRun, type RunCandidate } from './events/choose-run.ts';
import { foreignEvents, ownEvents } from './events/own-events.ts';
import { readEvents } from './events/read-events.ts';
import { type ReadResponse, readResponse } from './events/read-response.ts';
import { isReferenced, upstreamData } from './events/upstream-data.ts';
import { isSuccessStatus } from './is-success-status.ts';
import { located } from './located.ts';
import { isApart, isLater, linesOf, type Moment, requestOf } from './log/choose-log.ts';
import type { LogEntry } from './log/log-entry.ts';
import { type LogFailure, type LogReading, readLogLines } from './log/log-run.ts';
import { readLogs } from './log/read-logs.ts';
import { noteChoice } from './note-choice.ts';
import type { RecallNote } from './recall-note.ts';
import type { Recollection, RecordsInHand } from './recollection.ts';

interface Candidate extends RunCandidate, ReadResponse {}

/**
 * What Tines did, from the events and logs in hand: one run is chosen, its answer read, its request looked up in the log, and the data that
 * it could read put together.
 * @throws HarnessError `event` or `log`, with its place, for what is none, for events of other actions, and for a run that is not there.
 */
export function recallRecords(records: RecordsInHand): Recollection {
  const { action, success, parseJson } = records;
  const events = readEvents(records.events, parseJson);
  const entries = readLogs(records.logs, parseJson);
  const owns = ownEvents(events, action);
  if (owns.length === 0 && events.length > 0 && entries.length === 0 && !events.some((event) => isReferenced(event, action))) {
    throw foreignEvents(events, action);
  }
  const candidates = owns.map((own): Candidate => {
    const read = readResponse(own.part, action);
    return { own, ...read, failed: read.response === undefined ? undefined : !isSuccessStatus(read.response.status, success) };
  });
  const event = chooseRun(candidates, records.run);
  const log = readLogLines(event === undefined ? entriesOfRun(entries, records.run) : entries, parseJson);
  refuseUnread(entries, log);
  const failure = chooseFailure(log, event, records.run);
  const chosen = failure === undefined || event?.response === undefined ? event : undefined;
  const moment = momentOf(chosen, failure, log);
  const request = requestOf(log, moment);
  const outcome = outcomeOf(chosen, failure, records);
  const lines = linesOf(log.failures, moment, request?.entry).map(({ note }) => note);
  const notes: readonly RecallNote[] = [
    ...noteChoice({ records, events, candidates, chosen, hasFailure: failure !== undefined }),
    ...(chosen?.notes ?? []),
    ...log.notes,
    ...noteLog(records, entries, { log, isFound: request !== undefined }),
    ...lines,
  ];
  return {
    outcome,
    ...(request === undefined ? {} : { logged: request.request }),
    data: upstreamData(events, { own: event?.own, inbound: chosen === undefined ? failure?.entry.inbound : undefined }),
    notes,
    messages: linesOf(log.messages, moment, request?.entry).map(({ text }) => text),
  };
}

function entriesOfRun(entries: readonly LogEntry[], run: string | undefined): readonly LogEntry[] {
  if (run === undefined || run.trim().toLowerCase() === 'latest') return entries;
  const found = entries.filter((entry) => [entry.run, entry.inbound, entry.id].includes(run.trim()));
  if (found.length > 0) return found;
  throw new HarnessError(entries.length > 0 ? 'log' : 'event', `nothing in the records is of the run ‹${printable(run)}›`, {
    ...located(entries[0]?.json),
    hint: 'Give the event of that run with --event, or leave --run away for the newest failure.',
  });
}

/** A text in which nothing is a message of a log was not meant to be one. */
function refuseUnread(entries: readonly LogEntry[], log: LogReading): void {
  const isRead = log.requests.length + log.failures.length + log.notes.length > 0;
  const stray = entries.find(({ json }) => json.kind === 'string');
  if (isRead || stray === undefined) return;
  // What stands there may be anything, a secret too: it is not repeated.
  throw new HarnessError('log', 'the text given as a log is no message of an action’s log', {
    ...located(stray.json),
    hint: 'Give the message ‹Sending request to …›, or the line that says how the action failed.',
  });
}

/** The failure line that stands for the outcome; undefined where the event does. */
function chooseFailure({ failures }: LogReading, event: Candidate | undefined, run: string | undefined): LogFailure | undefined {
  const telling = failures.filter(({ note }) => note.code !== 'warning' && note.code !== 'test-credential');
  if (event === undefined) return telling.at(-1);
  const record = event.own.event;
  if (event.response === undefined) return telling.findLast((failure) => !isApart(failure, record));
  if (run !== undefined)
    return run.trim().toLowerCase() === 'latest' ? telling.findLast((failure) => isLater(failure, record)) : undefined;
  return telling.findLast((failure) => (event.failed === true ? isLater(failure, record) : isApart(failure, record)));
}

function momentOf(event: Candidate | undefined, failure: LogFailure | undefined, { requests }: LogReading): Moment {
  const at = event?.own.event.at ?? failure?.entry.at ?? requests.at(-1)?.entry.at;
  return {
    ...(at === undefined ? {} : { at }),
    ...(event === undefined ? {} : { event: event.own.event }),
    ...(failure === undefined ? {} : { entry: failure.entry }),
  };
}

function outcomeOf(
  event: Candidate | undefined,
  failure: LogFailure | undefined,
  { now, staleAfterMilliseconds }: RecordsInHand,
): TinesOutcome {
  const response = event?.response ?? (failure === undefined ? undefined : { status: failure.note.status ?? 0 });
  if (response === undefined) return { client: 'tines', status: 'unknown' };
  const at = event?.own.event.at ?? failure?.entry.at;
  if (at === undefined) return { client: 'tines', status: 'recorded', response };
  return {
    client: 'tines',
    status: 'recorded',
    response,
    at: at.toISOString(),
    stale: now.getTime() - at.getTime() > staleAfterMilliseconds,
  };
}

interface FoundInLog {
  readonly log: LogReading;
  readonly isFound: boolean;
}

function noteLog({ logs }: RecordsInHand, entries: readonly LogEntry[], { log, isFound }: FoundInLog): readonly RecallNote[] {
  if (logs.length === 0 || isFound) return [];
  if (entries.length === 0)
    return [{ code: 'no-log', text: 'the log is empty: Tines keeps none where logging is off, or for less time than events' }];
  if (log.requests.length > 0)
    return [{ code: 'log-of-other-run', text: 'the requests in the log are of other runs than the one compared' }];
  return log.notes.length > 0
    ? []
    : [{ code: 'no-request-in-log', text: 'the log shows no rendered request, so the templates are used' }];
}
