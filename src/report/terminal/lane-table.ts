import type { Report, ReportBody, ReportResponse } from '../../model/report.ts';
import { printable, shorten } from '../printable.ts';
import { recordedTime } from '../recorded-time.ts';
import type { Style } from './style.ts';

interface Column {
  readonly title: string;
  readonly cells: readonly string[];
}

const rows = ['Status', 'Type', 'Body', 'Hops', 'Time', 'When'] as const;

/** The two or three lanes side by side: status, media type, the body's beginning, hops, how long it took, and when Tines recorded it. */
export function drawLanes(report: Report, width: number, style: Style): readonly string[] {
  const columns = laneColumns(report);
  const label = 8;
  const cell = Math.max(14, Math.min(44, Math.floor((width - label - 2) / columns.length) - 2));
  const line = (head: string, texts: readonly string[], paint: (text: string, index: number) => string): string =>
    `  ${head.padEnd(label)}${texts.map((text, index) => paint(pad(shorten(text, cell), cell + 2), index)).join('')}`.trimEnd();
  const used = rows
    .map((name, row) => ({ name, row }))
    .filter(({ row }) => columns.some(({ cells }) => (cells[row] ?? '') !== ''));
  return [
    line(
      '',
      columns.map(({ title }) => title),
      style.bold,
    ),
    ...used.map(({ name, row }) =>
      line(
        name,
        columns.map(({ cells }) => cells[row] ?? ''),
        (text, index) => (name === 'Status' ? paintStatus(columns[index]?.cells[row] ?? '', text, style) : text),
      ),
    ),
  ];
}

function laneColumns({ outcomes }: Report): readonly Column[] {
  const columns: Column[] = [{ title: 'Tines', cells: [...tinesCells(outcomes.tines), '', recordedTime(outcomes.tines)] }];
  const clients = [
    { title: 'cURL', outcome: outcomes.curl },
    { title: 'Postman', outcome: outcomes.postman },
  ];
  for (const { title, outcome } of clients) {
    if (outcome === undefined) continue;
    const time = `${outcome.milliseconds} ms`;
    columns.push({
      title,
      cells:
        outcome.status === 'failed'
          ? [`no answer: ${outcome.error.kind}`, '', outcome.error.message, '', time]
          : [...responseCells(outcome.response), outcome.hops.length > 1 ? `${outcome.hops.length} (redirected)` : '', time],
    });
  }
  return columns;
}

function tinesCells(tines: Report['outcomes']['tines']): readonly string[] {
  if (tines.status === 'unknown') return ['not known', '', '', ''];
  const { status, headers, body } = tines.response;
  if (status === 0) return ['no answer (0)', '', '', ''];
  return [String(status), headers === undefined ? '' : mediaType(headers), body === undefined ? '' : bodyCell(body), ''];
}

function responseCells({ status, headers, body }: ReportResponse): readonly string[] {
  return [String(status), mediaType(headers), bodyCell(body)];
}

function mediaType(headers: ReportResponse['headers']): string {
  return headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
}

/** The body in one cell. */
export function bodyCell(body: ReportBody): string {
  switch (body.kind) {
    case 'none':
      return 'empty';
    case 'text':
      return printable(body.text);
    case 'bytes':
      return `${body.size} bytes, sha256 ${body.sha256.slice(0, 12)}…`;
    default:
      return body satisfies never;
  }
}

function paintStatus(cell: string, text: string, style: Style): string {
  if (/^[23]/u.test(cell)) return style.green(text);
  return /^(?:[45]|no answer)/u.test(cell) ? style.red(text) : style.dim(text);
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - [...text].length));
}
