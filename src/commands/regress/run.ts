import type { Options } from '../../cli/options.ts';
import type { Surroundings } from '../../cli/terminal/terminal.ts';
import type { Client } from '../../model/outcome.ts';
import type { RegressResult } from '../../regress/regress-result.ts';
import type { Secret } from '../../secrets/secret.ts';
import type { GatheredScope } from '../inputs/gather-scope.ts';
import { readSize } from '../inputs/read-size.ts';
import { type RegressClients, startRegressClients } from './clients.ts';
import { collectResults } from './collect.ts';
import { type ForeignWork, runForeign } from './external.ts';
import { laneTasks } from './lanes.ts';
import type { RegressSettings } from './options.ts';
import type { Planned } from './plan.ts';
import { type Prepared, prepareRecorded } from './prepare.ts';
import { showProgress } from './progress.ts';
import type { PostmanScopes } from './read-postman-scopes.ts';
import { runScheduled, type ScheduledTask } from './schedule.ts';
import type { Attempted } from './send.ts';

type Ready = Extract<Prepared, { kind: 'ready' }>;

interface RegressWork {
  readonly options: Options;
  readonly settings: RegressSettings;
  readonly clients: readonly Client[];
  readonly gathered: GatheredScope;
  readonly scopes: PostmanScopes;
  readonly surroundings: Surroundings;
}

/** The results in the order of the plan, and every secret that was in use. */
export interface RegressRun {
  readonly results: readonly RegressResult[];
  readonly secrets: readonly Secret[];
}

const defaultTimeoutSeconds = 30;
/** An item with its scripts, and the requests that these make, may take so many times what one request may. */
const itemFactor = 4;

/** Runs what is planned: recorded actions in both lanes, collections of others with Newman's scripts and then with cURL. */
export async function runPlanned(plans: readonly Planned[], work: RegressWork): Promise<RegressRun> {
  const { options, settings, clients: wanted, gathered, scopes, surroundings } = work;
  const known = [...gathered.secrets, ...scopes.secrets];
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
      const found = await runForeign(planned, { ...foreignWork(clients, work), secrets: known });
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
      secrets: known,
      update: options.update === true,
      surroundings,
    });
    // Of what is as recorded nothing is told but its name.
    const told = ready.filter(({ index }) => [...(attempts.get(index)?.values() ?? [])].some(differs));
    return { results, secrets: unique([...known, ...told.flatMap(({ secrets }) => secrets())]) };
  } finally {
    progress.end();
    await clients.close();
  }
}

function differs({ result, flaky }: Attempted): boolean {
  return result.state !== 'same' || flaky !== undefined;
}

function foreignWork(
  { scripts, sendWithCurl, temporaryDirectory }: RegressClients,
  { options, clients, gathered, scopes, surroundings }: RegressWork,
): Omit<ForeignWork, 'secrets'> {
  const { workingDirectory, signal } = surroundings;
  const requestSeconds = options.timeout ?? defaultTimeoutSeconds;
  const { insecure, cacert, cert, key, proxy } = options;
  const clientCertificate =
    cert === undefined ? {} : { clientCertificate: { certificateFile: cert, ...(key === undefined ? {} : { keyFile: key }) } };
  const caFile = cacert === undefined ? {} : { caFile: cacert };
  const verify = insecure !== true;
  return {
    host: scripts,
    curl: clients.includes('curl') ? sendWithCurl : null,
    allowWrites: options['allow-writes'] === true,
    request: {
      ...scopes.request,
      environment: textCredentials(gathered),
      policy: {
        timeoutSeconds: requestSeconds * itemFactor,
        requestSeconds,
        maxBodyBytes: maxBody(options),
        verifyTls: verify,
        ...caFile,
        ...clientCertificate,
        ...(proxy === undefined ? {} : { proxy }),
      },
      temporaryDirectory,
      workingDirectory,
    },
    policy: {
      timeoutSeconds: requestSeconds,
      tls: { verify, ...caFile, ...clientCertificate },
      ...(proxy === undefined ? {} : { proxy: [proxy] }),
      success: [],
    },
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
