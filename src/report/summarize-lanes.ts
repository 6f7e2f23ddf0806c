import type { Lane } from '../model/outcome.ts';
import type { Report, ReportBody, ReportResponse } from '../model/report.ts';
import { recordedTime } from './recorded-time.ts';
import { reportWords } from './report-words.ts';

/** One lane for a table of lanes; a cell is empty where nothing is known. */
export interface LaneSummary {
  readonly lane: Lane;
  readonly title: string;
  readonly status: string;
  readonly type: string;
  readonly body: string;
  readonly hops: string;
  /** How long it took. */
  readonly time: string;
  /** When Tines recorded it. */
  readonly recorded: string;
}

/** The lanes of a report in their fixed order: Tines, and the clients that were used. */
export function summarizeLanes({ outcomes }: Report): readonly LaneSummary[] {
  const lanes: LaneSummary[] = [tinesSummary(outcomes.tines)];
  for (const lane of ['curl', 'postman'] as const) {
    const outcome = outcomes[lane];
    if (outcome === undefined) continue;
    const common = { lane, title: reportWords.lanes[lane], time: `${Math.round(outcome.milliseconds)} ms`, recorded: '' };
    if (outcome.status === 'failed') {
      const { kind, code, message } = outcome.error;
      lanes.push({ ...common, status: `no answer: ${kind}`, type: '', body: `${message} (${code})`, hops: '' });
    } else {
      const hops = outcome.hops.length > 1 ? `${outcome.hops.length} (redirected)` : '';
      lanes.push({ ...common, ...answerCells(outcome.response), hops });
    }
  }
  return lanes;
}

function tinesSummary(tines: Report['outcomes']['tines']): LaneSummary {
  const common = {
    lane: 'tines',
    title: reportWords.lanes.tines,
    type: '',
    body: '',
    hops: '',
    time: '',
    recorded: recordedTime(tines),
  } as const;
  if (tines.status === 'unknown') return { ...common, status: 'not known' };
  const { status, headers, body } = tines.response;
  if (status === 0) return { ...common, status: 'no answer (0)' };
  const type = headers === undefined ? '' : mediaType(headers);
  return { ...common, status: String(status), type, body: body === undefined ? '' : bodyText(body) };
}

function answerCells({ status, headers, body }: ReportResponse): Pick<LaneSummary, 'status' | 'type' | 'body'> {
  return { status: String(status), type: mediaType(headers), body: bodyText(body) };
}

function mediaType(headers: ReportResponse['headers']): string {
  return headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
}

function bodyText(body: ReportBody): string {
  switch (body.kind) {
    case 'none':
      return 'empty';
    case 'text':
      return body.text;
    case 'bytes':
      return `${body.size} bytes${body.sha256 === '' ? '' : `, sha256 ${body.sha256.slice(0, 12)}…`}`;
    default:
      return body satisfies never;
  }
}
