import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { RunOutcome } from '../../src/model/outcome.ts';
import { type CurlPool, createCurlPool } from '../../src/run/curl/create-pool.ts';
import type { CurlInput } from '../../src/run/curl/run-curl.ts';
import { type RecordedWireRequest, type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { curlInput, type PlainRequest } from '../support/run-clients.ts';

let directory: string;
let server: RecordingServer;
let pool: CurlPool;
/** A curl that writes down that it was started. */
let curlPath: string;
let starts: string;
/** Answers that wait until the test lets them go. */
const held = new Map<string, (answer: Buffer | null) => void>();

beforeAll(async () => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'curl-pool-'));
  starts = path.join(directory, 'starts');
  curlPath = path.join(directory, 'curl');
  const real = execFileSync('/bin/sh', ['-c', 'command -v curl']).toString().trim();
  writeFileSync(curlPath, `#!/bin/sh\necho $$ >> '${starts}'\nexec '${real}' "$@"\n`);
  chmodSync(curlPath, 0o700);
  server = await startRecordingServer({ answer });
});
beforeEach(async () => {
  await open({});
});
afterAll(async () => {
  await pool.close();
  await server.close();
  rmSync(directory, { recursive: true });
});

/** A pool that has got to know the server, and has all the time in the world, whatever else the machine does. */
async function open(options: Partial<Parameters<typeof createCurlPool>[0]>): Promise<void> {
  await pool?.close();
  const never = 2 ** 31 - 1;
  pool = createCurlPool({ parallel: 1, batchMilliseconds: never, patienceMilliseconds: never, ...options });
  await run({ url: `${server.origin}/scout` });
  writeFileSync(starts, '');
  server.clear();
  held.clear();
}

const ok = (body: string, headers = ''): Buffer =>
  Buffer.from(`HTTP/1.1 200 OK\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);

function answer({ target, method, raw }: RecordedWireRequest) {
  const [, what = ''] = target.split('/');
  switch (what) {
    case 'gzip':
      return { status: 200, headers: [['Content-Encoding', 'gzip']] as const, body: gzipSync(`packed ${target}`) };
    case 'redirect':
      return { status: 302, headers: [['Location', `/end${target}`]] as const };
    case 'reset':
      return null;
    case 'excess':
      return Buffer.from('HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison');
    case 'big':
      return { status: 200, body: Buffer.alloc(300_000, target) };
    case 'hold':
      return new Promise<Buffer | null>((resolve) => held.set(target, resolve));
    default:
      return ok(method === 'HEAD' ? '' : `${method} ${target} ${raw.toString('latin1').match(/^X-Own: (.*)\r$/m)?.[1]}`);
  }
}

const input = (request: PlainRequest): CurlInput => ({ ...curlInput(request, directory), curlPath });
const run = (request: PlainRequest): Promise<RunOutcome> => pool.run(input(request));
const own = (target: string): PlainRequest => ({ url: server.origin + target, headers: [['X-Own', target]] });
const text = (outcome: RunOutcome | undefined): string => Buffer.from(outcome?.hops.at(-1)?.received.body.bytes ?? []).toString();
const started = (): number => readFileSync(starts, 'utf8').split('\n').length - 1;

/** Makes requests wait behind one that is held, so that they become a batch; gives the outcomes of all. */
async function batch(requests: readonly PlainRequest[], within?: () => Promise<void>): Promise<readonly RunOutcome[]> {
  const first = run(own('/hold/first'));
  await expect.poll(() => held.has('/hold/first')).toBe(true);
  const rest = requests.map(run);
  // Nothing is left to tell that the others wait: give them the time to be queued.
  await new Promise((resolve) => setImmediate(resolve));
  held.get('/hold/first')?.(ok('first'));
  await within?.();
  const [head, ...others] = await Promise.all([first, ...rest]);
  expect(text(head)).toBe('first');
  return others;
}

it('one process of curl does what has come while another was busy, and keeps everything apart', async () => {
  const targets = ['/a', '/gzip/b', '/reset/c', '/redirect/d', '/big/e', '/f', '/empty/g'];
  const outcomes = await batch([
    ...targets.map((target) => ({ ...own(target), follow: 3 })),
    { ...own('/head'), method: 'HEAD' },
    { ...own('/options'), method: 'OPTIONS' },
    { ...own('/closed'), url: 'http://127.0.0.1:1/' },
    { ...own('/limit/big'), url: `${server.origin}/big/limit`, maxBodyBytes: 1e9 },
  ]);
  // One for the first, one for what waited, and one for the server that nothing is known of.
  expect(started()).toBe(3);
  expect(text(outcomes[0])).toBe('GET /a /a');
  expect(text(outcomes[1])).toBe('packed /gzip/b');
  expect(outcomes[2]).toMatchObject({ status: 'failed', error: { kind: 'protocol', code: 'curl 52' }, hops: [] });
  expect(outcomes[3]?.hops.map(({ sent, received }) => [sent.target, received.status])).toEqual([
    ['/redirect/d', 302],
    ['/end/redirect/d', 200],
  ]);
  expect(outcomes[4]?.hops[0]?.received.body).toMatchObject({ size: 300_000 });
  expect(text(outcomes[4]).startsWith('/big/e/big/e')).toBe(true);
  expect(text(outcomes[5])).toBe('GET /f /f');
  expect(outcomes[7]).toMatchObject({ hops: [{ sent: { method: 'HEAD' }, received: { body: { size: 0 } } }] });
  expect(text(outcomes[8])).toBe('OPTIONS /options /options');
  expect(outcomes[9]).toMatchObject({ status: 'failed', error: { kind: 'connect' } });
  expect(outcomes[10]?.hops[0]?.received.body.size).toBe(300_000);
  for (const [index, target] of targets.entries())
    expect(
      (outcomes[index]?.status === 'failed' ? outcomes[index].sent : outcomes[index]?.hops[0]?.sent)?.headers,
    ).toContainEqual(['X-Own', target]);
});

it('what is in a batch is sent once, byte for byte as it is sent alone, on a connection of its own', async () => {
  const requests = ['/reset/a', '/b', '/reset/c', '/d'].map(own);
  await batch(requests);
  const together = server.requests.filter(({ target }) => !target.startsWith('/hold'));
  server.clear();
  const alone = createCurlPool({ parallel: 1 });
  for (const request of requests) await alone.run(input(request));
  expect(together.map(({ raw }) => raw.toString())).toEqual(server.requests.map(({ raw }) => raw.toString()));
  expect(new Set(together.map(({ connection }) => connection)).size).toBe(4);
});

it('what a server sends too much is no part of the next answer', async () => {
  const [excess, next] = await batch(['/excess', '/next'].map(own));
  expect(excess).toMatchObject({ status: 'completed', hops: [{ received: { status: 204, body: { size: 0 } } }] });
  expect(text(next)).toBe('GET /next /next');
});

it('a transfer has its own limits of time and size', async () => {
  const outcomes = await batch([
    { ...own('/hold/late'), timeoutSeconds: 0.2 },
    { ...own('/big/limited'), maxBodyBytes: 1000 },
    own('/after'),
  ]);
  expect(outcomes[0]).toMatchObject({ status: 'failed', error: { kind: 'timeout', conclusive: true } });
  expect(outcomes[1]).toMatchObject({ status: 'failed', error: { kind: 'too-large', conclusive: true } });
  expect(text(outcomes[2])).toBe('GET /after /after');
});

it('one that hangs holds up the others for a moment only', async () => {
  await open({ patienceMilliseconds: 100 });
  const outcomes = await batch(['/hold/hanging', '/b', '/c'].map(own), async () => {
    // The others are answered while the first one is still held.
    await expect
      .poll(() => server.requests.map(({ target }) => target), { timeout: 20_000 })
      .toEqual(expect.arrayContaining(['/b', '/c']));
    held.get('/hold/hanging')?.(ok('at last'));
  });
  expect(outcomes.map(text)).toEqual(['at last', 'GET /b /b', 'GET /c /c']);
});

it('a process that is killed takes with it what it was doing; the rest, and that, is done again alone', async () => {
  const outcomes = await batch(['/a', '/hold/killed', '/c'].map(own), async () => {
    await expect.poll(() => held.has('/hold/killed')).toBe(true);
    held.delete('/hold/killed');
    process.kill(Number(readFileSync(starts, 'utf8').trim().split('\n').at(-1)), 'SIGKILL');
    await expect.poll(() => held.has('/hold/killed'), { timeout: 20_000 }).toBe(true);
    held.get('/hold/killed')?.(ok('the second time'));
  });
  expect(outcomes.map(text)).toEqual(['GET /a /a', 'the second time', 'GET /c /c']);
});

it('an interrupted batch is interrupted, all of it', async () => {
  const controller = new AbortController();
  const requests = ['/hold/a', '/b'].map((target) => ({ ...own(target), signal: controller.signal }));
  const outcomes = await batch(requests, async () => {
    await expect.poll(() => held.has('/hold/a')).toBe(true);
    controller.abort();
  });
  for (const outcome of outcomes)
    expect(outcome).toMatchObject({ status: 'failed', error: { kind: 'interrupted', conclusive: false } });
});

it('what must not be sent twice, and what has a body, is sent at once by a process of its own', async () => {
  const first = run(own('/hold/first'));
  await expect.poll(() => held.has('/hold/first')).toBe(true);
  const outcomes = await Promise.all([
    run({ ...own('/post'), method: 'POST', body: Buffer.from('a body') }),
    run({ ...own('/delete'), method: 'DELETE' }),
  ]);
  expect(outcomes.map(text)).toEqual(['POST /post /post', 'DELETE /delete /delete']);
  held.get('/hold/first')?.(ok('first'));
  expect(text(await first)).toBe('first');
});

it('leaves no file behind', () => {
  expect(readdirSync(directory).sort()).toEqual(['curl', 'starts']);
});
