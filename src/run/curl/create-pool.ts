import type { RunOutcome } from '../../model/outcome.ts';
import { createSharingPool, scoutTime } from '../sharing/create-pool.ts';
import { canShareProcess } from './can-share-process.ts';
import { readCurlConfig } from './config.ts';
import { type CurlInput, runCurl } from './run-curl.ts';
import type { CurlEnd, CurlTransfer } from './transfer.ts';
import { TransferBatch } from './transfer-batch.ts';
import { transferWithCurl } from './transfer-with-curl.ts';
import { readCurlWriteOut } from './write-out.ts';

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
  /** How many processes of one request may run at once; no bound unless given. */
  readonly singles?: number;
  /** A batch is made no longer than this, by what its servers took for their last answers; ten times what starting curl costs, unless given. */
  readonly batchMilliseconds?: number;
  /** How long a transfer may make those behind it wait, which are then done otherwise. */
  readonly patienceMilliseconds?: number;
}

const BATCH_LENGTH = 64;
/** What starting a process of curl costs, in milliseconds: measured, within bounds. */
const START_COST = { least: 20, most: 100 };
/** Local ports for connections: above those of services, below those that systems give out by themselves, and not Kubernetes' own. */
const PORTS = { first: 16_000, count: 13_000 };

/** Starts no process yet. See `createSharingPool` for what is sent together. */
export function createCurlPool(options: PoolOptions): CurlPool {
  const { parallel, singles = Number.POSITIVE_INFINITY, batchMilliseconds, patienceMilliseconds = 500 } = options;
  let startMilliseconds = START_COST.least;
  let port = Math.floor(Math.random() * PORTS.count);
  const nextPort = (): number => {
    port = (port + 1) % PORTS.count;
    return PORTS.first + port;
  };
  const pool = createSharingPool<CurlTransfer, CurlEnd>({
    parallel,
    singles,
    most: BATCH_LENGTH,
    serverOf,
    fits: ([first], transfer) => transfer.curlPath === first?.curlPath && transfer.environment === first.environment,
    async sendAlone(transfer) {
      const end = await transferWithCurl(transfer);
      const { seconds } = readCurlWriteOut(end.writeOut);
      if (seconds !== undefined)
        startMilliseconds = Math.min(Math.max(end.milliseconds - seconds * 1000, START_COST.least), START_COST.most);
      return end;
    },
    carry(transfers, events) {
      const batch = new TransferBatch(transfers, events, { nextPort, patienceMilliseconds });
      return { ended: batch.run(), kill: () => batch.kill() };
    },
    scouting: scoutTime,
    longest: () => batchMilliseconds ?? 10 * startMilliseconds,
    timeOf,
  });
  return { run: (input) => runCurl(input, pool.run), close: pool.close };
}

function serverOf({ config, body }: CurlTransfer): string | null {
  const options = readCurlConfig(config);
  if (body !== undefined || !canShareProcess(options)) return null;
  const url = options.find(({ name }) => name === 'url')?.value ?? '';
  return URL.canParse(url) ? new URL(url).origin : url;
}

/** A failure says nothing good; a curl that does not tell a transfer's exit status (before 7.75) cannot do several. */
function timeOf({ exitCode, cut, writeOut }: CurlEnd): number {
  const { seconds, exitCode: told } = readCurlWriteOut(writeOut);
  if (exitCode !== 0 || cut !== undefined || told === undefined || seconds === undefined) return Number.POSITIVE_INFINITY;
  return seconds * 1000;
}
