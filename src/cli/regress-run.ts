import type { Client } from '../model/outcome.ts';
import type { RegressResult } from '../regress/regress-result.ts';
import type { Secret } from '../secrets/secret.ts';
import type { GatheredScope } from './gather-scope.ts';
import type { Options } from './options.ts';
import { readSize } from './read-size.ts';
import { type RegressClients, startRegressClients } from './regress-clients.ts';
import { collectResults } from './regress-collect.ts';
import { runForeign } from './regress-foreign.ts';
import { laneTasks } from './regress-lanes.ts';
import type { RegressOptions, RegressSettings } from './regress-options.ts';
import type { Planned } from './regress-plan.ts';
import { type Prepared, prepareRecorded } from './regress-prepare.ts';
import { showProgress } from './regress-progress.ts';
import { runScheduled, type ScheduledTask } from './regress-schedule.ts';
import type { Attempted } from './regress-send.ts';
import type { Surroundings } from './terminal.ts';

type Ready = Extract<Prepared, { kind: 'ready' }>;
type Foreign = Extract<Planned, { kind: 'foreign' }>;

interface RegressWork {
  readonly options: Options & RegressOptions;
  readonly settings: RegressSettings;
  readonly clients: readonly Client[];
  readonly gathered: GatheredScope;
  readonly surroundings: Surroundings;
}

/** The results in the order of the plan, and every secret that was in use. */
export interface RegressRun {
  readonly results: readonly RegressResult[];
  readonly secrets: readonly Secret[];
}

/** Runs what is planned: recorded actions in both lanes, collections of others with Newman's scripts. */
export async function runPlanned(plans: readonly Planned[], work: RegressWork): Promise<RegressRun> {
  const { options, settings, clients: wanted, gathered, surroundings } = work;
  // Newman loads while the actions are resolved.
  const clients = startRegressClients(
    {
      clients: wanted,
      actions: plans.filter(({ kind }) => kind === 'recorded').length,
      jobs: settings.jobs,
      maxBodyBytes: maxBody(options),
    },
    surroundings,
  );
  const attempts = new Map<number, Map<Client, Attempted>>();
  const foreign = new Map<number, readonly RegressResult[]>();
  const progress = showProgress(
    plans.filter(({ kind }) => kind === 'recorded').length + plans.filter(({ kind }) => kind === 'foreign').length,
    surroundings,
  );
  let ended: string | null = null;
  const isOver = (): boolean => ended !== null || surroundings.signal.aborted;
  const note = (name: string, states: readonly string[]): boolean => {
    const good = states.every((state) => state === 'same' || state === 'fixed');
    if (!good && options.bail === true) ended ??= `not run: --bail ended the run after ‹${name}›`;
    return good;
  };
  const take = ({ index, place }: Ready, client: Client, attempted: Attempted): void => {
    const own = attempts.get(index) ?? new Map<Client, Attempted>();
    attempts.set(index, own.set(client, attempted));
    const good = note(
      place.name,
      [...own.values()].map(({ result }) => result.state),
    );
    if (own.size === wanted.length) progress.done(good);
  };
  const foreignTasks = plans.flatMap((planned, index): readonly ScheduledTask[] => {
    if (planned.kind !== 'foreign') return [];
    const run = async (): Promise<void> => {
      const found = await runForeign(planned, foreignRun(planned, clients, work));
      foreign.set(index, found);
      progress.done(
        note(
          planned.place.name,
          found.map(({ state }) => state),
        ),
      );
    };
    return [{ lane: 'collection', host: `collection ${index}`, run }];
  });
  try {
    const prepared = await Promise.all(
      plans.map(async (planned, index) =>
        planned.kind === 'recorded'
          ? prepareRecorded(planned.recorded, { index, place: planned.place, options, gathered })
          : null,
      ),
    );
    const ready = prepared.flatMap((item) => (item?.kind === 'ready' ? [item] : []));
    const tasks = laneTasks(ready, {
      wanted,
      clients,
      jobs: settings.jobs,
      retries: settings.retries,
      surroundings,
      isOver,
      take,
    });
    await runScheduled([...tasks, ...foreignTasks], { jobs: settings.jobs, perHost: settings.perHost, isOver });
    progress.end();
    const missing = ended ?? (surroundings.signal.aborted ? 'interrupted' : 'the client gave no outcome');
    const results = await collectResults(plans, {
      prepared,
      attempts,
      foreign,
      clients: wanted,
      missing,
      secrets: gathered.secrets,
      update: options.update === true,
      surroundings,
    });
    return { results, secrets: unique([...gathered.secrets, ...ready.flatMap(({ secrets }) => secrets)]) };
  } finally {
    progress.end();
    await clients.close();
  }
}

function foreignRun(
  { items }: Foreign,
  { scripts, temporaryDirectory }: RegressClients,
  { options, gathered, surroundings }: RegressWork,
): Parameters<typeof runForeign>[1] {
  const { workingDirectory, signal } = surroundings;
  return {
    host: scripts,
    environment: textCredentials(gathered),
    allowWrites: options['allow-writes'] === true,
    timeoutSeconds: (options.timeout ?? 30) * Math.max(1, items.length),
    maxBodyBytes: maxBody(options),
    verifyTls: options.insecure !== true,
    ...(options.cacert === undefined ? {} : { caFile: options.cacert }),
    ...(options.proxy === undefined ? {} : { proxy: options.proxy }),
    temporaryDirectory,
    workingDirectory,
    signal,
  };
}

function maxBody({ 'max-body': size = '100M' }: Options): number {
  return readSize(size);
}

function textCredentials({ scope }: GatheredScope): ReadonlyMap<string, string> {
  return new Map([...scope.credentials].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])));
}

function unique(secrets: readonly Secret[]): readonly Secret[] {
  return [...new Map(secrets.map((secret) => [`${secret.label}\n${secret.value}`, secret])).values()];
}
