import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { RunOutcome } from '../../src/model/outcome.ts';
import { createNewmanPool, type NewmanJob, type NewmanPool } from '../../src/run/newman/create-pool.ts';
import type { NewmanHost } from '../../src/run/newman/start-newman.ts';
import { type RecordedWireRequest, type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { type Clients, newmanRequest, type PlainRequest, startClients } from '../support/run-clients.ts';

let clients: Clients;
let server: RecordingServer;
let pool: NewmanPool;
/** How many requests each run of Newman had. */
let runs: number[];
/** Answers that wait until the test lets them go. */
const held = new Map<string, () => void>();
const { signal } = new AbortController();

beforeAll(async () => {
  clients = startClients();
  server = await startRecordingServer({ answer });
});
beforeEach(() => open({}));
afterAll(async () => {
  await pool.close();
  await clients.close();
  await server.close();
});

/** A pool that knows that the server is fast, and has all the time in the world, whatever else the machine does. */
async function open(options: { readonly patienceMilliseconds?: number }): Promise<void> {
  runs = [];
  const never = 2 ** 31 - 1;
  pool = createNewmanPool({
    host: { ...counted(clients.newman), ready: clients.newman.ready },
    parallel: 1,
    runMilliseconds: never,
    patienceMilliseconds: never,
    ...options,
  });
  await run({ url: `${server.origin}/scout` });
  runs.length = 0;
  held.clear();
  server.clear();
}

function counted(host: NewmanHost): Pick<NewmanHost, 'run' | 'runCollection' | 'close'> {
  return {
    run: (input) => {
      runs.push(1);
      return host.run(input);
    },
    runCollection: (input) => {
      runs.push((input.collection as NewmanJob['collection']).item.length);
      return host.runCollection(input);
    },
    close: () => host.close(),
  };
}

function answer({ target }: RecordedWireRequest) {
  const ok = { status: 200, headers: [['Set-Cookie', `seen=${target}; Path=/`]] as const, body: `answer to ${target}` };
  if (target.startsWith('/reset')) return null;
  if (target.startsWith('/redirect')) return { status: 302, headers: [['Location', `/end${target}`]] as const };
  if (target.startsWith('/hold')) return new Promise<typeof ok>((resolve) => held.set(target, () => resolve(ok)));
  return ok;
}

function job(request: PlainRequest): NewmanJob {
  const { collection, ...input } = newmanRequest(request, clients.directory);
  const isSafe = (request.method ?? 'GET') === 'GET';
  return {
    ...input,
    collection: collection as NewmanJob['collection'],
    origin: isSafe ? new URL(request.url).origin : null,
    signal,
  };
}

const run = (request: PlainRequest): Promise<RunOutcome> => pool.run(job(request));
const own = (target: string): PlainRequest => ({ url: server.origin + target, headers: [['X-Own', target]], follow: 3 });
const text = (outcome: RunOutcome | undefined): string => Buffer.from(outcome?.hops.at(-1)?.received.body.bytes ?? []).toString();

/** Makes requests wait behind one that is held, so that they are joined; gives the outcomes of all. */
async function together(requests: readonly PlainRequest[]): Promise<readonly RunOutcome[]> {
  const first = run(own('/hold/first'));
  await expect.poll(() => held.has('/hold/first')).toBe(true);
  const rest = requests.map(run);
  // Nothing is left to tell that the others wait: give them the time to be queued.
  await new Promise((resolve) => setImmediate(resolve));
  held.get('/hold/first')?.();
  const [, ...others] = await Promise.all([first, ...rest]);
  return others;
}

it('one run sends what has come while another was busy, each as it is sent alone, on a connection of its own', async () => {
  const targets = ['/a', '/redirect/b', '/c', '/d'];
  const outcomes = await together(targets.map(own));
  expect(runs).toEqual([1, 4]);
  expect(outcomes.map(text)).toEqual(['answer to /a', 'answer to /end/redirect/b', 'answer to /c', 'answer to /d']);
  const joined = server.requests.filter(({ target }) => target !== '/hold/first');
  server.clear();
  for (const target of targets) await clients.newman.run(job(own(target)));
  expect(joined.map(({ raw }) => raw.toString())).toEqual(server.requests.map(({ raw }) => raw.toString()));
  expect(joined.some(({ headers }) => headers.some(([name]) => name.toLowerCase() === 'cookie'))).toBe(false);
  expect(new Set(joined.filter(({ target }) => !target.startsWith('/end')).map(({ connection }) => connection)).size).toBe(4);
});

it('what fails among others is sent again alone, for it may be the fault of another one', async () => {
  const outcomes = await together(['/a', '/reset/b', '/c'].map(own));
  expect(outcomes.map(({ status }) => status)).toEqual(['completed', 'failed', 'completed']);
  expect(outcomes[1]).toEqual({
    ...(await clients.newman.run(job(own('/reset/b')))),
    milliseconds: expect.any(Number),
  });
  expect(runs.slice(0, 3)).toEqual([1, 3, 1]);
});

it('what may not be sent twice is sent alone', async () => {
  const outcomes = await together([own('/a'), { ...own('/b'), method: 'POST' }, own('/c')]);
  expect(outcomes.map(text)).toEqual(['answer to /a', 'answer to /b', 'answer to /c']);
  expect(server.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  expect([...runs].sort()).toEqual([1, 1, 2]);
});

it('values that differ under one name keep their requests apart', async () => {
  const secret = (value: string): NewmanJob => ({
    ...job({ ...own('/s'), headers: [['X-Key', '{{key}}']] }),
    environment: new Map([['key', value]]),
  });
  const first = run(own('/hold/first'));
  await expect.poll(() => held.has('/hold/first')).toBe(true);
  const rest = ['one', 'one', 'two'].map((value) => pool.run(secret(value)));
  await new Promise((resolve) => setImmediate(resolve));
  held.get('/hold/first')?.();
  await Promise.all([first, ...rest]);
  expect(runs).toEqual([1, 2, 1]);
  const keys = server.requests.flatMap(({ headers }) => headers.flatMap(([name, value]) => (name === 'X-Key' ? [value] : [])));
  expect(keys.sort()).toEqual(['one', 'one', 'two']);
});

it('one that hangs holds up the others for a moment only', async () => {
  await open({ patienceMilliseconds: 300 });
  const first = run(own('/hold/first'));
  await expect.poll(() => held.has('/hold/first')).toBe(true);
  let asked = 0;
  const { set } = held;
  held.set = (target, go) => {
    if (target === '/hold/long') asked += 1;
    return set.call(held, target, go);
  };
  const hanging = run(own('/hold/long'));
  const others = ['/a', '/b'].map((target) => run(own(target)));
  await new Promise((resolve) => setImmediate(resolve));
  held.get('/hold/first')?.();
  expect((await Promise.all([first, ...others])).map(text).slice(1)).toEqual(['answer to /a', 'answer to /b']);
  // By now it was asked for, given up, and asked for again, alone.
  await expect.poll(() => asked, { timeout: 10_000 }).toBe(2);
  held.get('/hold/long')?.();
  expect(text(await hanging)).toBe('answer to /hold/long');
  held.set = set;
});
