import { availableParallelism, tmpdir } from 'node:os';
import type { Surroundings } from '../../cli/terminal/terminal.ts';
import type { Client, RunOutcome } from '../../model/outcome.ts';
import type { RequestSpec } from '../../model/request-spec.ts';
import { findNewmanHost } from '../../run/newman/find-host.ts';
import type { SingleRun } from '../../run/newman/join-runs.ts';
import { type NewmanHost, startNewman } from '../../run/newman/start-newman.ts';
import { createTemporaryDirectory } from '../../run/temporary-directory.ts';
import { startClients } from '../clients/client-runner.ts';
import { newmanRun } from '../clients/newman-run.ts';
import { runTogether, unsentOutcome } from './newman.ts';
import type { Prepared } from './prepare.ts';

type Ready = Extract<Prepared, { kind: 'ready' }>;

/** The clients of one run of `regress`. */
export interface RegressClients {
  /** Sends one action alone, with everything that is to be known of the outcome. */
  readonly send: (client: Client, ready: Ready) => Promise<RunOutcome>;
  /** The action as Newman gets it. Throws a `HarnessError` where its secrets cannot stand where the request wants them. */
  readonly newmanRun: (ready: Ready) => SingleRun;
  /** Sends what fits together one after the other with Newman; null for one that was not reached. */
  readonly sendTogether: (runs: readonly SingleRun[]) => Promise<readonly (RunOutcome | null)[]>;
  /** Sends any request with cURL. May throw a `HarnessError` where it cannot be said to cURL. */
  readonly sendWithCurl: (request: RequestSpec) => Promise<RunOutcome>;
  /** Newman with its scripts, started when it is asked for; null where Postman is not wanted. */
  readonly scripts: () => NewmanHost | null;
  /** For bodies and files of this run. */
  readonly temporaryDirectory: string;
  readonly close: () => Promise<void>;
}

interface ClientSettings {
  readonly clients: readonly Client[];
  /** How many actions there are: a second process of Newman pays for its start from a hundred on. */
  readonly actions: number;
  readonly jobs: number;
  readonly maxBodyBytes: number;
}

/** After so many runs Newman's machines for scripts, which it never frees, are given back. */
const runsWithScripts = 20;

/**
 * How many processes run Newman: two where there is much to do, for one keeps only one core busy. Where there are but two cores the program
 * itself and cURL need the other one, and a second Newman costs more (its start, and what it compiles) than it gives.
 */
export function newmanProcesses({ clients, actions, jobs }: Omit<ClientSettings, 'maxBodyBytes'>, cores: number): number {
  if (!clients.includes('postman') || actions === 0) return 0;
  return actions >= 100 && jobs >= 4 && cores >= 4 ? 2 : 1;
}

/** Starts the clients. */
export function startRegressClients(
  { clients, actions, jobs, maxBodyBytes }: ClientSettings,
  surroundings: Surroundings,
): RegressClients {
  const { environment, signal } = surroundings;
  const curl = startClients({ clients: ['curl'], maxBodyBytes, name: 'regress' }, surroundings);
  const temporary = createTemporaryDirectory(tmpdir());
  const count = newmanProcesses({ clients, actions, jobs }, availableParallelism());
  const hosts = Array.from({ length: count }, () => startNewman({ hostPath: findNewmanHost(import.meta.url), environment }));
  let scripts: NewmanHost | null = null;
  let turn = 0;
  const runOf = ({ conversion: { specification, values } }: Ready): SingleRun =>
    newmanRun(specification.request, values, { name: 'regress', maxBodyBytes });
  const sendTogether: RegressClients['sendTogether'] = async (list) => {
    turn += 1;
    const host = hosts[turn % hosts.length];
    return host === undefined ? list.map(() => null) : runTogether(list, { host, temporaryDirectory: temporary.path, signal });
  };
  const sendPostman = async (ready: Ready): Promise<RunOutcome> => {
    try {
      const [outcome] = await sendTogether([runOf(ready)]);
      return (
        outcome ?? {
          client: 'postman',
          status: 'failed',
          error: { kind: 'other', code: 'newman', message: 'Newman gave no outcome', conclusive: false },
          hops: [],
          milliseconds: 0,
        }
      );
    } catch (error) {
      return unsentOutcome('postman', error);
    }
  };
  return {
    send: (client, ready) => {
      const { specification, values } = ready.conversion;
      return client === 'postman'
        ? sendPostman(ready)
        : curl.send('curl', specification.request, values).catch((error: unknown) => unsentOutcome('curl', error));
    },
    newmanRun: runOf,
    sendTogether,
    sendWithCurl: (request) => curl.send('curl', request, new Map()),
    scripts: () => {
      if (!clients.includes('postman')) return null;
      scripts ??= startNewman({
        hostPath: findNewmanHost(import.meta.url, 'allowed'),
        environment,
        runsPerProcess: runsWithScripts,
      });
      return scripts;
    },
    temporaryDirectory: temporary.path,
    close: async () => {
      await Promise.all([curl.close(), scripts?.close(), ...hosts.map((host) => host.close())]);
      temporary.remove();
    },
  };
}
