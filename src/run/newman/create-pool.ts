import type { RunOutcome } from '../../model/outcome.ts';
import { type Carrier, type CarrierEvents, createSharingPool, scoutTime } from '../sharing/create-pool.ts';
import { fitsRun, hasVariables, joinRuns, RUN_LENGTH, type SingleRun } from './join-runs.ts';
import type { NewmanHost, NewmanInput } from './start-newman.ts';

/** One request for Newman. */
export interface NewmanJob extends NewmanInput {
  readonly collection: SingleRun['collection'];
  /** The origin that it is sent to, where it may be sent twice; null where it has to be sent alone. */
  readonly origin: string | null;
}

/** Runs of Newman that are joined where that is quicker and changes nothing. */
export interface NewmanPool {
  /** Whatever goes wrong is in the outcome. */
  run(job: NewmanJob): Promise<RunOutcome>;
  /** Ends what is under way; the host goes on. */
  close(): Promise<void>;
}

interface PoolOptions {
  readonly host: NewmanHost;
  /** How many runs may be under way at once. */
  readonly parallel: number;
  /** A joined run is made no longer than this, by what its servers took for their last answers; 1,000 unless given. */
  readonly runMilliseconds?: number;
  /** After so long the requests of a joined run that have no answer are sent alone. */
  readonly patienceMilliseconds?: number;
}

/** Starts nothing yet. See `createSharingPool` for what is sent together. */
export function createNewmanPool(options: PoolOptions): NewmanPool {
  const { host, parallel, runMilliseconds = 1000, patienceMilliseconds = 3000 } = options;
  return createSharingPool<NewmanJob, RunOutcome>({
    parallel,
    singles: parallel,
    most: RUN_LENGTH,
    serverOf: (job) => (hasVariables(job) ? null : job.origin),
    fits: (others, job) => fitsRun(others, job) && others.every((other) => isBoundAlike(other, job)),
    sendAlone: (job) => host.run(job),
    carry: (jobs, events) => carry(jobs, { host, events, patienceMilliseconds }),
    // It begins when Newman is loaded; a Newman that cannot be loaded ends the first request.
    scouting: () => host.ready.then(scoutTime, () => undefined),
    longest: () => runMilliseconds,
    timeOf: (outcome) => (outcome.status === 'completed' ? outcome.milliseconds : Number.POSITIVE_INFINITY),
  });
}

/** Whether two requests end by one signal and keep their files in one place, as a run does. */
function isBoundAlike(left: NewmanJob, right: NewmanJob): boolean {
  return left.signal === right.signal && left.temporaryDirectory === right.temporaryDirectory;
}

interface Carrying {
  readonly host: NewmanHost;
  readonly events: CarrierEvents<RunOutcome>;
  readonly patienceMilliseconds: number;
}

function carry(jobs: readonly NewmanJob[], { host, events, patienceMilliseconds }: Carrying): Carrier {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patienceMilliseconds);
  const run = async (): Promise<void> => {
    const [first] = jobs;
    if (first === undefined) return;
    const results = await host.runCollection({
      ...joinRuns(first, jobs),
      policy: { ...first.policy, requestSeconds: first.policy.timeoutSeconds },
      isSeparate: true,
      signal: AbortSignal.any([first.signal, patience.signal]),
    });
    clearTimeout(timer);
    let isBlamed = false;
    for (const index of jobs.keys()) {
      const outcome = results.find(({ position }) => position === index)?.outcome;
      if (outcome?.status === 'completed') events.onFinish(index, outcome);
      else if (patience.signal.aborted && isBlamed) events.onGiveBack(index);
      else {
        // What went wrong may be another one's fault.
        events.onFinish(index, undefined);
        isBlamed = true;
      }
    }
    events.onRelease();
  };
  return { ended: run(), kill: () => patience.abort() };
}
