import { escapeXml } from './escape-xml.ts';

/** One test case of a JUnit document. */
export interface JunitCase {
  readonly suite: string;
  readonly classname: string;
  readonly name: string;
  readonly file?: string;
  readonly seconds: number;
  /** Absent on success. `skipped` has no details of its own. */
  readonly problem?: {
    readonly kind: 'failure' | 'error' | 'skipped';
    readonly type: string;
    readonly message: string;
    readonly text: string;
  };
  readonly output: string;
}

/** A JUnit document (the form that Jenkins, GitLab and GitHub's reporters read): suites in the order of their first case. */
export function junitDocument(cases: readonly JunitCase[]): string {
  const suites = new Map<string, JunitCase[]>();
  for (const item of cases) suites.set(item.suite, [...(suites.get(item.suite) ?? []), item]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="tines-compare" ${totals(cases)}>`,
    ...[...suites].flatMap(([name, list]) => [
      `  <testsuite name="${escapeXml(name)}" ${totals(list)}>`,
      ...list.flatMap(caseLines),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function totals(cases: readonly JunitCase[]): string {
  const count = (kind: string): number => cases.filter(({ problem }) => problem?.kind === kind).length;
  const seconds = cases.reduce((sum, item) => sum + item.seconds, 0);
  return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}" time="${seconds.toFixed(3)}"`;
}

function caseLines({ classname, name, file, seconds, problem, output }: JunitCase): readonly string[] {
  const where = file === undefined ? '' : ` file="${escapeXml(file)}"`;
  const open = `    <testcase classname="${escapeXml(classname)}" name="${escapeXml(name)}"${where} time="${seconds.toFixed(3)}">`;
  const lines: string[] = [open];
  if (problem?.kind === 'skipped') lines.push(`      <skipped message="${escapeXml(problem.message)}"/>`);
  else if (problem !== undefined) {
    const { kind, type, message, text } = problem;
    lines.push(`      <${kind} type="${escapeXml(type)}" message="${escapeXml(message)}">${content(text)}</${kind}>`);
  }
  if (output !== '') lines.push(`      <system-out>${content(output)}</system-out>`);
  return [...lines, '    </testcase>'];
}

/** In content, line breaks and tabs may stand as they are. */
function content(text: string): string {
  return escapeXml(text.replaceAll('\r\n', '\n')).replaceAll('&#10;', '\n').replaceAll('&#9;', '\t');
}
