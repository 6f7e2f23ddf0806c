import type { Report } from '../../model/report.ts';
import { countDifferences } from '../count-differences.ts';
import { terminalReport } from '../terminal/report.ts';
import { createStyle } from '../terminal/style.ts';
import { type JunitCase, junitDocument } from './document.ts';

/** The reports as a JUnit document: one test case per action; a failure has the verdict as its type, `undecided` is an error. */
export function junitReport(reports: readonly Report[]): string {
  const used = new Map<string, number>();
  return junitDocument(reports.map((report) => junitCase(report, used)));
}

function junitCase(report: Report, used: Map<string, number>): JunitCase {
  const { action, outcomes, verdict } = report;
  const title = action.name === '' ? action.pointer || action.file : action.name;
  const key = `${action.file}\n${title}`;
  const count = (used.get(key) ?? 0) + 1;
  used.set(key, count);
  const milliseconds = Math.max(outcomes.curl?.milliseconds ?? 0, outcomes.postman?.milliseconds ?? 0);
  const problem = problemOf(report);
  return {
    suite: action.story ?? action.file,
    // A dot would be taken for a package.
    classname: action.file.replace(/\.[^./\\]*$/u, '').replaceAll('.', '_'),
    name: count === 1 ? title : `${title} (${action.pointer || count})`,
    file: action.file,
    seconds: milliseconds / 1000,
    ...(problem === undefined ? {} : { problem: { ...problem, type: verdict.code } }),
    output: terminalReport(report, { columns: 120, style: createStyle(false), verbose: false }),
  };
}

function problemOf(report: Report): Omit<NonNullable<JunitCase['problem']>, 'type'> | undefined {
  const { verdict, diagnoses } = report;
  const works = verdict.code === 'works' || verdict.code === 'works-outside';
  const count = countDifferences(report);
  if (works && count === 0) return undefined;
  const message = works ? `${verdict.text} But ${count} difference${count === 1 ? ' counts' : 's count'}.` : verdict.text;
  const causes = diagnoses.flatMap(({ code, confidence, evidence, fix, pointer }) => [
    `${code} (${confidence})`,
    ...evidence.map((item) => `  ${item}`),
    ...(fix === '' ? [] : [`  Fix${pointer === undefined ? '' : ` at ${pointer}`}: ${fix}`]),
  ]);
  return { kind: verdict.code === 'undecided' ? 'error' : 'failure', message, text: [message, ...causes].join('\n') };
}
