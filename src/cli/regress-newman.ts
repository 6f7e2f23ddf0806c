import { emitPostman } from '../emit/postman/emit-postman.ts';
import { fillEnvironment } from '../emit/postman/fill-environment.ts';
import type { PostmanAttribute, PostmanItem } from '../emit/postman/postman-collection.ts';
import { textValue } from '../emit/text-value.ts';
import { HarnessError } from '../harness-error.ts';
import type { RunOutcome } from '../model/outcome.ts';
import type { Policy } from '../model/request-spec.ts';
import type { SecretValues } from '../model/text.ts';
import type { NewmanPolicy } from '../run/newman-protocol.ts';
import type { NewmanHost } from '../run/start-newman.ts';
import type { Prepared } from './regress-prepare.ts';

type Ready = Extract<Prepared, { kind: 'ready' }>;

/** A recorded action as Newman gets it. */
export interface NewmanJob {
  readonly item: PostmanItem;
  readonly variables: readonly PostmanAttribute[];
  readonly environment: ReadonlyMap<string, string>;
  readonly policy: Policy;
  readonly proxy: string | undefined;
}

/** The emitted request with the values of its secrets. Throws a `HarnessError` where they cannot stand where the request wants them. */
export function newmanJob({ conversion }: Ready): NewmanJob {
  const { request } = conversion.specification;
  const artifact = emitPostman(request, { name: 'regress', values: conversion.values });
  const [item] = artifact.collection.item;
  if (item === undefined) throw new Error('an emitted collection has one item');
  return {
    item,
    variables: artifact.collection.variable ?? [],
    environment: new Map(fillEnvironment(artifact, conversion.values).values.map(({ key, value }) => [key, value])),
    policy: request.policy,
    proxy: proxyOf(request.policy, conversion.values),
  };
}

function proxyOf({ proxy }: Policy, values: SecretValues): string | undefined {
  return proxy === undefined ? undefined : textValue(proxy, values);
}

/** Whether two jobs can be items of one run: the same bounds, and no name that means different things. */
export function fitTogether(left: NewmanJob, right: NewmanJob): boolean {
  if (left.proxy !== right.proxy || left.policy.timeoutSeconds !== right.policy.timeoutSeconds) return false;
  if (JSON.stringify(left.policy.tls) !== JSON.stringify(right.policy.tls)) return false;
  if (left.variables.length + right.variables.length > 0) return false;
  for (const [key, value] of right.environment) if ((left.environment.get(key) ?? value) !== value) return false;
  return true;
}

export interface NewmanRun {
  readonly host: NewmanHost;
  readonly maxBodyBytes: number;
  readonly temporaryDirectory: string;
  readonly signal: AbortSignal;
}

/** Runs jobs one after the other in one run of Newman, within the time of one; gives as many outcomes as there are jobs, null where one was not reached. */
export async function runJobs(
  jobs: readonly NewmanJob[],
  { host, maxBodyBytes, temporaryDirectory, signal }: NewmanRun,
): Promise<readonly (RunOutcome | null)[]> {
  const [first] = jobs;
  if (first === undefined) return [];
  const results = await host.runCollection({
    collection: {
      info: { name: 'regress', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: jobs.map(({ item }) => item),
      variable: jobs.flatMap(({ variables }) => variables),
    },
    environment: new Map(jobs.flatMap(({ environment }) => [...environment])),
    policy: newmanPolicy(first, maxBodyBytes),
    temporaryDirectory,
    signal,
  });
  return jobs.map((_, index) => results.find(({ position }) => position === index)?.outcome ?? null);
}

function newmanPolicy({ policy: { timeoutSeconds, tls }, proxy }: NewmanJob, maxBodyBytes: number): NewmanPolicy {
  return {
    timeoutSeconds,
    maxBodyBytes,
    verifyTls: tls.verify,
    ...(tls.caFile === undefined ? {} : { caFile: tls.caFile }),
    ...(tls.clientCertificate === undefined ? {} : { clientCertificate: tls.clientCertificate }),
    ...(proxy === undefined ? {} : { proxy }),
  };
}

/** The outcome of a request that was not sent, for a reason that says nothing about the server. */
export function unsentOutcome(client: RunOutcome['client'], error: unknown): RunOutcome {
  if (!(error instanceof HarnessError)) throw error;
  return {
    client,
    status: 'failed',
    error: { kind: 'other', code: error.code, message: error.message, conclusive: false },
    hops: [],
    milliseconds: 0,
  };
}
