import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunOutcome } from '../../src/model/outcome.ts';
import { type Clients, startClients } from '../support/run-clients.ts';
import { type Expectation, type Fault, startFaultyServer } from './fault.ts';
import { bodyFaults } from './faults-body.ts';
import { connectionFaults } from './faults-connection.ts';
import { headFaults } from './faults-head.ts';
import { redirectFaults } from './faults-redirect.ts';
import { makeTlsFaults } from './faults-tls.ts';

/** How many faults are tried at once. */
const LANES = 6;
const CLIENTS = ['curl', 'postman'] as const;

let clients: Clients;
let authorities = 0;
let tlsFaults: readonly Fault[];

beforeAll(async () => {
  clients = startClients();
  tlsFaults = await makeTlsFaults({
    trusting: (authority) => {
      const file = path.join(clients.directory, `authority-${++authorities}.pem`);
      writeFileSync(file, authority);
      return { curlLines: [`cacert = "${file}"`], policy: { caFile: file } };
    },
  });
});
afterAll(() => clients.close());

interface Trial {
  readonly fault: Fault;
  readonly outcomes: readonly [curl: RunOutcome, postman: RunOutcome];
}

async function tryFault(fault: Fault): Promise<Trial> {
  const server = await startFaultyServer(fault);
  const url = fault.url?.(server.port) ?? `http${fault.tls === undefined ? '' : 's'}://127.0.0.1:${server.port}/`;
  const [curl, postman] = await Promise.all(CLIENTS.map((client) => clients[client]({ url, ...fault.request })));
  await server.close();
  if (curl === undefined || postman === undefined) throw new Error('there are two clients');
  return { fault, outcomes: [curl, postman] };
}

async function tryAll(faults: readonly Fault[]): Promise<readonly Trial[]> {
  const queue = [...faults];
  const trials: Trial[] = [];
  const work = async (): Promise<void> => {
    for (let fault = queue.shift(); fault !== undefined; fault = queue.shift()) trials.push(await tryFault(fault));
  };
  await Promise.all(Array.from({ length: LANES }, work));
  return trials;
}

const seen = (outcome: RunOutcome): Expectation =>
  outcome.status === 'failed' ? outcome.error.kind : (outcome.hops.at(-1)?.received.status ?? 0);

function expected({ expected: both }: Fault): readonly [Expectation, Expectation] {
  return typeof both === 'object' ? [both.curl, both.postman] : [both, both];
}

const why = (outcome: RunOutcome): string =>
  outcome.status === 'failed' ? ` (${outcome.error.code}: ${outcome.error.message})` : '';
const lost = (outcome: RunOutcome, code: string): boolean => outcome.status === 'failed' && outcome.error.code === code;

it('every fault gives the kind of outcome that it should, through both clients', { timeout: 300_000 }, async () => {
  const faults = [...connectionFaults, ...headFaults, ...bodyFaults, ...redirectFaults, ...tlsFaults];
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
  const trials = await tryAll(faults);
  const outcomes = trials.flatMap((trial) => trial.outcomes);
  const crashes = outcomes.filter(
    (outcome) => lost(outcome, 'crashed') || /^curl$|^SIG/.test(outcome.status === 'failed' ? outcome.error.code : ''),
  );
  const hangs = outcomes.filter((outcome) => lost(outcome, 'hung'));
  const wrong = trials.flatMap(({ fault, outcomes: both }) =>
    expected(fault).flatMap((wanted, index) => {
      const outcome = both[index];
      return outcome === undefined || seen(outcome) === wanted
        ? []
        : [`${fault.name}: ${outcome.client} gives ${seen(outcome)}, not ${wanted}${why(outcome)}`];
    }),
  );
  // One line for the record of what was tried.
  process.stdout.write(
    `faults: ${faults.length}, through both clients: crashes ${crashes.length}, hangs ${hangs.length}, wrong kinds ${wrong.length}\n`,
  );
  expect(wrong).toEqual([]);
  expect([...crashes, ...hangs]).toEqual([]);
  expect(faults.length).toBeGreaterThanOrEqual(60);

  // What is expected of both alike is alike to the last byte of the body; an error tells something of the server.
  for (const {
    fault,
    outcomes: [curl, postman],
  } of trials) {
    if (typeof fault.expected === 'object') continue;
    const bodies = [curl, postman].map(({ hops }) => hops.at(-1)?.received.body.sha256);
    if (curl.status === 'completed') expect(bodies[0], fault.name).toBe(bodies[1]);
    if (fault.expected === 'other') continue;
    for (const outcome of [curl, postman])
      if (outcome.status === 'failed') expect(outcome.error, fault.name).toMatchObject({ conclusive: true });
  }
});

it('a difference between the clients has its reason', () => {
  for (const { name, expected: both } of [...connectionFaults, ...headFaults, ...bodyFaults, ...redirectFaults, ...tlsFaults]) {
    if (typeof both !== 'object') continue;
    expect(both.because.length, name).toBeGreaterThan(20);
    expect(both.curl, name).not.toBe(both.postman);
  }
});

it('both clients still work, and no part of an answer is left behind', async () => {
  const { outcomes } = await tryFault({
    name: 'none',
    answer: (socket) => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi'),
    expected: 200,
  });
  expect(outcomes.map(seen)).toEqual([200, 200]);
  for (const name of readdirSync(clients.directory)) if (/^authority-/.test(name)) rmSync(path.join(clients.directory, name));
  expect(readdirSync(clients.directory)).toEqual(['newman-host.cjs']);
});
