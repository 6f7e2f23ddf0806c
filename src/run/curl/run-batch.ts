import { cleanEnvironment, type Environment } from '../clean-environment.ts';
import { createMarker } from './create-marker.ts';

/** One of several requests that a single curl sends one after the other; none of them has a body. */
export interface BatchTransfer {
  /** A config file for curl that says everything about the request. */
  readonly config: string;
  readonly timeoutSeconds: number;
}

/** The last answer of a transfer that went well. */
export interface BatchAnswer {
  readonly status: number;
  /** The Content-Type field; null where there is none. */
  readonly contentType: string | null;
  /** Decoded, as far as the config says `compressed`. */
  readonly body: Uint8Array;
  readonly milliseconds: number;
}

interface BatchOptions {
  readonly signal: AbortSignal;
  readonly environment: Environment;
  /** `curl` unless given. */
  readonly curlPath?: string;
  /** A longer body ends the batch: it has to be read by `runCurl`. */
  readonly maxBodyBytes: number;
}

/** What a start of curl may take beyond its transfers' own limits. */
const GRACE_MILLISECONDS = 3000;

/**
 * Sends requests with one start of curl, which costs more than a request does. Gives an answer for each transfer that came to a good end
 * and null for every other: those have to be sent by `runCurl`, which says what happened.
 */
export async function runCurlBatch(
  transfers: readonly BatchTransfer[],
  options: BatchOptions,
): Promise<readonly (BatchAnswer | null)[]> {
  const { execa } = await import('execa');
  const marker = `\n${createMarker()}\n`;
  const answers: (BatchAnswer | null)[] = [];
  const reader = readAnswers(marker, options.maxBodyBytes, (answer) => answers.push(answer));
  const child = execa(options.curlPath ?? 'curl', ['--disable', '--config', '-'], {
    input: transfers.map((transfer) => `${transfer.config}${runnerOptions(transfer, marker)}`).join('next\n'),
    stdio: ['pipe', 'pipe', 'ignore'],
    buffer: false,
    encoding: 'buffer',
    reject: false,
    extendEnv: false,
    env: cleanEnvironment(options.environment),
    cancelSignal: options.signal,
    timeout: transfers.reduce((sum, { timeoutSeconds }) => sum + timeoutSeconds * 1000, GRACE_MILLISECONDS),
    forceKillAfterDelay: 1000,
    windowsHide: true,
  });
  child.stdout?.on('data', (chunk: Buffer) => {
    if (!reader(chunk)) child.kill();
  });
  await child;
  return transfers.map((_, index) => answers[index] ?? null);
}

/** The last word on an option counts, so these come after the request's own. */
function runnerOptions({ timeoutSeconds }: BatchTransfer, marker: string): string {
  const quoted = marker.replaceAll('\n', '\\n');
  return [
    '',
    'silent',
    'no-include',
    'proto = "=http,https"',
    'proto-redir = "=http,https"',
    `max-time = ${timeoutSeconds}`,
    'output = "-"',
    `write-out = "${quoted}%{http_code} %{exitcode} %{time_total} %{content_type}${quoted}"`,
    '',
  ].join('\n');
}

/** Cuts what curl writes into bodies and reports; false where a body is too long. */
function readAnswers(
  marker: string,
  maxBodyBytes: number,
  take: (answer: BatchAnswer | null) => void,
): (chunk: Buffer) => boolean {
  let pending: Buffer = Buffer.alloc(0);
  let body: Buffer | null = null;
  return (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    for (let at = pending.indexOf(marker); at !== -1; at = pending.indexOf(marker)) {
      const part = pending.subarray(0, at);
      pending = pending.subarray(at + marker.length);
      if (body === null) body = part;
      else {
        take(readAnswer(body, part.toString('utf8')));
        body = null;
      }
    }
    return pending.length <= maxBodyBytes;
  };
}

const told = /^(\d{3}) 0 (\d+\.\d+) (.*)$/su;

function readAnswer(body: Buffer, report: string): BatchAnswer | null {
  const [, status, seconds, contentType = ''] = told.exec(report) ?? [];
  if (status === undefined || Number(status) < 200) return null;
  return {
    status: Number(status),
    contentType: contentType === '' ? null : contentType,
    body,
    milliseconds: Number(seconds) * 1000,
  };
}
