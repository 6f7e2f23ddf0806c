import { randomUUID } from 'node:crypto';
import { closeSync } from 'node:fs';
import path from 'node:path';
import type { Body } from '../model/outcome.ts';
import { type BodySink, createBodySink } from './body-sink.ts';
import { cleanEnvironment, type Environment } from './clean-environment.ts';
import { openUnlinkedFile } from './open-unlinked-file.ts';

/** One start of curl. */
export interface CurlTransfer {
  /** Goes to curl through its standard input, after what the runner itself asks for. */
  readonly config: string;
  /** Handed over as descriptor 3. */
  readonly body?: Uint8Array;
  readonly timeoutSeconds: number;
  readonly maxBodyBytes: number;
  readonly signal: AbortSignal;
  readonly curlPath: string;
  readonly environment: Environment;
  readonly temporaryDirectory: string;
}

/** How curl ended. */
export interface CurlEnd {
  readonly exitCode: number | undefined;
  /** Why there is no exit status of curl's own, or why it does not count. */
  readonly cut?: 'interrupted' | 'too-large' | 'hung' | { readonly code: string; readonly message: string };
  /** What `--verbose` wrote, in Latin-1. */
  readonly messages: string;
  /** What `%{json}` printed, as UTF-8; empty where curl did not get that far. */
  readonly writeOut: string;
  /** As it came: content coding is undone only if the config says `compressed`. */
  readonly body: Body;
}

/** Headers and messages beyond this are a flood. */
const MESSAGES_LIMIT = 8 * 1024 * 1024;
/** How long curl may take beyond its own limit before it is ended. */
const GRACE_MILLISECONDS = 3000;

/** Runs `curl --disable --config -` once; never throws for what curl or a server does. */
export async function transferWithCurl(transfer: CurlTransfer): Promise<CurlEnd> {
  const { execa } = await import('execa');
  const marker = randomUUID();
  const sink = createBodySink({ limit: transfer.maxBodyBytes, file: path.join(transfer.temporaryDirectory, `curl-${marker}`) });
  const messages = collect(MESSAGES_LIMIT);
  const descriptor = transfer.body === undefined ? undefined : openUnlinkedFile(transfer.body, transfer.temporaryDirectory);
  try {
    const child = execa(transfer.curlPath, ['--disable', '--config', '-'], {
      input: transfer.config + runnerOptions(transfer, marker),
      // execa takes every open descriptor; its types know those below ten.
      stdio: ['pipe', 'pipe', 'pipe', descriptor === undefined ? 'ignore' : (descriptor as 3)],
      buffer: false,
      encoding: 'buffer',
      reject: false,
      stripFinalNewline: false,
      extendEnv: false,
      env: cleanEnvironment(transfer.environment),
      cancelSignal: transfer.signal,
      timeout: transfer.timeoutSeconds * 1000 + GRACE_MILLISECONDS,
      forceKillAfterDelay: 1000,
      windowsHide: true,
    });
    child.stdout.on('data', (chunk: Buffer) => {
      if (!sink.write(chunk)) child.kill();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (!messages.add(chunk)) child.kill();
    });
    const result = await child;
    const cut = transfer.signal.aborted ? 'interrupted' : findCut(result, sink, messages.isFull());
    const [said, writeOut = ''] = messages.text().split(marker);
    return {
      exitCode: result.exitCode,
      ...(cut === undefined ? {} : { cut }),
      messages: said ?? '',
      writeOut: Buffer.from(writeOut, 'latin1').toString('utf8'),
      body: sink.end({ incomplete: result.exitCode !== 0 }),
    };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** The last word on an option counts, so these come after the request's own. */
function runnerOptions({ timeoutSeconds, maxBodyBytes }: CurlTransfer, marker: string): string {
  return [
    '',
    'silent',
    'verbose',
    // --head turns this on; the head is read from the messages.
    'no-include',
    'proto = "=http,https"',
    'proto-redir = "=http,https"',
    `max-time = ${timeoutSeconds}`,
    `max-filesize = ${maxBodyBytes}`,
    `write-out = "%{stderr}${marker}%{json}"`,
    '',
  ].join('\n');
}

interface ChildResult {
  readonly timedOut: boolean;
  readonly exitCode?: number | undefined;
  readonly code?: string | undefined;
  readonly signal?: string | undefined;
}

function findCut(result: ChildResult, sink: BodySink, flooded: boolean): CurlEnd['cut'] {
  if (sink.refusal instanceof Error)
    return { code: 'body', message: `the answer's body could not be kept: ${sink.refusal.message}` };
  if (sink.refusal === 'too-large' || flooded) return 'too-large';
  if (result.timedOut) return 'hung';
  if (result.code === 'ENOENT') return { code: 'ENOENT', message: 'curl was not found' };
  if (result.exitCode !== undefined) return undefined;
  return {
    code: result.signal ?? result.code ?? 'curl',
    message: `curl did not run to its end (${result.signal ?? result.code ?? 'unknown'})`,
  };
}

function collect(limit: number): { add(chunk: Buffer): boolean; isFull(): boolean; text(): string } {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    add(chunk) {
      if (size > limit) return false;
      size += chunk.length;
      chunks.push(chunk);
      return size <= limit;
    },
    isFull: () => size > limit,
    text: () => Buffer.concat(chunks).toString('latin1'),
  };
}
