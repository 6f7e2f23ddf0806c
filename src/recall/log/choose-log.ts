import type { RecordedRequest } from '../../model/outcome.ts';
import type { EventRecord } from '../events/event-record.ts';
import type { LogEntry } from './log-entry.ts';
import type { LogFailure, LogReading } from './log-run.ts';

/** Clocks and queues: an event is written some seconds before or after the log lines of its run. */
const slack = 5_000;

/** The moment and the run that log lines are looked up for. */
export interface Moment {
  readonly at?: Date;
  readonly event?: EventRecord;
  readonly entry?: LogEntry;
}

/** The request that the log shows for a run: by the event that came in or by the run, else the last one before the moment. */
export function requestOf(
  { requests }: LogReading,
  moment: Moment,
): { readonly entry: LogEntry; readonly request: RecordedRequest } | undefined {
  const named = requests.findLast(({ entry }) => isOfRun(entry, moment));
  if (named !== undefined) return named;
  return requests.findLast(({ entry }) => isNotAfter(entry, moment) && !isOfOtherRun(entry, moment));
}

/** The lines of a run among these: from its request to its moment. Lines without a time belong to every run. */
export function linesOf<Line extends { readonly entry: LogEntry }>(
  lines: readonly Line[],
  moment: Moment,
  request: LogEntry | undefined,
): readonly Line[] {
  const since = request?.at?.getTime();
  return lines.filter(({ entry }) => {
    if (entry === moment.entry || isOfRun(entry, moment)) return true;
    const isEarlier = since !== undefined && entry.at !== undefined && entry.at.getTime() < since - slack;
    return !isEarlier && isNotAfter(entry, moment) && !isOfOtherRun(entry, moment);
  });
}

/** Whether a failure line tells of a later run than the event's, one that emitted no event. */
export function isLater({ entry }: LogFailure, event: EventRecord): boolean {
  if (entry.at === undefined || event.at === undefined || isOfRun(entry, { event })) return false;
  return entry.at.getTime() > event.at.getTime() + slack;
}

/** Whether a failure line tells of another run than the event's, as far as their times say. */
export function isApart({ entry }: LogFailure, event: EventRecord): boolean {
  if (entry.at === undefined || event.at === undefined || isOfRun(entry, { event })) return false;
  return Math.abs(entry.at.getTime() - event.at.getTime()) > slack;
}

/** Whether a log line names the run, or the event that came in. */
function isOfRun(entry: LogEntry, { event, entry: other }: Moment): boolean {
  if (entry.run !== undefined && entry.run === (event?.run ?? other?.run)) return true;
  if (entry.inbound === undefined) return false;
  return event?.previous.includes(entry.inbound) === true || entry.inbound === other?.inbound;
}

function isOfOtherRun(entry: LogEntry, { event, entry: other }: Moment): boolean {
  const run = event?.run ?? other?.run;
  return entry.run !== undefined && run !== undefined && entry.run !== run;
}

function isNotAfter(entry: LogEntry, { at }: Moment): boolean {
  return entry.at === undefined || at === undefined || entry.at.getTime() <= at.getTime() + slack;
}
