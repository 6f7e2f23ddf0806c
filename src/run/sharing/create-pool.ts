import { setTimeout as after } from 'node:timers/promises';
import { createGate } from './create-gate.ts';

/** Sends jobs, several of them together where that is quicker and changes nothing. */
export interface SharingPool<Job, End> {
  run(job: Job): Promise<End>;
  /** Ends what is under way. */
  close(): Promise<void>;
}

/** Several jobs that are sent together, one after the other. */
export interface Carrier {
  /** Never fails. */
  readonly ended: Promise<void>;
  kill(): void;
}

/** What a carrier tells while it is under way. */
export interface CarrierEvents<End> {
  /** Called once for each job, unless it is given back; without an end where it has to be sent again, alone. */
  readonly onFinish: (index: number, end: End | undefined) => void;
  /** Called for a job that was not begun because another one takes long. */
  readonly onGiveBack: (index: number) => void;
  /** Called once, when nobody has to wait for the carrier any more: it is over, or one job takes long and the others were given back. */
  readonly onRelease: () => void;
}

/** How a client sends. */
export interface SharingRules<Job, End> {
  /** How many carriers may be under way at once. */
  readonly parallel: number;
  /** How many jobs may be sent alone at once. */
  readonly singles: number;
  /** The most jobs of one carrier. */
  readonly most: number;
  /** The server that a job is for; null where it has to be sent alone. */
  readonly serverOf: (job: Job) => string | null;
  /** Whether a job can join others. */
  readonly fits: (others: readonly Job[], job: Job) => boolean;
  readonly sendAlone: (job: Job) => Promise<End>;
  readonly carry: (jobs: readonly Job[], events: CarrierEvents<End>) => Carrier;
  /** How many milliseconds a carrier may take, by what its servers took for their last answers. */
  readonly longest: () => number;
  /** How long jobs wait for the end of the first one to their server, which tells how fast it is. */
  readonly scouting: () => Promise<unknown>;
  /** How many milliseconds an answer took; infinite for what says nothing good, or cannot be known. */
  readonly timeOf: (end: End) => number;
}

interface Waiting<Job, End> {
  readonly job: Job;
  readonly expected: number;
  readonly finish: (end: End | undefined) => void;
  /** How often it was given back. */
  readonly returns: number;
}

/** A job that was given back so often is sent alone. */
const MOST_RETURNS = 2;

/**
 * Sends nothing yet. A job whose server is known to answer fast may wait until a carrier is free, and is then sent with others: what it costs
 * to start a client is more than such a request itself. Every other job is sent alone.
 */
export function createSharingPool<Job, End>(rules: SharingRules<Job, End>): SharingPool<Job, End> {
  const { parallel, serverOf, longest } = rules;
  const single = createGate(rules.singles);
  const pace = new Map<string, number>();
  /** The first job of each server; those that come soon after it wait a moment for what it finds out. */
  const scouts = new Map<string, Promise<void>>();
  const queue: Waiting<Job, End>[] = [];
  const carriers = new Set<Carrier>();
  let busy = 0;

  const alone = (job: Job): Promise<End> => single(() => rules.sendAlone(job));

  async function run(job: Job): Promise<End> {
    const server = serverOf(job);
    if (server === null) return alone(job);
    const scout = scouts.get(server);
    if (scout === undefined) return explore(server, alone(job));
    if (!pace.has(server)) await Promise.race([scout, rules.scouting()]);
    const end = await send(job, server);
    learn(server, end);
    return end;
  }

  async function send(job: Job, server: string): Promise<End> {
    if (!isFast(server)) {
      // While it waited, others may have found that the server is fast.
      const end = await single(async () => (isFast(server) ? undefined : rules.sendAlone(job)));
      if (end !== undefined) return end;
    }
    return (await wait(job, pace.get(server) ?? 0)) ?? alone(job);
  }

  function isFast(server: string): boolean {
    return (pace.get(server) ?? Number.POSITIVE_INFINITY) <= longest() / 2;
  }

  async function explore(server: string, first: Promise<End>): Promise<End> {
    const explored = first.then(
      (end) => learn(server, end),
      () => undefined,
    );
    scouts.set(server, explored);
    await explored;
    return first;
  }

  // A busy machine makes fast servers look slow, but nothing makes a slow one look fast: slower answers count little by little.
  function learn(server: string, end: End): void {
    const time = rules.timeOf(end);
    const before = pace.get(server) ?? Number.POSITIVE_INFINITY;
    pace.set(server, Number.isFinite(time) ? Math.min(time, before * 1.25) : time);
  }

  function wait(job: Job, expected: number): Promise<End | undefined> {
    return new Promise((finish) => {
      queue.push({ job, expected, finish, returns: 0 });
      start();
    });
  }

  function start(): void {
    while (busy < parallel && queue.length > 0) {
      const members = takeTogether(queue, parallel - busy, rules);
      busy += 1;
      const carrier = rules.carry(
        members.map(({ job }) => job),
        {
          onFinish: (index, end) => members[index]?.finish(end),
          onGiveBack: (index) => {
            const member = members[index];
            if (member === undefined || member.returns === MOST_RETURNS) member?.finish(undefined);
            else queue.push({ ...member, returns: member.returns + 1 });
          },
          onRelease: () => {
            busy -= 1;
            start();
          },
        },
      );
      carriers.add(carrier);
      void carrier.ended.finally(() => carriers.delete(carrier));
    }
  }

  return {
    run,
    async close() {
      const open = [...carriers];
      for (const carrier of open) carrier.kill();
      await Promise.allSettled(open.map(({ ended }) => ended));
    },
  };
}

/** Takes the next jobs off the queue: a fair part for each carrier that is free, all of which fit together, not too long in all. */
function takeTogether<Job, End>(
  queue: Waiting<Job, End>[],
  free: number,
  { most, fits, longest }: SharingRules<Job, End>,
): readonly Waiting<Job, End>[] {
  const limit = Math.min(most, Math.ceil(queue.length / free));
  const taken: Job[] = [];
  let total = 0;
  for (const { job, expected } of queue) {
    total += expected;
    if (taken.length > 0 && (taken.length >= limit || total > longest() || !fits(taken, job))) break;
    taken.push(job);
  }
  return queue.splice(0, taken.length);
}

const SCOUT_MILLISECONDS = 300;

/** What a first answer may take, where nothing has to be loaded before. */
export function scoutTime(): Promise<void> {
  return after(SCOUT_MILLISECONDS, undefined, { ref: false });
}
