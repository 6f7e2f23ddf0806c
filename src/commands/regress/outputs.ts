import path from 'node:path';
import { writeWhole } from '../../cli/files/write-files.ts';
import type { Options } from '../../cli/options.ts';
import type { Surroundings } from '../../cli/terminal/terminal.ts';
import { HarnessError } from '../../harness-error.ts';
import type { RegressDocument } from '../../regress/report/document.ts';
import { githubAnnotations } from '../../regress/report/github-annotations.ts';
import { regressJunit } from '../../regress/report/junit.ts';
import { regressMarkdown } from '../../regress/report/markdown.ts';
import { terminalSummary } from '../../regress/report/terminal-summary.ts';
import { createStyle } from '../../report/terminal/style.ts';
import type { Redactor } from '../../secrets/redactor.ts';

const kinds = ['terminal', 'json', 'junit', 'markdown', 'github'] as const;

/** Where one report of a regression goes: a file, or standard output. */
export interface RegressTarget {
  readonly kind: (typeof kinds)[number];
  readonly file?: string;
}

/** Reads `--report KIND[=FILE]` and `--json`; the terminal summary where nothing goes to standard output. */
export function regressTargets({ report = [], json }: Options): readonly RegressTarget[] {
  const targets = [...report.map(readTarget), ...(json === true ? [{ kind: 'json' as const }] : [])];
  const printed = targets.filter(({ file }) => file === undefined);
  // Annotations are read by GitHub out of the log, whatever else stands in it.
  if (
    printed.filter(({ kind }) => kind !== 'github' && kind !== 'terminal').length > 1 ||
    (printed.length > 1 && printed.some(({ kind }) => kind === 'json' || kind === 'junit'))
  ) {
    throw new HarnessError('usage', 'two reports would be mixed on standard output', {
      hint: 'give all but one a file: --report junit=junit.xml',
    });
  }
  return printed.length === 0 || printed.every(({ kind }) => kind === 'github')
    ? [...(printed.some(({ kind }) => kind === 'terminal') ? [] : [{ kind: 'terminal' as const }]), ...targets]
    : targets;
}

function readTarget(text: string): RegressTarget {
  const [name = '', ...rest] = text.split('=');
  const kind = kinds.find((candidate) => candidate === name);
  if (kind === undefined)
    throw new HarnessError('usage', `‹${name}› is no kind of report for ‹regress›`, { hint: `use one of: ${kinds.join(', ')}` });
  if (!text.includes('=')) return { kind };
  if (rest.join('=') === '')
    throw new HarnessError('usage', `‹--report ${text}› names no file`, { hint: `write --report ${kind}=FILE` });
  return { kind, file: rest.join('=') };
}

interface Writing {
  readonly options: Options;
  readonly redactor: Redactor;
  readonly surroundings: Surroundings;
}

/** Writes the reports to their targets. What goes out is searched for secrets once more; a hit is an error and nothing is written. */
export async function writeRegressReports(
  document: RegressDocument,
  targets: readonly RegressTarget[],
  { options, redactor, surroundings }: Writing,
): Promise<void> {
  const { terminal, workingDirectory } = surroundings;
  for (const { kind, file } of targets) {
    const text = render(kind, document, {
      verbose: options.verbose === true,
      colour: terminal.colour.output && file === undefined,
    });
    const leak = redactor.find(text);
    if (leak !== null)
      throw new HarnessError('leak', `the ${kind} report would have shown ‹${leak}›, so it was not written`, {
        hint: 'this is a defect of this program: please report it, without the report',
      });
    if (file === undefined) await terminal.print(text);
    else await writeReport(path.resolve(workingDirectory, file), text, file);
  }
}

async function writeReport(file: string, text: string, shown: string): Promise<void> {
  try {
    await writeWhole(file, text);
  } catch (error) {
    throw new HarnessError(
      'unwritable-file',
      `the report ‹${shown}› cannot be written: ${error instanceof Error && 'code' in error ? error.code : 'unknown reason'}`,
      { hint: 'check that its directory exists and may be written to' },
    );
  }
}

function render(
  kind: RegressTarget['kind'],
  document: RegressDocument,
  { verbose, colour }: { readonly verbose: boolean; readonly colour: boolean },
): string {
  switch (kind) {
    case 'terminal':
      return terminalSummary(document, { style: createStyle(colour), verbose });
    case 'json':
      return `${JSON.stringify(document, null, 2)}\n`;
    case 'junit':
      return regressJunit(document);
    case 'markdown':
      return regressMarkdown(document);
    case 'github':
      return githubAnnotations(document.results);
    default:
      return kind satisfies never;
  }
}
