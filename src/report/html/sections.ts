import type { Difference } from '../../model/difference.ts';
import type { Report, ReportBody, ReportOutcome, ReportRequest, ReportResponse } from '../../model/report.ts';
import { countDifferences } from '../count-differences.ts';
import { nextSteps } from '../next-steps.ts';
import { shorten } from '../printable.ts';
import { reportWords } from '../report-words.ts';
import { skipCommon } from '../skip-common.ts';
import { summarizeLanes } from '../summarize-lanes.ts';
import { escapeHtml } from './escape-html.ts';

/** The sections of one report below its heading, as HTML; those with nothing to say are left out. */
export function htmlSections(report: Report): readonly string[] {
  const sections = [
    causes(report),
    lanes(report),
    differences(report),
    tried(report),
    checklist(report),
    steps(report),
    remarks(report),
    command(report),
    messages(report),
    tools(report),
  ];
  return sections.filter((section) => section !== '');
}

function section(title: string, content: string): string {
  return `<section><h3>${title}</h3>\n${content}\n</section>`;
}

function list(items: readonly string[], tag: 'ul' | 'ol' = 'ul'): string {
  return `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
}

function causes({ diagnoses }: Report): string {
  if (diagnoses.length === 0) return '';
  const blocks = diagnoses.map(({ code, confidence, article, evidence, fix, pointer }) => {
    const why = evidence.length === 0 ? '' : list(evidence.map(escapeHtml));
    const change =
      fix === ''
        ? ''
        : `<p>Fix${pointer === undefined ? '' : ` at <code>${escapeHtml(pointer)}</code>`}:</p><pre>${escapeHtml(fix)}</pre>`;
    return `<p><strong>${escapeHtml(code)}</strong> <span class="soft">(${confidence}${article === null ? '' : `, ${article}`})</span></p>${why}${change}`;
  });
  return section('Why', blocks.join('\n'));
}

function lanes(report: Report): string {
  const summaries = summarizeLanes(report);
  const rows = (
    [
      ['Status', 'status'],
      ['Type', 'type'],
      ['Body', 'body'],
      ['Hops', 'hops'],
      ['Time', 'time'],
      ['When', 'recorded'],
    ] as const
  )
    .filter(([, key]) => summaries.some((summary) => summary[key] !== ''))
    .map(
      ([label, key]) =>
        `<tr><th scope="row">${label}</th>${summaries.map((summary) => `<td>${code(shorten(summary[key], 300))}</td>`).join('')}</tr>`,
    );
  const head = `<tr><td></td>${summaries.map(({ title }) => `<th scope="col">${title}</th>`).join('')}</tr>`;
  return section('What came back', table('The lanes side by side', head, rows));
}

function table(caption: string, head: string, rows: readonly string[]): string {
  return `<div class="scroll"><table><caption>${caption}</caption><thead>${head}</thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>`;
}

function code(text: string): string {
  return text === '' ? '' : `<code>${escapeHtml(text)}</code>`;
}

function differences(report: Report): string {
  const counted = report.differences.filter(({ noise }) => noise === undefined);
  const noise = report.differences.filter(({ noise: reason }) => reason !== undefined);
  if (counted.length + noise.length === 0) return '';
  const hidden = countDifferences(report) - counted.length;
  const head =
    '<tr><th scope="col">Where</th><th scope="col">One side</th><th scope="col">Other side</th><th scope="col">Remark</th></tr>';
  const parts = [
    counted.length === 0
      ? '<p>None that counts.</p>'
      : table(
          'Differences that count',
          head,
          counted.map((difference) => differenceRow(difference, difference.change)),
        ),
    hidden > 0 ? `<p>…and ${hidden} more.</p>` : '',
    noise.length === 0
      ? ''
      : details(
          `Ignored as noise (${noise.length})`,
          table(
            'Noise, each with its reason',
            head,
            noise.map((difference) => differenceRow(difference, difference.noise ?? '')),
          ),
        ),
  ];
  return section('Differences', parts.join(''));
}

function differenceRow({ between, path, values }: Difference, remark: string): string {
  const shown = skipCommon(values, 300);
  const cell = (index: 0 | 1): string => {
    const value = shown[index];
    return `<td><span class="soft">${reportWords.lanes[between[index]]}:</span> ${value === null ? 'nothing' : code(shorten(value, 300))}</td>`;
  };
  return `<tr><th scope="row">${code(path)}</th>${cell(0)}${cell(1)}<td>${escapeHtml(remark)}</td></tr>`;
}

function details(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>${content}</details>`;
}

function tried({ experiments }: Report): string {
  const items = experiments.map(
    ({ change, client, status, sameAs }) =>
      `${escapeHtml(change)} <span class="soft">(${reportWords.lanes[client]})</span>: ${status ?? 'no answer'}${sameAs === undefined ? '' : `, like ${escapeHtml(sameAs)}`}`,
  );
  return items.length === 0 ? '' : section('What was tried', list(items));
}

function checklist({ checklist: items }: Report): string {
  const moods = { ok: 'good', problem: 'bad', unknown: 'open' } as const;
  const rows = items.map(
    ({ item, state, why }) =>
      `<span class="${moods[state]}"><span aria-hidden="true">${reportWords.states[state]}</span> ${state}</span> ${reportWords.checklist[item]}${why === '' ? '' : `: ${escapeHtml(why)}`}`,
  );
  return rows.length === 0 ? '' : section('Checklist', list(rows));
}

function steps(report: Report): string {
  const items = nextSteps(report).map(escapeHtml);
  return items.length === 0 ? '' : section('Next', list(items, 'ol'));
}

function remarks({ warnings, losses, assumptions }: Report): string {
  const items = [
    ...warnings.map(({ text, pointer }) => `Warning: ${escapeHtml(text)}${pointer === undefined ? '' : ` (${code(pointer)})`}`),
    ...losses.map(({ artifact, text }) => `Not the same in ${escapeHtml(artifact)}: ${escapeHtml(text)}`),
  ];
  const assumed = assumptions.map(
    ({ code: name, text }) => `${escapeHtml(text)} <span class="soft">(${escapeHtml(name)})</span>`,
  );
  const parts = [
    items.length === 0 ? '' : list(items),
    assumed.length === 0 ? '' : details(`Assumptions about Tines (${assumed.length})`, list(assumed)),
  ];
  return parts.every((part) => part === '') ? '' : section('Remarks', parts.join(''));
}

function command({ command: text }: Report): string {
  return text === '' ? '' : section('The call as cURL', `<pre>${escapeHtml(text)}</pre>`);
}

function messages({ request, outcomes }: Report): string {
  const parts = [details('The request as specified', requestText(request))];
  for (const lane of ['curl', 'postman'] as const) {
    const outcome = outcomes[lane];
    if (outcome !== undefined) parts.push(details(`What ${reportWords.lanes[lane]} sent and got`, exchanges(outcome)));
  }
  return section('Messages', parts.join(''));
}

function exchanges(outcome: ReportOutcome): string {
  const hops = outcome.hops.map(({ sent, response }) => requestText(sent) + responseText(response)).join('');
  if (outcome.status === 'completed') return hops;
  const sent = outcome.sent === undefined || outcome.hops.length > 0 ? '' : requestText(outcome.sent);
  return `${hops}${sent}<p>No answer (${outcome.error.kind}, ${escapeHtml(outcome.error.code)}): ${escapeHtml(outcome.error.message)}</p>`;
}

function requestText({ method, url, headers, body }: ReportRequest): string {
  return `<pre>${escapeHtml(messageText(`${method} ${url}`, headers, body))}</pre>`;
}

function responseText({ status, headers, body }: ReportResponse): string {
  return `<pre>${escapeHtml(messageText(String(status), headers, body))}</pre>`;
}

function messageText(first: string, headers: ReportRequest['headers'], body: ReportBody): string {
  const lines = [first, ...headers.map(([name, value]) => `${name}: ${value}`)];
  if (body.kind === 'text') lines.push('', body.truncated ? `${body.text}…` : body.text);
  if (body.kind === 'bytes') lines.push('', `(${body.size} bytes)`);
  return lines.join('\n');
}

function tools({ tool }: Report): string {
  const clients = [tool.curl === null ? [] : [`curl ${tool.curl}`], tool.newman === null ? [] : [`Newman ${tool.newman}`]].flat();
  return `<p class="soft">${escapeHtml([`${tool.name} ${tool.version}`, ...clients].join(', '))}</p>`;
}
