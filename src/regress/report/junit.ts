import { type JunitCase, junitDocument } from '../../report/junit/document.ts';
import type { RegressResult } from '../regress-result.ts';
import { describeResult } from './describe-result.ts';
import type { RegressDocument } from './document.ts';
import { resultTitle } from './result-title.ts';
import { isFine } from './status.ts';

/** The results as a JUnit document: one case per action; broken, drifted and changed-cause are failures, not-run is an error, or skipped. */
export function regressJunit({ results }: RegressDocument): string {
  const used = new Map<string, number>();
  return junitDocument(results.map((result) => regressCase(result, used)));
}

function regressCase(result: RegressResult, used: Map<string, number>): JunitCase {
  const title = resultTitle(result);
  const count = (used.get(`${result.file}\n${title}`) ?? 0) + 1;
  used.set(`${result.file}\n${title}`, count);
  const lines = describeResult(result);
  const bad = !isFine(result) || result.skipped === true;
  return {
    suite: result.file,
    classname: result.file.replace(/(?:\.postman_collection)?\.json$/u, '').replaceAll('.', '_'),
    name: count === 1 ? title : `${title} (${count})`,
    file: result.file,
    seconds: result.milliseconds / 1000,
    ...(bad
      ? {
          problem: {
            kind: result.skipped === true ? 'skipped' : result.state === 'not-run' ? 'error' : 'failure',
            type: result.state,
            message: lines[0] ?? result.state,
            text: lines.join('\n'),
          },
        }
      : {}),
    output: bad ? '' : [result.state === 'same' ? '' : result.state, ...lines].filter((line) => line !== '').join('\n'),
  };
}
