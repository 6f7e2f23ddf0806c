import type { Options } from '../../cli/options.ts';
import { HarnessError } from '../../harness-error.ts';
import { parseShard, type Shard } from '../../regress/in-shard.ts';

/** How a run is bounded and selected. */
export interface RegressSettings {
  readonly jobs: number;
  readonly retries: number;
  readonly perHost: (host: string) => number;
  readonly shard?: Shard;
  /** What is run, in words, for the history. */
  readonly selection: string;
}

const defaultJobs = 4;
const defaultPerHost = 4;
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/iu;

/** Reads the options; without `--per-host` this machine itself is spared only by `--jobs`. */
export function regressSettings(options: Options, words: readonly string[]): RegressSettings {
  const jobs = atLeastOne('jobs', options.jobs ?? defaultJobs);
  const given = options['per-host'] === undefined ? undefined : atLeastOne('per-host', options['per-host']);
  const { shard, only = [], 'changed-since': changedSince } = options;
  return {
    jobs,
    retries: Math.floor(options.retries ?? 0),
    // Both clients count, so a local server may have two for each job.
    perHost: (host) => given ?? (loopback.test(host) ? jobs * 2 : defaultPerHost),
    ...(shard === undefined ? {} : { shard: parseShard(shard) }),
    selection: [
      ...words,
      ...(shard === undefined ? [] : [`--shard ${shard}`]),
      ...only.map((pattern) => `--only ${pattern}`),
      ...(changedSince === undefined ? [] : [`--changed-since ${changedSince}`]),
    ].join(' '),
  };
}

function atLeastOne(name: string, value: number): number {
  if (!Number.isInteger(value) || value < 1)
    throw new HarnessError('usage', `‹--${name} ${value}› is not possible`, {
      hint: `write a whole number of at least 1: --${name} 4`,
    });
  return value;
}
