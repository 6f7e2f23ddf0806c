import type { ClientError } from '../../model/outcome.ts';
import type { ClientResult, RegressResult } from '../../regress/regress-result.ts';
import type { NewmanItemResult } from '../../run/newman/protocol.ts';
import type { ItemPlace } from './plan.ts';
import type { Replay } from './replay.ts';

/** One run of a request of a collection of others, and what cURL made of the same; null where cURL is not wanted. */
export interface ForeignRun {
  readonly result: NewmanItemResult;
  readonly replay: Replay | null;
}

interface ForeignItem {
  readonly key: string;
  readonly place: ItemPlace;
  /** In the order of the run; a request may come again in another iteration, or because a script jumps back to it. */
  readonly runs: readonly ForeignRun[];
}

/** The result of one request: its own tests are what it is held against; what cURL got is told, and changes nothing. */
export function foreignResult({ key, place: { file, line, name, folders }, runs }: ForeignItem): RegressResult {
  const sent = runs.filter(({ result }) => !result.skipped);
  const problems = unique(runs.flatMap(({ result }) => problemsOf(result, runs)));
  const base = { key, name, folders, file, line };
  if (sent.length === 0 && problems.length === 0)
    return {
      ...base,
      state: 'not-run',
      skipped: true,
      problems: ['a script of the collection skips it'],
      clients: [],
      milliseconds: 0,
    };
  const failing = sent.find(({ result }) => problemsOf(result, runs).length > 0) ?? sent.at(-1);
  const outcome = failing?.result.outcome;
  const state = problems.length === 0 ? 'same' : 'broken';
  const milliseconds = Math.round(Math.max(0, ...sent.map(({ result }) => result.outcome.milliseconds)));
  const postman: ClientResult = {
    client: 'postman',
    state,
    status: outcome?.status === 'completed' ? (outcome.hops.at(-1)?.received.status ?? null) : null,
    ...(outcome?.status === 'failed' ? { error: outcome.error.kind } : {}),
    milliseconds,
    problems,
  };
  return { ...base, state, problems: [], clients: [...curlResult(sent), postman], milliseconds };
}

function problemsOf({ outcome, skipped, failures, iteration }: NewmanItemResult, runs: readonly ForeignRun[]): readonly string[] {
  const several = runs.some(({ result }) => result.iteration !== runs[0]?.result.iteration);
  const all = [...(outcome.status === 'failed' && !skipped ? [errorText(outcome.error)] : []), ...failures];
  return several ? all.map((problem) => `iteration ${iteration + 1}: ${problem}`) : all;
}

function errorText({ message, code }: ClientError): string {
  return code === 'newman' ? message : `${message} (${code})`;
}

/** `same`: cURL’s answers are like Postman’s; `drifted`: one is another; `not-run`: what Postman sent cannot be sent again. */
function curlResult(sent: readonly ForeignRun[]): readonly ClientResult[] {
  const replays = sent.flatMap(({ replay }) => replay ?? []);
  if (replays.length === 0) return [];
  const other = replays.find(({ kind }) => kind === 'different');
  const shown = other ?? replays.find(({ kind }) => kind === 'alike');
  const outcome = shown === undefined || shown.kind === 'not-sent' ? undefined : shown.outcome;
  const problems = replays.flatMap((replay) => {
    if (replay.kind === 'different') return replay.problems.map((problem) => `unlike Postman’s answer: ${problem}`);
    return replay.kind === 'not-sent' ? [`not sent: ${replay.reason}`] : [];
  });
  return [
    {
      client: 'curl',
      state: other !== undefined ? 'drifted' : shown === undefined ? 'not-run' : 'same',
      status: outcome?.status === 'completed' ? (outcome.hops.at(-1)?.received.status ?? null) : null,
      ...(outcome?.status === 'failed' ? { error: outcome.error.kind } : {}),
      milliseconds: Math.round(outcome?.milliseconds ?? 0),
      problems: unique(problems),
    },
  ];
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
