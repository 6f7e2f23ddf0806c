import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { RunOutcome } from '../../src/model/outcome.ts';
import { type CurlInput, runCurl } from '../../src/run/curl/run-curl.ts';
import { findNewmanHost } from '../../src/run/newman/find-host.ts';
import type { NewmanPolicy } from '../../src/run/newman/protocol.ts';
import { type NewmanHost, startNewman } from '../../src/run/newman/start-newman.ts';

/** A request as the runners' tests say it; `emit` is not needed for it. */
export interface PlainRequest {
  readonly url: string;
  readonly method?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: Uint8Array;
  readonly timeoutSeconds?: number;
  readonly maxBodyBytes?: number;
  readonly follow?: number;
  readonly signal?: AbortSignal;
  readonly curl?: Partial<CurlInput>;
  /** Further lines of curl's config. */
  readonly curlLines?: readonly string[];
  readonly policy?: Partial<NewmanPolicy>;
}

/** Both runners, with a directory of their own for bodies. */
export interface Clients {
  readonly directory: string;
  /** The lean host under a name of its own in `directory`, by which its process is found among those of other tests. */
  readonly hostPath: string;
  readonly newman: NewmanHost;
  curl(request: PlainRequest): Promise<RunOutcome>;
  postman(request: PlainRequest): Promise<RunOutcome>;
  close(): Promise<void>;
}

/** Starts Newman, and gives both clients. */
export function startClients(): Clients {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'run-clients-'));
  const hostPath = path.join(directory, 'newman-host.cjs');
  symlinkSync(findNewmanHost(import.meta.url), hostPath);
  const newman = startNewman({ hostPath, environment: process.env });
  return {
    directory,
    hostPath,
    newman,
    curl: (request) => runCurl(curlInput(request, directory)),
    postman: (request) =>
      newman.run({ ...newmanRequest(request, directory), signal: request.signal ?? new AbortController().signal }),
    async close() {
      await newman.close();
      rmSync(directory, { recursive: true });
    },
  };
}

/** The same for curl. */
export function curlInput(request: PlainRequest, temporaryDirectory: string): CurlInput {
  const { url, method = 'GET', headers = [], body, follow = 0 } = request;
  const lines = [
    `url = "${url}"`,
    'globoff',
    'http1.1',
    'user-agent = "probe"',
    ...headers.map(([name, value]) => `header = "${name}: ${value}"`),
    ...(follow > 0 ? ['location', `max-redirs = ${follow}`] : []),
    ...(method === 'HEAD' ? ['head'] : method === 'GET' && body === undefined ? [] : [`request = "${method}"`]),
    ...(body === undefined ? [] : ['data-binary = "@/dev/fd/3"', 'header = "Content-Type:"', 'header = "Expect:"']),
    ...(request.curlLines ?? []),
  ];
  return {
    config: `${lines.join('\n')}\n`,
    ...(body === undefined ? {} : { body }),
    limits: { timeoutSeconds: request.timeoutSeconds ?? 20, maxBodyBytes: request.maxBodyBytes ?? 1e8 },
    signal: request.signal ?? new AbortController().signal,
    environment: process.env,
    temporaryDirectory,
    ...request.curl,
  };
}

/** The collection of one request, as Postman would have it for the same bytes as curl's. */
export function newmanRequest(request: PlainRequest, temporaryDirectory: string) {
  const { url, method = 'GET', headers = [], body, follow = 0 } = request;
  const disabledSystemHeaders = Object.fromEntries(
    ['cache-control', 'postman-token', 'accept-encoding', 'connection', 'content-type'].map((name) => [name, true]),
  );
  const protocolProfileBehavior = {
    disabledSystemHeaders,
    disableBodyPruning: true,
    disableCookies: true,
    followRedirects: follow > 0,
    maxRedirects: follow,
    removeRefererHeaderOnRedirect: true,
  };
  const header = [['User-Agent', 'probe'], ...headers].map(([key, value]) => ({ key, value }));
  const file = body === undefined ? {} : { body: { mode: 'file', file: { content: Buffer.from(body).toString('base64') } } };
  return {
    collection: {
      info: { name: 'probe', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: [{ name: 'probe', protocolProfileBehavior, request: { method, url, header, ...file } }],
    },
    environment: new Map<string, string>(),
    policy: {
      timeoutSeconds: request.timeoutSeconds ?? 20,
      maxBodyBytes: request.maxBodyBytes ?? 1e8,
      verifyTls: true,
      ...request.policy,
    },
    temporaryDirectory,
  };
}
