import { printable } from '../../report/printable.ts';
import type { RegressResult } from '../regress-result.ts';
import { describeResult } from './describe-result.ts';
import { resultTitle } from './result-title.ts';
import { isFine } from './status.ts';

/**
 * Workflow commands of GitHub Actions, one a line: an error for each action that is broken, drifted, fails for another reason or was not
 * run, a warning for a flaky one, a notice for a fixed one. Nothing foreign can end a command or begin another.
 */
export function githubAnnotations(results: readonly RegressResult[]): string {
  return results
    .flatMap((result) => {
      const level = levelOf(result);
      if (level === null) return [];
      const { file, line, state, flaky } = result;
      const title = `${flaky === undefined ? state : 'flaky'}: ${resultTitle(result)}`;
      const message = describeResult(result).join('\n') || state;
      return [`::${level} file=${property(file)},line=${line},title=${property(title)}::${data(message)}\n`];
    })
    .join('');
}

function levelOf(result: RegressResult): 'error' | 'warning' | 'notice' | null {
  const { state, flaky, updated } = result;
  if (!isFine(result)) return 'error';
  if (state === 'fixed' || updated === true) return 'notice';
  return flaky === undefined ? null : 'warning';
}

function data(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
