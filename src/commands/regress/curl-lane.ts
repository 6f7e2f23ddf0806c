import type { Surroundings } from '../../cli/terminal/terminal.ts';
import type { CurlCommand } from '../../emit/curl/curl-command.ts';
import { printConfig } from '../../emit/curl/print-config.ts';
import { HarnessError } from '../../harness-error.ts';
import type { RunOutcome } from '../../model/outcome.ts';
import { type BatchAnswer, runCurlBatch } from '../../run/curl/run-batch.ts';
import type { Prepared } from './prepare.ts';
import { type Attempted, attempted, mayShare } from './send.ts';

type Ready = Extract<Prepared, { kind: 'ready' }>;

const mebibyte = 1024 * 1024;

/** Whether the action can be one of several requests of one curl: it may share, and nothing but a head is sent. */
export function fitsBatch(ready: Ready): boolean {
  const { curl, specification } = ready.conversion;
  return (
    mayShare(ready) &&
    curl.content === null &&
    followsByItself(curl, specification.request.policy.redirects.follow) &&
    curl.options.every(({ name }) => name !== 'next')
  );
}

function followsByItself({ options }: CurlCommand, follow: boolean): boolean {
  return !follow || options.some(({ name }) => name === 'location' || name === 'location-trusted');
}

/**
 * Sends actions with one start of curl and holds the answers against the recordings. Null for an action whose transfer did not come to a
 * good end: it has to be sent alone, which also tells why.
 */
export async function sendBatch(
  batch: readonly Ready[],
  { environment, signal, now }: Surroundings,
): Promise<readonly (Attempted | null)[]> {
  const configs = batch.map(configOf);
  const transfers = batch.flatMap(({ conversion }, index) => {
    const config = configs[index] ?? null;
    return config === null ? [] : [{ config, timeoutSeconds: conversion.specification.request.policy.timeoutSeconds }];
  });
  const answers = (
    transfers.length === 0 ? [] : await runCurlBatch(transfers, { environment, signal, maxBodyBytes: mebibyte })
  ).values();
  const found = configs.map((config) => (config === null ? null : (answers.next().value ?? null)));
  return Promise.all(
    batch.map(async (ready, index) => {
      const answer = found[index] ?? null;
      if (answer === null) return null;
      const run = { outcome: outcomeOf(answer, ready), text: Buffer.from(answer.body).toString('utf8') };
      return attempted(ready, run, { number: 1, now: now() });
    }),
  );
}

/** Null where the values of the secrets cannot stand where the request wants them: sent alone, the action says so. */
function configOf({ conversion: { curl, values } }: Ready): string | null {
  try {
    return printConfig(curl, values);
  } catch (error) {
    if (error instanceof HarnessError) return null;
    throw error;
  }
}

/** The answer as an outcome: only what a recording looks at is known of it. */
function outcomeOf({ status, contentType, body, milliseconds }: BatchAnswer, { conversion }: Ready): RunOutcome {
  const { method } = conversion.specification.request;
  const sent = { method, url: '', version: '', target: '', headers: [], body: new Uint8Array() };
  const headers = contentType === null ? [] : [['content-type', contentType] as const];
  const received = { version: '', status, reason: '', headers, body: { bytes: body, size: body.length, sha256: '' } };
  return { client: 'curl', status: 'completed', hops: [{ sent, received }], milliseconds };
}
