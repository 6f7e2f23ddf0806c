import type { Difference } from '../../model/difference.ts';
import type { Report } from '../../model/report.ts';
import type { Diagnosis } from '../../model/verdict.ts';
import { countDifferences } from '../count-differences.ts';
import { nextSteps } from '../next-steps.ts';
import { reportWords } from '../report-words.ts';
import { skipCommon } from '../skip-common.ts';
import { type LaneSummary, summarizeLanes } from '../summarize-lanes.ts';
import { markdownCell, markdownCode, markdownFence, markdownText } from './text.ts';

/** The reports as Markdown for a ticket or a pull request (GitHub and GitLab); nothing in them can become mark-up or a mention. */
export function markdownReport(reports: readonly Report[]): string {
  const parts = reports.map(reportSection);
  const whole = reports.length > 1 ? [overview(reports), ...parts] : parts;
  return `${whole.join('\n\n---\n\n')}\n`;
}

function overview(reports: readonly Report[]): string {
  const rows = reports.map(
    ({ verdict, action, diagnoses }) =>
      `| ${sign(verdict.code)} ${verdict.code} | ${markdownCell(action.name || action.pointer, 60)} | ${diagnoses[0]?.code ?? ''} |`,
  );
  return ['| Verdict | Action | Cause |', '|---|---|---|', ...rows].join('\n');
}

function reportSection(report: Report): string {
  const sections = [
    head(report),
    causes(report.diagnoses),
    lanes(summarizeLanes(report)),
    differences(report),
    experiments(report),
    checklist(report),
    steps(report),
    remarks(report),
    command(report),
    footer(report),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function head({ verdict, action, request, docs }: Report): string {
  const name = action.name === '' ? '' : `${markdownText(action.name)} · `;
  const story = action.story === undefined ? '' : ` · story ${markdownText(action.story)}`;
  return [
    `## ${sign(verdict.code)} ${verdict.code}: ${markdownText(verdict.text)}`,
    `${name}${markdownCode(`${request.method} ${request.url}`)}${story} · ${markdownCode(action.file)}`,
    ...(docs === undefined ? [] : [`Documentation: ${markdownCode(docs)}`]),
    ...(verdict.lowered.length === 0
      ? []
      : [verdict.lowered.map((reason) => `> Less certain: ${markdownText(reason)}`).join('\n>\n')]),
  ].join('\n\n');
}

function causes(diagnoses: readonly Diagnosis[]): string {
  if (diagnoses.length === 0) return '';
  const blocks = diagnoses
    .slice(0, 3)
    .map(({ code, confidence, article, evidence, fix, pointer }) =>
      [
        `**${code}** (${confidence}${article === null ? '' : `, ${article}`})`,
        ...(evidence.length === 0 ? [] : [evidence.map((item) => `- ${markdownText(item)}`).join('\n')]),
        ...(fix === '' ? [] : [`Fix${pointer === undefined ? '' : ` at ${markdownCode(pointer)}`}:`, markdownFence(fix, 'text')]),
      ].join('\n\n'),
    );
  const more = diagnoses.length > 3 ? [`…and ${diagnoses.length - 3} less likely`] : [];
  return ['### Why', ...blocks, ...more].join('\n\n');
}

function lanes(summaries: readonly LaneSummary[]): string {
  const rows = [
    ['Status', 'status'],
    ['Type', 'type'],
    ['Body', 'body'],
    ['Hops', 'hops'],
    ['Time', 'time'],
    ['When', 'recorded'],
  ] as const;
  const used = rows.filter(([, key]) => summaries.some((summary) => summary[key] !== ''));
  return [
    '### What came back',
    '',
    `| | ${summaries.map(({ title }) => title).join(' | ')} |`,
    `|---|${summaries.map(() => '---|').join('')}`,
    ...used.map(([label, key]) => `| ${label} | ${summaries.map((summary) => markdownCell(summary[key], 160)).join(' | ')} |`),
  ].join('\n');
}

function differences(report: Report): string {
  const counted = report.differences.filter(({ noise }) => noise === undefined);
  const noise = report.differences.filter(({ noise: reason }) => reason !== undefined);
  const total = countDifferences(report);
  const parts: string[] = [];
  if (counted.length > 0)
    parts.push(
      '### Differences',
      differenceTable(counted, ({ change }) => change),
    );
  if (total > counted.length) parts.push(`…and ${total - counted.length} more`);
  if (noise.length > 0)
    parts.push(
      details(
        `Ignored as noise (${noise.length})`,
        differenceTable(noise, (difference) => difference.noise ?? ''),
      ),
    );
  return parts.join('\n\n');
}

function differenceTable(list: readonly Difference[], last: (difference: Difference) => string): string {
  const show = (lane: Difference['between'][number], value: string | null): string =>
    `${reportWords.lanes[lane]}: ${value === null ? 'nothing' : markdownCell(value, 120)}`;
  const rows = list.map((difference) => {
    const { between, path } = difference;
    const [left, right] = skipCommon(difference.values, 120);
    return `| ${markdownCell(path, 200)} | ${show(between[0], left)} | ${show(between[1], right)} | ${markdownText(last(difference))} |`;
  });
  return ['| Where | | | |', '|---|---|---|---|', ...rows].join('\n');
}

function experiments({ experiments: tried }: Report): string {
  if (tried.length === 0) return '';
  const rows = tried.map(
    ({ change, client, status, sameAs }) =>
      `- ${markdownText(change)} (${reportWords.lanes[client]}): ${status ?? 'no answer'}${sameAs === undefined ? '' : `, like ${markdownText(sameAs)}`}`,
  );
  return ['### What was tried', rows.join('\n')].join('\n\n');
}

function checklist({ checklist: items }: Report): string {
  const rows = items.map(
    ({ item, state, why }) =>
      `- ${reportWords.states[state]} ${reportWords.checklist[item]}${why === '' ? '' : `: ${markdownText(why)}`}`,
  );
  return rows.length === 0 ? '' : ['### Checklist', rows.join('\n')].join('\n\n');
}

function steps(report: Report): string {
  const list = nextSteps(report);
  return list.length === 0
    ? ''
    : ['### Next', list.map((step, index) => `${index + 1}. ${markdownText(step)}`).join('\n')].join('\n\n');
}

function remarks({ warnings, losses, assumptions }: Report): string {
  const lines = [
    ...warnings.map(
      ({ text, pointer }) => `- Warning: ${markdownText(text)}${pointer === undefined ? '' : ` (${markdownCode(pointer)})`}`,
    ),
    ...losses.map(({ artifact, text }) => `- Not the same in ${markdownText(artifact)}: ${markdownText(text)}`),
  ];
  const parts = lines.length === 0 ? [] : ['### Remarks', lines.join('\n')];
  if (assumptions.length > 0) {
    const list = assumptions.map(({ code, text }) => `- ${markdownText(text)} (${markdownText(code)})`).join('\n');
    parts.push(details(`Assumptions about Tines (${assumptions.length})`, list));
  }
  return parts.join('\n\n');
}

function command({ command: text }: Report): string {
  return text === '' ? '' : ['### The call as cURL', markdownFence(text, 'bash')].join('\n\n');
}

function footer({ tool }: Report): string {
  const clients = [tool.curl === null ? [] : [`curl ${tool.curl}`], tool.newman === null ? [] : [`Newman ${tool.newman}`]].flat();
  return `<sub>${markdownText([`${tool.name} ${tool.version}`, ...clients].join(', '))}</sub>`;
}

function details(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

function sign(code: Report['verdict']['code']): string {
  return reportWords.signs[reportWords.moods[code]];
}
