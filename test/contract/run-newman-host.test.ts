import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNewmanHost } from '../../src/run/newman/find-host.ts';
import type { FromHost, NewmanItemResult } from '../../src/run/newman/protocol.ts';
import { type NewmanHost, startNewman } from '../../src/run/newman/start-newman.ts';
import { findProcesses } from '../support/find-processes.ts';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { type Clients, newmanRequest, startClients } from '../support/run-clients.ts';

let clients: Clients;
let server: RecordingServer;
const signal = new AbortController().signal;

beforeAll(async () => {
  clients = startClients();
  server = await startRecordingServer({ answer: ({ target }) => ({ status: 200, body: `answer to ${target}` }) });
});

afterAll(async () => {
  await clients.close();
  await server.close();
});

const newmanProcesses = (): readonly number[] => findProcesses(clients.hostPath);

describe('the process that runs Newman', () => {
  it('says which Newman it has', async () => {
    expect(await clients.newman.ready).toEqual({ newman: '6.2.2' });
  });

  it('sends what the environment holds, and shows it neither in its arguments nor in its environment', async () => {
    server.clear();
    const request = newmanRequest(
      { url: `${server.origin}/x`, headers: [['Authorization', 'Bearer {{acme}}']] },
      clients.directory,
    );
    const seen: string[] = [];
    const probing = await startRecordingServer({
      answer: () => {
        for (const pid of newmanProcesses())
          seen.push(readFileSync(`/proc/${pid}/cmdline`, 'utf8'), readFileSync(`/proc/${pid}/environ`, 'utf8'));
        return { status: 200 };
      },
    });
    const withProbe = newmanRequest({ url: probing.origin, headers: [['Authorization', 'Bearer {{acme}}']] }, clients.directory);
    const environment = new Map([['acme', 's3cr3t-value']]);
    await clients.newman.run({ ...request, environment, signal });
    await clients.newman.run({ ...withProbe, environment, signal });
    await probing.close();
    expect(server.requests[0]?.headers).toContainEqual(['Authorization', 'Bearer s3cr3t-value']);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.join('\n')).not.toContain('s3cr3t-value');
    expect(seen.join('\n')).not.toMatch(/proxy/i);
  });

  it('runs several requests at once and keeps them apart', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, index) => clients.postman({ url: `${server.origin}/${index}` })),
    );
    const bodies = outcomes.map((outcome) => Buffer.from(outcome.hops[0]?.received.body.bytes ?? []).toString());
    expect(bodies).toEqual(Array.from({ length: 12 }, (_, index) => `answer to /${index}`));
    expect(outcomes.map(({ hops }) => hops[0]?.sent.target)).toEqual(Array.from({ length: 12 }, (_, index) => `/${index}`));
  });

  it('is replaced when it is killed in the middle of a run, which then tells nothing', async () => {
    const killing = await startRecordingServer({
      answer: () => {
        for (const pid of newmanProcesses()) process.kill(pid, 'SIGKILL');
        return new Promise(() => undefined);
      },
    });
    const outcome = await clients.postman({ url: killing.origin });
    await killing.close();
    expect(outcome).toMatchObject({
      client: 'postman',
      status: 'failed',
      hops: [],
      error: { kind: 'other', code: 'crashed', conclusive: false },
    });
    expect(await clients.postman({ url: `${server.origin}/after` })).toMatchObject({ status: 'completed' });
  });

  it('survives an address that Newman cannot parse', async () => {
    for (const url of ['http://%25DOMAIN:foobar@foodomain.com/', 'http://[::1', 'ftp://127.0.0.1/', '']) {
      expect(await clients.postman({ url })).toMatchObject({ status: 'failed', hops: [] });
    }
    expect(await clients.postman({ url: `${server.origin}/after` })).toMatchObject({ status: 'completed' });
  });

  it('is gone after close', async () => {
    const before = newmanProcesses().length;
    const own = startNewman({ hostPath: clients.hostPath, environment: process.env });
    await own.ready;
    expect(newmanProcesses()).toHaveLength(before + 1);
    await own.close();
    expect(newmanProcesses()).toHaveLength(before);
  });

  it('that cannot be started gives an error with a hint, and runs that tell nothing', async () => {
    const missing = startNewman({ hostPath: '/nonexistent/newman-host.cjs', environment: process.env });
    await expect(missing.ready).rejects.toMatchObject({ name: 'HarnessError', code: 'client-missing' });
    const outcome = await missing.run({ ...newmanRequest({ url: server.origin }, clients.directory), signal });
    expect(outcome).toMatchObject({ status: 'failed', error: { kind: 'other', conclusive: false } });
    await missing.close();
  });
});

it('options that a user keeps in a file for Newman do not count', async () => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'newman-rc-'));
  writeFileSync(path.join(directory, '.newmanrc'), JSON.stringify({ run: { folder: ['another'] } }));
  const host = fork(clients.hostPath, [], { cwd: directory, serialization: 'advanced' });
  const request = newmanRequest({ url: `${server.origin}/rc` }, clients.directory);
  host.on('message', (message: FromHost) => {
    if (message.type === 'ready') host.send({ type: 'run', id: 1, request });
  });
  const results = await new Promise((resolve) => {
    host.on('message', (message: FromHost) => {
      if (message.type === 'done') resolve(message.results);
    });
  });
  host.disconnect();
  rmSync(directory, { recursive: true });
  expect(results).toMatchObject([{ outcome: { status: 'completed' } }]);
});

describe('files that a policy names', () => {
  it('are not silently left out where they are missing', async () => {
    for (const policy of [
      { caFile: '/nonexistent/ca.pem' },
      { clientCertificate: { certificateFile: '/nonexistent/cert.pem' } },
    ]) {
      const outcome = await clients.postman({ url: server.origin, policy });
      expect(outcome).toMatchObject({ status: 'failed', error: { kind: 'tls', code: 'ENOENT', conclusive: false } });
    }
  });

  it('of a collection are not read outside of its directory', async () => {
    server.clear();
    const request = newmanRequest({ url: server.origin, method: 'POST' }, clients.directory);
    const [item] = request.collection.item;
    const body = { mode: 'file', file: { src: '/etc/passwd' } };
    await clients.newman.run({
      ...request,
      collection: { ...request.collection, item: [{ ...item, request: { ...item?.request, body } }] },
      signal,
    });
    expect(server.requests.map(({ body: sent }) => sent.length)).not.toContain(readFileSync('/etc/passwd').length);
  });
});

describe('scripts of a collection', () => {
  const collection = (origin: string) => ({
    info: { name: 'scripted', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    item: [
      {
        name: 'first',
        event: [
          { listen: 'prerequest', script: { exec: [`pm.request.headers.add({ key: 'X-Scripted', value: 'yes' });`] } },
          {
            listen: 'test',
            script: {
              exec: [
                `pm.test('is 200', () => pm.response.to.have.status(200));`,
                `pm.test('says no', () => pm.expect(pm.response.text()).to.equal('no'));`,
              ],
            },
          },
        ],
        request: { method: 'GET', url: `${origin}/first` },
      },
      { name: 'second', request: { method: 'GET', url: `${origin}/second` } },
    ],
  });

  async function runScripted(host: NewmanHost): Promise<readonly NewmanItemResult[]> {
    server.clear();
    return host.runCollection({
      ...newmanRequest({ url: '' }, clients.directory),
      collection: collection(server.origin),
      signal,
    });
  }

  it('are not run by the lean host, which says so', async () => {
    const [first, second] = await runScripted(clients.newman);
    expect(first).toMatchObject({ name: 'first', outcome: { status: 'completed' } });
    expect(first?.failures.join()).toContain('scripts are not run here');
    expect(second).toMatchObject({ name: 'second', outcome: { status: 'completed' }, failures: [] });
    expect(server.requests[0]?.headers.map(([name]) => name)).not.toContain('X-Scripted');
  });

  it('are run by the full host, whose failed assertions are reported with their request', async () => {
    const full = startNewman({
      hostPath: findNewmanHost(import.meta.url, 'allowed'),
      environment: process.env,
      runsPerProcess: 2,
    });
    const [first, second] = await runScripted(full);
    expect(server.requests[0]?.headers).toContainEqual(['X-Scripted', 'yes']);
    expect(first?.failures).toHaveLength(1);
    expect(first?.failures[0]).toMatch(/^says no: .*answer to \/first/);
    expect(Buffer.from(first?.outcome.hops[0]?.received.body.bytes ?? []).toString()).toBe('answer to /first');
    expect(second).toMatchObject({ name: 'second', failures: [], outcome: { hops: [{ sent: { target: '/second' } }] } });
    for (let run = 0; run < 3; run += 1) expect(await runScripted(full)).toHaveLength(2);
    await full.close();
  });
});
