import { availableParallelism, tmpdir } from 'node:os';
import { HarnessError } from '../harness-error.ts';
import type { Client } from '../model/outcome.ts';
import type { RegressResult } from '../regress/regress-result.ts';
import { findNewmanHost } from '../run/find-newman-host.ts';
import { type NewmanHost, startNewman } from '../run/start-newman.ts';
import { createTemporaryDirectory } from '../run/temporary-directory.ts';
import type { Secret } from '../secrets/secret.ts';
import { type ClientRunner, startClients } from './client-runner.ts';
import type { GatheredScope } from './gather-scope.ts';
import type { Options } from './options.ts';
import { readSize } from './read-size.ts';
import { runForeign } from './regress-foreign.ts';
import { laneTasks } from './regress-lanes.ts';
import type { RegressOptions, RegressSettings } from './regress-options.ts';
import type { Planned } from './regress-plan.ts';
import { type Prepared, prepareRecorded } from './regress-prepare.ts';
import { showProgress } from './regress-progress.ts';
import { refusedResult, resultOf } from './regress-result-of.ts';
import { runScheduled, type ScheduledTask } from './regress-schedule.ts';
import type { Attempted } from './regress-send.ts';
import { updateRecorded } from './regress-update.ts';
import type { Surroundings } from './terminal.ts';

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
  const { options, settings, clients, gathered, surroundings } = work;
  const maxBodyBytes = readSize(options['max-body'] ?? '100M');
  const prepared = await Promise.all(
    plans.map(async (planned, index) =>
      planned.kind === 'recorded' ? prepareRecorded(planned.recorded, { index, place: planned.place, options, gathered }) : null,
    ),
  );
  const ready = prepared.flatMap((item) => (item?.kind === 'ready' ? [item] : []));
  const first = startClients({ clients: ready.length === 0 ? [] : clients, maxBodyBytes, name: 'regress' }, surroundings);
  const runners: [ClientRunner, ...ClientRunner[]] = [
    first,
    ...furtherRunners(ready.length, { clients, jobs: settings.jobs, maxBodyBytes }, surroundings),
  ];
  const scripts = createScriptHost(surroundings, clients);
  const temporary = createTemporaryDirectory(tmpdir());
  const attempts = new Map<number, Map<Client, Attempted>>();
  const foreign = new Map<number, readonly RegressResult[]>();
  const progress = showProgress(ready.length + plans.filter(({ kind }) => kind === 'foreign').length, surroundings);
  let ended: string | null = null;
  const isOver = (): boolean => ended !== null || surroundings.signal.aborted;
  const bail = (name: string): void => {
    if (options.bail === true) ended ??= `not run: --bail ended the run after ‹${name}›`;
  };
  const take = ({ index, place }: Extract<Prepared, { kind: 'ready' }>, client: Client, attempted: Attempted): void => {
    const own = attempts.get(index) ?? new Map<Client, Attempted>();
    attempts.set(index, own.set(client, attempted));
    const states = [...own.values()].map(({ result }) => result.state);
    const good = states.every((state) => state === 'same' || state === 'fixed');
    if (!good) bail(place.name);
    if (own.size === clients.length) progress.done(good);
  };
  const foreignTasks = plans.flatMap((planned, index): readonly ScheduledTask[] => {
    if (planned.kind !== 'foreign') return [];
    const run = async (): Promise<void> => {
      const found = await runForeign(planned, {
        host: scripts.open,
        environment: textCredentials(gathered),
        allowWrites: options['allow-writes'] === true,
        timeoutSeconds: options.timeout ?? 30,
        maxBodyBytes,
        verifyTls: options.insecure !== true,
        ...(options.cacert === undefined ? {} : { caFile: options.cacert }),
        ...(options.proxy === undefined ? {} : { proxy: options.proxy }),
        temporaryDirectory: temporary.path,
        workingDirectory: surroundings.workingDirectory,
        signal: surroundings.signal,
      });
      foreign.set(index, found);
      const good = found.every(({ state }) => state === 'same');
      if (!good) bail(planned.place.name);
      progress.done(good);
    };
    return [{ lane: 'collection', host: `collection ${index}`, run }];
  });
  try {
    const lanes = laneTasks(ready, {
      clients,
      runners,
      jobs: settings.jobs,
      retries: settings.retries,
      surroundings,
      isOver,
      take,
    });
    await runScheduled([...lanes, ...foreignTasks], { jobs: settings.jobs, perHost: settings.perHost, isOver });
    progress.end();
    const missing = ended ?? (surroundings.signal.aborted ? 'interrupted' : 'the client gave no outcome');
    const results: RegressResult[] = [];
    for (const [index, planned] of plans.entries()) {
      const item = prepared[index] ?? null;
      if (planned.kind === 'damaged') results.push(refusedResult(planned.key, planned.place, planned.reason));
      else if (planned.kind === 'foreign')
        results.push(...(foreign.get(index) ?? [refusedResult(planned.key, planned.place, missing)]));
      else if (item?.kind !== 'ready') results.push(refusedResult(planned.key, planned.place, item?.reason ?? missing));
      else {
        const own = attempts.get(index) ?? new Map<Client, Attempted>();
        const result = await resultOf(item, {
          clients,
          attempts: own,
          missing,
          secrets: gathered.secrets,
          now: surroundings.now(),
        });
        const changed = result.state !== 'same' && result.state !== 'not-run';
        const updated = options.update === true && changed && (await updateRecorded(item, own, surroundings));
        results.push(updated ? { ...result, updated } : result);
      }
    }
    return { results, secrets: unique([...gathered.secrets, ...ready.flatMap(({ secrets }) => secrets)]) };
  } finally {
    progress.end();
    await Promise.all([...runners.map((runner) => runner.close()), scripts.close()]);
    temporary.remove();
  }
}

interface Further {
  readonly clients: readonly Client[];
  readonly jobs: number;
  readonly maxBodyBytes: number;
}

/** One process of Newman keeps one core busy; from so many actions on a second one pays for its start. */
function furtherRunners(
  actions: number,
  { clients, jobs, maxBodyBytes }: Further,
  surroundings: Surroundings,
): readonly ClientRunner[] {
  if (actions < 100 || jobs < 4 || !clients.includes('postman') || availableParallelism() < 2) return [];
  return [startClients({ clients: ['postman'], maxBodyBytes, name: 'regress' }, surroundings)];
}

/** Newman with scripts, started only where a collection needs it. */
function createScriptHost(
  { environment }: Surroundings,
  clients: readonly Client[],
): { readonly open: () => NewmanHost | null; readonly close: () => Promise<void> } {
  let host: NewmanHost | null = null;
  return {
    open: () => {
      if (!clients.includes('postman')) return null;
      host ??= startNewman({ hostPath: findNewmanHost(import.meta.url, 'allowed'), environment, runsPerProcess: 20 });
      return host;
    },
    close: async () => host?.close(),
  };
}

function textCredentials({ scope }: GatheredScope): ReadonlyMap<string, string> {
  return new Map([...scope.credentials].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])));
}

function unique(secrets: readonly Secret[]): readonly Secret[] {
  return [...new Map(secrets.map((secret) => [`${secret.label}\n${secret.value}`, secret])).values()];
}
