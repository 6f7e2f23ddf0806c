import { printable } from '../../report/printable.ts';
import type { RegressResult } from '../regress-result.ts';

/** What there is to say of one result below its name, as lines: problems by client, the recorded and the new cause, what the history knows. */
export function describeResult({
  clients,
  problems,
  recorded,
  cause,
  flaky,
  since,
  flips,
  updated,
}: RegressResult): readonly string[] {
  const byClient = clients.filter((client) => client.problems.length > 0);
  const alike = new Set(byClient.map((client) => client.problems.join('\n'))).size === 1 && byClient.length === clients.length;
  const lines = alike
    ? [...(byClient[0]?.problems ?? [])]
    : byClient.flatMap((client) => client.problems.map((problem) => `${clientName(client.client)}: ${problem}`));
  const own = problems.filter((problem) => !clients.some((client) => client.problems.includes(problem)));
  return [
    ...own,
    ...lines,
    ...(recorded?.cause === undefined || recorded.cause === null ? [] : [`recorded as ${recorded.verdict}, ${recorded.cause}`]),
    ...(cause === undefined ? [] : [`now: ${cause.code} (${cause.confidence})${cause.fix === '' ? '' : `: ${cause.fix}`}`]),
    ...(flaky === undefined
      ? []
      : [`flaky: as recorded only at attempt ${flaky.attempts}; before: ${flaky.problems.join('; ')}`]),
    ...(updated === true ? ['the recording was updated'] : []),
    ...(since === undefined ? [] : [`since ${since}`]),
    ...(flips === undefined || flips < 2 ? [] : [`went to and fro ${flips} times`]),
  ].map(printable);
}

function clientName(client: 'curl' | 'postman'): string {
  return client === 'curl' ? 'cURL' : 'Postman';
}
