import { markdownCell, markdownCode, markdownText } from '../../report/markdown/text.ts';
import { countStates, type RegressResult, regressStates } from '../regress-result.ts';
import { describeResult } from './describe-result.ts';
import type { RegressDocument } from './document.ts';
import { isTold } from './is-told.ts';
import { resultTitle } from './result-title.ts';
import { isFine } from './status.ts';

const mostRows = 100;

/** The results as Markdown for a pull request: the numbers, then a table of what is not the same, at most a hundred. */
export function regressMarkdown({ results, milliseconds, shard }: RegressDocument): string {
  const counts = countStates(results);
  const good = results.every(isFine);
  const numbers = [...regressStates].reverse().flatMap((state) => (counts[state] === 0 ? [] : [`${counts[state]} ${state}`]));
  const flaky = counts.flaky === 0 ? [] : [`${counts.flaky} flaky`];
  const told = regressStates.flatMap((state) => results.filter((result) => result.state === state && isTold(result)));
  const parts = [
    `## ${good ? '✓' : '✗'} Regression: ${[...numbers, ...flaky].join(', ') || 'nothing to run'}`,
    `${results.length} actions in ${(milliseconds / 1000).toFixed(1)} s${shard === undefined ? '' : `, shard ${markdownCode(shard)}`}`,
    ...(told.length === 0
      ? []
      : [['| State | Action | What changed | File |', '|---|---|---|---|', ...told.slice(0, mostRows).map(row)].join('\n')]),
    ...(told.length > mostRows ? [`…and ${told.length - mostRows} more`] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function row(result: RegressResult): string {
  const lines = describeResult(result).map(markdownText).join('<br>');
  return `| ${result.state}${result.flaky === undefined ? '' : ' (flaky)'} | ${markdownCell(resultTitle(result), 100)} | ${lines} | ${markdownCell(`${result.file}:${result.line}`, 120)} |`;
}
