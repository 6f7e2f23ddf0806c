import type { Client } from '../model/outcome.ts';
import type { ClientRunner } from './client-runner.ts';
import { fitsBatch, sendBatch } from './regress-curl-lane.ts';
import type { Prepared } from './regress-prepare.ts';
import type { ScheduledTask } from './regress-schedule.ts';
import { type Attempted, sendRecorded } from './regress-send.ts';
import type { Surroundings } from './terminal.ts';

type Ready = Extract<Prepared, { kind: 'ready' }>;

interface Lanes {
  readonly clients: readonly Client[];
  /** The first has all clients; the others are further processes for Newman. */
  readonly runners: readonly [ClientRunner, ...ClientRunner[]];
  readonly jobs: number;
  readonly retries: number;
  readonly surroundings: Surroundings;
  readonly isOver: () => boolean;
  readonly take: (ready: Ready, client: Client, attempted: Attempted) => void;
}

/** So many requests share one start of curl: its 20 ms are then below one for each. */
const batchSize = 25;

/** The work of both lanes: one task per action for Postman, and for cURL one per batch of actions of a host. */
export function laneTasks(actions: readonly Ready[], lanes: Lanes): readonly ScheduledTask[] {
  return [
    ...(lanes.clients.includes('postman') ? postmanTasks(actions, lanes) : []),
    ...(lanes.clients.includes('curl') ? curlTasks(actions, lanes) : []),
  ];
}

function postmanTasks(actions: readonly Ready[], { runners, retries, take }: Lanes): readonly ScheduledTask[] {
  return actions.map((ready, index) => ({
    lane: 'postman',
    host: ready.host,
    run: async () => {
      const runner = runners[index % runners.length] ?? runners[0];
      take(ready, 'postman', await sendRecorded(ready, 'postman', { runner, retries }));
    },
  }));
}

function curlTasks(actions: readonly Ready[], lanes: Lanes): readonly ScheduledTask[] {
  const { runners, retries, jobs, take, surroundings, isOver } = lanes;
  const alone = async (ready: Ready, before?: Attempted): Promise<void> => {
    if (isOver()) return;
    take(
      ready,
      'curl',
      await sendRecorded(ready, 'curl', { runner: runners[0], retries, ...(before === undefined ? {} : { before }) }),
    );
  };
  const batches = inBatches(actions.filter(fitsBatch), jobs).map(
    (batch): ScheduledTask => ({
      lane: 'curl',
      host: batch[0]?.host ?? '',
      run: async () => {
        const found = await sendBatch(batch, surroundings);
        for (const [index, ready] of batch.entries()) {
          const first = found[index] ?? null;
          if (first !== null && (first.result.state === 'same' || first.result.state === 'fixed')) take(ready, 'curl', first);
          else await alone(ready, first ?? undefined);
        }
      },
    }),
  );
  return [
    ...batches,
    ...actions
      .filter((ready) => !fitsBatch(ready))
      .map((ready): ScheduledTask => ({ lane: 'curl', host: ready.host, run: () => alone(ready) })),
  ];
}

/** Actions of one host together, in batches of even size that leave work for every job. */
function inBatches(actions: readonly Ready[], jobs: number): readonly (readonly Ready[])[] {
  const hosts = new Map<string, Ready[]>();
  for (const ready of actions) {
    const list = hosts.get(ready.host);
    if (list === undefined) hosts.set(ready.host, [ready]);
    else list.push(ready);
  }
  return [...hosts.values()].flatMap((list) => {
    const size = Math.max(1, Math.min(batchSize, Math.ceil(list.length / jobs)));
    return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
  });
}
