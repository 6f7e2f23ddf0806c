import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunOutcome } from '../../src/model/outcome.ts';
import { findNewmanHost } from '../../src/run/newman/find-host.ts';
import { type NewmanHost, startNewman } from '../../src/run/newman/start-newman.ts';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { type Clients, newmanRequest, type PlainRequest, startClients } from '../support/run-clients.ts';

let clients: Clients;
let server: RecordingServer;
let directory: string;
/** A host beside which the code that few requests need is missing. */
let bare: NewmanHost;

beforeAll(async () => {
  clients = startClients();
  server = await startRecordingServer({
    answer: () => ({ status: 200, body: 'an answer' }),
  });
  directory = mkdtempSync(path.join(os.tmpdir(), 'newman-late-'));
  const dist = path.dirname(findNewmanHost(import.meta.url));
  for (const name of ['package.json', 'newman-host.cjs', 'newman-host-bundle.cjs'])
    copyFileSync(path.join(dist, name), path.join(directory, name));
  bare = startNewman({
    hostPath: path.join(directory, 'newman-host.cjs'),
    environment: { PATH: process.env['PATH'], XDG_CACHE_HOME: directory },
  });
});
afterAll(async () => {
  await Promise.all([bare.close(), clients.close(), server.close()]);
  rmSync(directory, { recursive: true });
});

const runBare = (request: PlainRequest): Promise<RunOutcome> =>
  bare.run({ ...newmanRequest(request, directory), signal: new AbortController().signal });

it('a plain request loads nothing of what few requests need', async () => {
  const outcomes = [
    await runBare({ url: `${server.origin}/plain` }),
    await runBare({ url: `${server.origin}/post`, method: 'POST', body: Buffer.from('{"a":1}') }),
    await runBare({ url: server.origin.replace('127.0.0.1', 'localhost'), headers: [['Authorization', 'Basic YTpi']] }),
  ];
  expect(outcomes.map(({ status }) => status)).toEqual(['completed', 'completed', 'completed']);
});

it('what needs it has it: an authentication that is seldom used', async () => {
  server.clear();
  const url = `${server.origin}/signed`;
  const auth = {
    type: 'oauth1',
    oauth1: [
      { key: 'consumerKey', value: 'acme' },
      { key: 'consumerSecret', value: 'secret' },
      { key: 'signatureMethod', value: 'HMAC-SHA1' },
      { key: 'addParamsToHeader', value: true },
    ],
  };
  const run = {
    ...newmanRequest({ url }, directory),
    collection: { info: { name: 'signed' }, item: [{ name: 'signed', request: { url, method: 'GET', auth } }] },
    signal: new AbortController().signal,
  };
  expect(await clients.newman.run(run)).toMatchObject({ status: 'completed' });
  expect(server.requests[0]?.headers).toContainEqual(['Authorization', expect.stringMatching(/^OAuth .*oauth_signature="/)]);
  // Without what is loaded late it cannot be signed.
  server.clear();
  await bare.run(run);
  expect(server.requests.flatMap(({ headers }) => headers.filter(([name]) => name === 'Authorization'))).toEqual([]);
});
