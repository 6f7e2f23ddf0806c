import path from 'node:path';
import { HarnessError } from '../../harness-error.ts';
import type { Report } from '../../model/report.ts';
import { createStyle } from '../../report/terminal/style.ts';
import type { Redactor } from '../../secrets/redactor.ts';
import type { Options } from '../options.ts';
import type { Surroundings } from '../terminal/terminal.ts';
import { writeWhole } from './write-files.ts';

const kinds = ['terminal', 'json', 'markdown', 'html', 'junit'] as const;
type Kind = (typeof kinds)[number];

/** Where one report goes: a file, or standard output. */
export interface ReportTarget {
  readonly kind: Kind;
  readonly file?: string;
}

/** Reads `--report KIND[=FILE]` and `--json`; the terminal report where nothing is asked for. At most one kind goes to standard output. */
export function readReportTargets({ report = [], json }: Options): readonly ReportTarget[] {
  const targets = [...report.map(readTarget), ...(json === true ? [{ kind: 'json' as const }] : [])];
  if (targets.filter(({ file }) => file === undefined).length > 1) {
    throw new HarnessError('usage', 'two reports would be mixed on standard output', {
      hint: 'give all but one a file: --report json=report.json',
    });
  }
  return targets.length === 0 ? [{ kind: 'terminal' }] : targets;
}

function readTarget(text: string): ReportTarget {
  const at = text.indexOf('=');
  const name = at === -1 ? text : text.slice(0, at);
  const kind = kinds.find((candidate) => candidate === name);
  if (kind === undefined)
    throw new HarnessError('usage', `‹${name}› is no kind of report`, { hint: `use one of: ${kinds.join(', ')}` });
  const file = at === -1 ? '' : text.slice(at + 1);
  if (at !== -1 && file === '')
    throw new HarnessError('usage', `‹--report ${text}› names no file`, { hint: `write --report ${kind}=FILE` });
  return at === -1 ? { kind } : { kind, file };
}

/** Writes redacted reports to their targets. What goes out is searched for secrets once more; a hit is an error and nothing is written. */
export async function writeReports(
  reports: readonly Report[],
  targets: readonly ReportTarget[],
  { options, redactor, surroundings }: Writing,
): Promise<void> {
  const { terminal } = surroundings;
  for (const { kind, file } of targets) {
    const text = await render(kind, reports, { options, surroundings, toFile: file !== undefined });
    const leak = redactor.find(text);
    if (leak !== null) {
      throw new HarnessError('leak', `the ${kind} report would have shown ‹${leak}›, so it was not written`, {
        hint: 'this is a defect of this program: please report it, without the report',
      });
    }
    if (file === undefined) await terminal.print(text);
    else await writeReport(file, text, surroundings);
  }
}

interface Writing {
  readonly options: Options;
  readonly redactor: Redactor;
  readonly surroundings: Surroundings;
}

async function writeReport(file: string, text: string, { workingDirectory, terminal }: Surroundings): Promise<void> {
  try {
    await writeWhole(path.resolve(workingDirectory, file), text);
  } catch (error) {
    throw new HarnessError(
      'unwritable-file',
      `the report ‹${file}› cannot be written: ${error instanceof Error && 'code' in error ? error.code : 'unknown reason'}`,
      { hint: 'check that its directory exists and may be written to' },
    );
  }
  terminal.tell(`wrote ${file}`);
}

interface Rendering {
  readonly options: Options;
  readonly surroundings: Surroundings;
  readonly toFile: boolean;
}

async function render(kind: Kind, reports: readonly Report[], { options, surroundings, toFile }: Rendering): Promise<string> {
  switch (kind) {
    case 'json':
      return `${visibleJson(options.all === true ? reports : reports[0])}\n`;
    case 'terminal': {
      const { terminalReport } = await import('../../report/terminal/report.ts');
      const { columns, colour } = surroundings.terminal;
      const settings = { columns, style: createStyle(colour.output && !toFile), verbose: options.verbose === true };
      return reports.map((report) => terminalReport(report, settings)).join('\n');
    }
    case 'markdown':
      return (await import('../../report/markdown/report.ts')).markdownReport(reports);
    case 'html':
      return (await import('../../report/html/report.ts')).htmlReport(reports);
    case 'junit':
      return (await import('../../report/junit/report.ts')).junitReport(reports);
    default:
      return kind satisfies never;
  }
}

/** JSON text without characters that steer a terminal or hide what stands there; the same value. */
function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
