import type { Surroundings } from '../../cli/terminal/terminal.ts';
import type { Client } from '../../model/outcome.ts';
import type { TextRun } from '../../regress/expect-runs.ts';
import type { RegressClients } from './clients.ts';
import { fitsBatch, sendBatch } from './curl-lane.ts';
import { newmanGroups } from './newman-lane.ts';
import type { Prepared } from './prepare.ts';
import { runText } from './run-text.ts';
import type { ScheduledTask } from './schedule.ts';
import { type Attempted, attempted, sendRecorded } from './send.ts';

type Ready = Extract<Prepared, { kind: 'ready' }>;

interface Lanes {
  readonly wanted: readonly Client[];
  readonly clients: RegressClients;
  readonly jobs: number;
  readonly retries: number;
  readonly surroundings: Surroundings;
  readonly isOver: () => boolean;
  readonly take: (ready: Ready, client: Client, attempted: Attempted) => void;
}

/** So many requests share one start of curl, which costs as much as a hundred of them. */
const batchSize = 125;

/**
 * The work of both lanes: tasks that send several actions of a host one after the other, with one start of curl or one run of Newman. What is
 * not as recorded there is sent once more alone, with everything that is to be known of it; an action that may not be sent twice is alone at once.
 */
export function laneTasks(actions: readonly Ready[], lanes: Lanes): readonly ScheduledTask[] {
  return [
    ...(lanes.wanted.includes('postman') ? postmanTasks(actions, lanes) : []),
    ...(lanes.wanted.includes('curl') ? curlTasks(actions, lanes) : []),
  ];
}

function postmanTasks(actions: readonly Ready[], lanes: Lanes): readonly ScheduledTask[] {
  return newmanGroups(actions, lanes).map((group) => ({
    lane: 'postman',
    host: group.actions[0]?.host ?? '',
    run: async () => {
      const [only] = group.actions;
      if (group.actions.length === 1 && only !== undefined) return alone(only, 'postman', lanes);
      const outcomes = await lanes.clients.sendTogether(group.runs);
      for (const [index, ready] of group.actions.entries()) {
        const outcome = outcomes[index] ?? null;
        await settle(
          ready,
          { client: 'postman', first: outcome === null ? null : await firstAttempt(ready, await runText(outcome), lanes) },
          lanes,
        );
      }
    },
  }));
}

function curlTasks(actions: readonly Ready[], lanes: Lanes): readonly ScheduledTask[] {
  const batches = inBatches(actions.filter(fitsBatch), Math.ceil(lanes.jobs / 2)).map(
    (batch): ScheduledTask => ({
      lane: 'curl',
      host: batch[0]?.host ?? '',
      run: async () => {
        const found = await sendBatch(batch, lanes.surroundings);
        for (const [index, ready] of batch.entries()) await settle(ready, { client: 'curl', first: found[index] ?? null }, lanes);
      },
    }),
  );
  const others = actions.filter((ready) => !fitsBatch(ready));
  return [
    ...batches,
    ...others.map((ready): ScheduledTask => ({ lane: 'curl', host: ready.host, run: () => alone(ready, 'curl', lanes) })),
  ];
}

function firstAttempt(ready: Ready, run: TextRun, { surroundings }: Lanes): Promise<Attempted> {
  return attempted(ready, run, { number: 1, now: surroundings.now() });
}

/** Takes what came in company where it is as recorded; else the action is sent alone, for more is to be known of it. */
async function settle(
  ready: Ready,
  { client, first }: { readonly client: Client; readonly first: Attempted | null },
  lanes: Lanes,
): Promise<void> {
  if (first?.result.state === 'same') lanes.take(ready, client, first);
  else
    await alone(ready, client, { ...lanes, ...(first?.result.state === 'not-run' || first === null ? {} : { before: first }) });
}

async function alone(
  ready: Ready,
  client: Client,
  { isOver, take, clients, retries, surroundings, before }: Lanes & { readonly before?: Attempted },
): Promise<void> {
  if (isOver()) return;
  take(
    ready,
    client,
    await sendRecorded(ready, client, { clients, retries, now: surroundings.now, ...(before === undefined ? {} : { before }) }),
  );
}

/** Actions of one host together, in batches of even size for so many processes: half the jobs, since cURL waits for less than Newman does. */
function inBatches(actions: readonly Ready[], processes: number): readonly (readonly Ready[])[] {
  const hosts = new Map<string, Ready[]>();
  for (const ready of actions) {
    const list = hosts.get(ready.host);
    if (list === undefined) hosts.set(ready.host, [ready]);
    else list.push(ready);
  }
  return [...hosts.values()].flatMap((list) => {
    const size = Math.max(1, Math.min(batchSize, Math.ceil(list.length / processes)));
    return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
  });
}
