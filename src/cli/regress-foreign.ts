import type { ClientError } from '../model/outcome.ts';
import type { RegressResult, RegressState } from '../regress/regress-result.ts';
import type { NewmanItemResult } from '../run/newman-protocol.ts';
import type { NewmanHost } from '../run/start-newman.ts';
import { isSafeMethod } from './ask-consent.ts';
import type { ItemPlace, Planned } from './regress-plan.ts';

type Foreign = Extract<Planned, { kind: 'foreign' }>;

interface ForeignRun {
  /** Newman with its scripts; null where it is not wanted or cannot be started. */
  readonly host: () => NewmanHost | null;
  readonly environment: ReadonlyMap<string, string>;
  readonly allowWrites: boolean;
  readonly timeoutSeconds: number;
  readonly maxBodyBytes: number;
  readonly verifyTls: boolean;
  readonly caFile?: string;
  readonly proxy?: string;
  readonly temporaryDirectory: string;
  /** Files that the collection names are read from here only. */
  readonly workingDirectory: string;
  readonly signal: AbortSignal;
}

/** Runs a collection of anybody's with Newman, scripts and all, and gives a result for each request: its own tests are what it is held against. */
export async function runForeign(foreign: Foreign, run: ForeignRun): Promise<readonly RegressResult[]> {
  const refuse = (reason: string): readonly RegressResult[] =>
    foreign.items.map((place, index) => notRun(foreign, { place, index, reason }));
  const writing = foreign.items.find(({ method }) => !isSafeMethod(method));
  if (writing !== undefined && !run.allowWrites)
    return refuse(`the collection sends ${writing.method}, which may change something: add --allow-writes if that does no harm`);
  const host = run.host();
  if (host === null)
    return refuse('a collection that tines-compare did not record runs in Postman only, for its scripts decide what passes');
  const { timeoutSeconds, maxBodyBytes, verifyTls, caFile, proxy, environment, temporaryDirectory, workingDirectory, signal } =
    run;
  const results = await host.runCollection({
    collection: foreign.collection,
    environment,
    policy: {
      timeoutSeconds,
      maxBodyBytes,
      verifyTls,
      ...(caFile === undefined ? {} : { caFile }),
      ...(proxy === undefined ? {} : { proxy }),
    },
    temporaryDirectory,
    workingDirectory,
    signal,
  });
  const [only] = results;
  if (only !== undefined && results.length === 1 && only.outcome.status === 'failed' && unrunnable.has(only.outcome.error.code))
    return refuse(only.outcome.error.message);
  return results
    .filter((result) => !isNothing(result))
    .map((result, index) => itemResult({ ...foreign, file: foreign.place.file }, result, index));
}

const unrunnable: ReadonlySet<string> = new Set(['crashed', 'interrupted', 'client-missing', 'policy']);

/** What stands in for the results of a run in which no request was sent, and none was meant to be. */
function isNothing({ name, outcome, failures }: NewmanItemResult): boolean {
  return (
    name === '' &&
    failures.length === 0 &&
    outcome.status === 'failed' &&
    outcome.error.message === 'Newman ended without sending the request'
  );
}

function itemResult({ file, items, key }: ItemsOf, { name, outcome, failures }: NewmanItemResult, index: number): RegressResult {
  const place = items[index]?.name === name ? items[index] : items.find((item) => item.name === name);
  const problems = [...(outcome.status === 'failed' ? [errorText(outcome.error)] : []), ...failures];
  const state: RegressState = problems.length === 0 ? 'same' : 'broken';
  const milliseconds = Math.round(outcome.milliseconds);
  const status = outcome.status === 'completed' ? (outcome.hops.at(-1)?.received.status ?? null) : null;
  return {
    key: `${key} ${[...(place?.folders ?? []), name].join(' / ')}`,
    name,
    folders: place?.folders ?? [],
    file,
    line: place?.line ?? 1,
    state,
    problems: [],
    clients: [
      {
        client: 'postman',
        state,
        status,
        ...(outcome.status === 'failed' ? { error: outcome.error.kind } : {}),
        milliseconds,
        problems,
      },
    ],
    milliseconds,
  };
}

type ItemsOf = Pick<Foreign, 'items' | 'key'> & { readonly file: string };

function errorText({ message, code }: ClientError): string {
  return code === 'newman' ? message : `${message} (${code})`;
}

function notRun(
  { key }: Foreign,
  { place, index, reason }: { readonly place: ItemPlace; readonly index: number; readonly reason: string },
): RegressResult {
  const { name, folders, file, line } = place;
  return {
    key: `${key} ${[...folders, name].join(' / ')} ${index}`,
    name,
    folders,
    file,
    line,
    state: 'not-run',
    problems: [reason],
    clients: [],
    milliseconds: 0,
  };
}
