import type { Exchange, ReceivedMessage, RecordedRequest, RunOutcome, SentMessage, TinesOutcome } from '../model/outcome.ts';
import type { ReportHop, ReportOutcome, ReportRequest, ReportResponse, ReportTinesOutcome } from '../model/report.ts';
import { jsonTextOf } from './json-text-of.ts';
import { ofText, recordedBody, reportBody, sentBody } from './report-body.ts';

/** A client's outcome as a report holds it. */
export function reportOutcome(outcome: RunOutcome): ReportOutcome {
  const hops = outcome.hops.map(reportHop);
  const last = hops.at(-1);
  const first = hops[0];
  if (outcome.status === 'failed') {
    const { kind, code, message } = outcome.error;
    const sent = first?.sent ?? (outcome.sent === undefined ? undefined : reportSent(outcome.sent));
    return {
      status: 'failed',
      error: { kind, code, message },
      hops,
      milliseconds: Math.round(outcome.milliseconds),
      ...(sent === undefined ? {} : { sent }),
    };
  }
  if (first === undefined || last === undefined) throw new Error('a completed outcome has at least one exchange');
  return { status: 'completed', response: last.response, hops, milliseconds: Math.round(outcome.milliseconds), sent: first.sent };
}

/** What Tines did, as a report holds it. */
export function reportTinesOutcome(outcome: TinesOutcome): ReportTinesOutcome {
  if (outcome.status === 'unknown') return { status: 'unknown' };
  const { response, sent, at, stale } = outcome;
  return {
    status: 'recorded',
    response: {
      status: response.status,
      ...(response.headers === undefined ? {} : { headers: response.headers }),
      ...(response.body === undefined ? {} : { body: recordedBody(response.body) }),
    },
    ...(sent === undefined ? {} : { sent: reportRecordedRequest(sent) }),
    ...(at === undefined ? {} : { at }),
    ...(stale === undefined ? {} : { stale }),
  };
}

function reportHop({ sent, received }: Exchange): ReportHop {
  return { sent: reportSent(sent), response: reportReceived(received) };
}

function reportSent({ method, url, headers, body }: SentMessage): ReportRequest {
  return { method, url, headers, body: sentBody(body) };
}

function reportReceived({ status, headers, body }: ReceivedMessage): ReportResponse {
  return { status, headers, body: reportBody(body, headers) };
}

function reportRecordedRequest({ method, url, headers, body }: RecordedRequest): ReportRequest {
  const text = body.kind === 'null' ? '' : body.kind === 'string' ? body.value : jsonTextOf(body);
  return { method, url, headers, body: ofText(text) };
}
