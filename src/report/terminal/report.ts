import type { Difference } from '../../model/difference.ts';
import type { Report } from '../../model/report.ts';
import type { ChecklistItem } from '../../model/verdict.ts';
import { nextSteps } from '../next-steps.ts';
import { printable, shorten } from '../printable.ts';
import { reportWords } from '../report-words.ts';
import { skipCommon } from '../skip-common.ts';
import { drawLanes } from './lane-table.ts';
import type { Style } from './style.ts';

export interface TerminalSettings {
  readonly columns: number;
  readonly style: Style;
  /** Every difference, assumption and header in place of the most telling. */
  readonly verbose: boolean;
}

/** The report for a person at a terminal: the verdict, the cause, the lanes side by side, what differs, the checklist, what to do next. */
export function terminalReport(report: Report, settings: TerminalSettings): string {
  const { style } = settings;
  const sections = [
    verdictSection(report, settings),
    causeSection(report, settings),
    drawLanes(report, settings.columns, style),
    differenceSection(report, settings),
    experimentSection(report, settings),
    checklistSection(report, style),
    remarkSection(report, settings),
    stepsSection(report, style),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function verdictSection({ verdict, action, request }: Report, { style, columns }: TerminalSettings): readonly string[] {
  const mood = reportWords.moods[verdict.code];
  const paint = { good: style.green, bad: style.red, open: style.yellow }[mood];
  const sign = reportWords.signs[mood];
  const head = `  ${action.name === '' ? '' : `${shorten(action.name, 50)}  ·  `}${request.method} `;
  return [
    `${paint(style.bold(`${sign} ${verdict.code}`))}  ${style.bold(printable(verdict.text))}`,
    style.dim(`${head}${shorten(request.url, Math.max(40, columns - head.length))}`),
    ...verdict.lowered.map((reason) => `  ${style.yellow('less certain:')} ${printable(reason)}`),
  ];
}

function causeSection({ diagnoses }: Report, { style, verbose }: TerminalSettings): readonly string[] {
  // What is proved needs no alternatives beside it.
  const isProved = diagnoses[0]?.confidence === 'confirmed';
  const shown = verbose
    ? diagnoses
    : isProved
      ? diagnoses.filter(({ confidence }) => confidence === 'confirmed')
      : diagnoses.slice(0, 3);
  const lines = shown.flatMap(({ code, confidence, evidence, fix, pointer }, index) => [
    `  ${index === 0 ? style.bold('Why   ') : style.dim('  or  ')}${style.bold(code)} ${style.dim(`(${confidence})`)}`,
    ...evidence.map((item) => `        · ${printable(item)}`),
    ...(fix === ''
      ? []
      : [`  ${style.cyan('Fix')}   ${printable(fix)}${pointer === undefined ? '' : style.dim(`   at ${printable(pointer)}`)}`]),
  ]);
  const more = diagnoses.length - shown.length;
  return more > 0 ? [...lines, style.dim(`        and ${more} less certain (--verbose)`)] : lines;
}

function differenceSection(report: Report, { style, verbose, columns }: TerminalSettings): readonly string[] {
  const counted = report.differences.filter(({ noise }) => noise === undefined);
  const noise = report.differences.filter(({ noise: reason }) => reason !== undefined);
  const shown = verbose ? counted : counted.slice(0, 8);
  const width = Math.max(16, Math.floor((columns - 40) / 2));
  const rows = shown.map((difference) => differenceRow(difference, width, style));
  const hidden = counted.length - shown.length + report['differences-omitted'];
  if (hidden > 0) rows.push(style.dim(`    and ${hidden} more${verbose ? '' : ' (--verbose)'}`));
  const lines = rows.length === 0 ? [] : [`  ${style.bold('Differences')}`, ...rows];
  if (noise.length === 0) return lines;
  const reasons = new Map<string, number>();
  for (const { noise: reason = '' } of noise) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const list = [...reasons]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([reason, count]) => `${count} × ${reason}`)
    .join('; ');
  return [
    ...lines,
    style.dim(`  Ignored as noise: ${list}`),
    ...(verbose ? noise.map((difference) => style.dim(differenceRow(difference, width, style))) : []),
  ];
}

function differenceRow({ between, path, values, change }: Difference, width: number, style: Style): string {
  const [left, right] = between;
  const [mine, other] = skipCommon(values, width);
  const show = (value: string | null): string => (value === null ? style.dim('nothing') : shorten(value, width));
  return `    ${printable(path)}  ${style.dim(`${laneName(left)}:`)} ${show(mine)}  ${style.dim(`${laneName(right)}:`)} ${show(other)}${change === 'changed' ? '' : style.dim(`  (${change})`)}`;
}

function laneName(lane: Difference['between'][number]): string {
  return reportWords.lanes[lane];
}

function experimentSection({ experiments }: Report, { style }: TerminalSettings): readonly string[] {
  if (experiments.length === 0) return [];
  const rows = experiments.map(
    ({ change, status, sameAs }) =>
      `    ${printable(change)}: ${status ?? 'no answer'}${sameAs === undefined ? '' : style.dim(`, like ${printable(sameAs)}`)}`,
  );
  return [`  ${style.bold('What was tried')}`, ...rows];
}

const itemNames: Readonly<Record<ChecklistItem['item'], string>> = {
  'permissions-and-expiry': 'permissions and expiry',
  format: 'format of the credential',
  method: 'method',
  'outside-tines': 'works outside of Tines',
};

function checklistSection({ checklist }: Report, style: Style): readonly string[] {
  const sign = { ok: style.green('✓'), problem: style.red('✗'), unknown: style.yellow('?') };
  return [
    `  ${style.bold('Checklist')}`,
    ...checklist.map(({ item, state, why }) => `    ${sign[state]} ${itemNames[item].padEnd(25)} ${style.dim(printable(why))}`),
  ];
}

function remarkSection({ assumptions, warnings, losses }: Report, { style, verbose }: TerminalSettings): readonly string[] {
  const lines = [
    ...warnings.map(
      ({ text, pointer }) =>
        `  ${style.yellow('warning:')} ${printable(text)}${pointer === undefined ? '' : style.dim(`  at ${printable(pointer)}`)}`,
    ),
    ...losses.map(({ artifact, text }) => `  ${style.yellow('not the same:')} ${printable(text)} ${style.dim(`(${artifact})`)}`),
  ];
  if (assumptions.length === 0) return lines;
  if (!verbose)
    return [
      ...lines,
      style.dim(
        `  ${assumptions.length} assumption${assumptions.length === 1 ? '' : 's'} about Tines shaped this request (--verbose lists them)`,
      ),
    ];
  return [
    ...lines,
    `  ${style.bold('Assumptions about Tines')}`,
    ...assumptions.map(({ code, text }) => `    · ${printable(text)} ${style.dim(`(${code})`)}`),
  ];
}

function stepsSection(report: Report, style: Style): readonly string[] {
  const steps = nextSteps(report);
  return steps.length === 0
    ? []
    : [`  ${style.bold('Next')}`, ...steps.map((step, index) => `    ${index + 1}. ${printable(step)}`)];
}
