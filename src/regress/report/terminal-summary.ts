import { printable } from '../../report/printable.ts';
import type { Style } from '../../report/terminal/style.ts';
import { countStates, type RegressState, regressStates } from '../regress-result.ts';
import { describeResult } from './describe-result.ts';
import type { RegressDocument } from './document.ts';
import { isTold } from './is-told.ts';
import { resultTitle } from './result-title.ts';

const signs: Readonly<Record<RegressState, string>> = {
  broken: '✗',
  'changed-cause': '✗',
  drifted: '~',
  'not-run': '?',
  fixed: '✓',
  same: '✓',
};

/** The results for a terminal: what is not the same, the worst first, and one line with the numbers. With `verbose`, every action. */
export function terminalSummary(
  { results, milliseconds, shard }: RegressDocument,
  { style, verbose }: { readonly style: Style; readonly verbose: boolean },
): string {
  const paint: Readonly<Record<RegressState, (text: string) => string>> = {
    broken: style.red,
    'changed-cause': style.red,
    drifted: style.yellow,
    'not-run': style.yellow,
    fixed: style.green,
    same: style.green,
  };
  const lines: string[] = [];
  for (const state of regressStates) {
    for (const result of results.filter((candidate) => candidate.state === state && (verbose || isTold(candidate)))) {
      lines.push(
        `${paint[state](`${signs[state]} ${state}`)}${result.flaky === undefined ? '' : style.yellow(' (flaky)')}  ${style.bold(printable(resultTitle(result)))}  ${style.dim(printable(`${result.file}:${result.line}`))}`,
        ...describeResult(result).map((line) => `    ${line}`),
      );
    }
  }
  const counts = countStates(results);
  const numbers = [...regressStates]
    .reverse()
    .flatMap((state) => (counts[state] === 0 ? [] : [paint[state](`${counts[state]} ${state}`)]));
  const flaky = counts.flaky === 0 ? [] : [style.yellow(`${counts.flaky} flaky`)];
  const others = results.filter(({ state, clients }) => state === 'same' && clients.some((client) => client.state === 'drifted'));
  const unlike = others.length === 0 ? [] : [style.yellow(`${others.length} with another answer for cURL`)];
  const scope = shard === undefined ? '' : `, shard ${shard}`;
  const total = `${results.length} action${results.length === 1 ? '' : 's'} in ${(milliseconds / 1000).toFixed(1)} s${scope}`;
  return `${[...lines, ...(lines.length === 0 ? [] : ['']), `${style.bold(total)}: ${[...numbers, ...flaky, ...unlike].join(', ') || 'nothing to run'}`].join('\n')}\n`;
}
