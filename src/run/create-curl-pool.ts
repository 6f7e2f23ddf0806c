import { setTimeout as after } from 'node:timers/promises';
import type { RunOutcome } from '../model/outcome.ts';
import { canShareProcess } from './can-share-process.ts';
import { readCurlConfig } from './curl-config.ts';
import type { CurlEnd, CurlTransfer } from './curl-transfer.ts';
import { readCurlWriteOut } from './curl-write-out.ts';
import { type CurlInput, runCurl } from './run-curl.ts';
import { TransferBatch } from './transfer-batch.ts';
import { transferWithCurl } from './transfer-with-curl.ts';

/** Runs of curl that share processes where that is quicker and changes nothing. */
export interface CurlPool {
  /** Promises what `runCurl` promises. */
  run(input: CurlInput): Promise<RunOutcome>;
  /** Ends the processes that are left. */
  close(): Promise<void>;
}

interface PoolOptions {
  /** How many shared processes may run at once. */
  readonly parallel: number;
  /** A batch is made no longer than this, by what its servers took for their last answers; ten times what starting curl costs, unless given. */
  readonly batchMilliseconds?: number;
  /** How long a transfer may make those behind it wait, which are then done otherwise. */
  readonly patienceMilliseconds?: number;
}

const BATCH_LENGTH = 16;
/** What starting a process of curl costs, in milliseconds: measured, within bounds. */
const START_COST = { least: 20, most: 100 };
/** How long requests to a server wait for the end of the first one to it, which tells how fast it is. */
const SCOUT_MILLISECONDS = 300;
/** Local ports for connections: above those of services, below those that systems give out by themselves, and not Kubernetes' own. */
const PORTS = { first: 16_000, count: 13_000 };

interface Waiting {
  readonly transfer: CurlTransfer;
  readonly expected: number;
  readonly finish: (end: CurlEnd | undefined) => void;
}

/**
 * Starts no process yet. A request whose server is known to answer fast may wait until a process is free, and is then sent by one that
 * sends others too: starting curl costs more than such a request itself. Every other request is sent at once by a process of its own.
 */
export function createCurlPool({ parallel, batchMilliseconds, patienceMilliseconds = 500 }: PoolOptions): CurlPool {
  const pace = new Map<string, number>();
  /** The first request to each server; those that come soon after it wait a moment for what it finds out. */
  const scouts = new Map<string, Promise<void>>();
  const queue: Waiting[] = [];
  const batches = new Map<TransferBatch, Promise<void>>();
  let busy = 0;
  let startMilliseconds = START_COST.least;
  let port = Math.floor(Math.random() * PORTS.count);
  const nextPort = (): number => {
    port = (port + 1) % PORTS.count;
    return PORTS.first + port;
  };

  const longest = (): number => batchMilliseconds ?? 10 * startMilliseconds;

  async function alone(wanted: CurlTransfer): Promise<CurlEnd> {
    const end = await transferWithCurl(wanted);
    const { seconds } = readCurlWriteOut(end.writeOut);
    if (seconds !== undefined)
      startMilliseconds = Math.min(Math.max(end.milliseconds - seconds * 1000, START_COST.least), START_COST.most);
    return end;
  }

  async function transfer(wanted: CurlTransfer): Promise<CurlEnd> {
    const options = readCurlConfig(wanted.config);
    if (wanted.body !== undefined || !canShareProcess(options)) return transferWithCurl(wanted);
    const url = options.find(({ name }) => name === 'url')?.value ?? '';
    const origin = URL.canParse(url) ? new URL(url).origin : url;
    const scout = scouts.get(origin);
    if (scout === undefined) return explore(origin, alone(wanted));
    if (!pace.has(origin)) await Promise.race([scout, after(SCOUT_MILLISECONDS, undefined, { ref: false })]);
    const expected = pace.get(origin) ?? Number.POSITIVE_INFINITY;
    const shared = expected > longest() / 2 ? undefined : await wait(wanted, expected);
    const end = shared ?? (await alone(wanted));
    pace.set(origin, paceAfter(end, pace.get(origin)));
    return end;
  }

  async function explore(origin: string, first: Promise<CurlEnd>): Promise<CurlEnd> {
    const explored = first.then((end) => void pace.set(origin, paceAfter(end, undefined)));
    scouts.set(origin, explored);
    await explored;
    return first;
  }

  function wait(wanted: CurlTransfer, expected: number): Promise<CurlEnd | undefined> {
    return new Promise((finish) => {
      queue.push({ transfer: wanted, expected, finish });
      start();
    });
  }

  function start(): void {
    while (busy < parallel && queue.length > 0) {
      const members = takeBatch(queue, parallel - busy, longest());
      busy += 1;
      const batch = new TransferBatch(
        members.map((member) => member.transfer),
        {
          onFinish: (index, end) => members[index]?.finish(end),
          onRelease: () => {
            busy -= 1;
            start();
          },
        },
        { nextPort, patienceMilliseconds },
      );
      const run = batch.run().finally(() => batches.delete(batch));
      batches.set(batch, run);
    }
  }

  return {
    run: (input) => runCurl(input, transfer),
    async close() {
      const runs = [...batches.values()];
      for (const batch of batches.keys()) batch.kill();
      await Promise.allSettled(runs);
    },
  };
}

/** Takes the next transfers off the queue: a fair part for each process that is free, all for the same program, not too long together. */
function takeBatch(queue: Waiting[], free: number, milliseconds: number): readonly Waiting[] {
  const most = Math.min(BATCH_LENGTH, Math.ceil(queue.length / free));
  const [first] = queue;
  let total = 0;
  let count = 0;
  for (const { transfer, expected } of queue) {
    total += expected;
    const fits = transfer.curlPath === first?.transfer.curlPath && transfer.environment === first.transfer.environment;
    if (count > 0 && (!fits || count >= most || total > milliseconds)) break;
    count += 1;
  }
  return queue.splice(0, count);
}

/**
 * How long the next answer of a server may take, in milliseconds. A failure says nothing good; a curl that does not tell a transfer's exit
 * status (before 7.75) cannot do several.
 */
function paceAfter({ exitCode, cut, writeOut }: CurlEnd, before: number | undefined): number {
  const { seconds, exitCode: told } = readCurlWriteOut(writeOut);
  if (exitCode !== 0 || cut !== undefined || told === undefined || seconds === undefined) return Number.POSITIVE_INFINITY;
  // A busy machine makes fast servers look slow, but nothing makes a slow one look fast: slower answers count little by little.
  return Math.min(seconds * 1000, (before ?? Number.POSITIVE_INFINITY) * 1.25);
}
