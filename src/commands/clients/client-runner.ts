import { setMaxListeners } from 'node:events';
import { availableParallelism, tmpdir } from 'node:os';
import type { Surroundings } from '../../cli/terminal/terminal.ts';
import { contentBytes } from '../../emit/content-bytes.ts';
import { emitCurl } from '../../emit/curl/emit-curl.ts';
import { printConfig } from '../../emit/curl/print-config.ts';
import { textValue } from '../../emit/text-value.ts';
import type { Client, RunOutcome } from '../../model/outcome.ts';
import type { RequestSpec } from '../../model/request-spec.ts';
import type { SecretValues } from '../../model/text.ts';
import { createCurlPool } from '../../run/curl/create-pool.ts';
import { createNewmanPool, type NewmanPool } from '../../run/newman/create-pool.ts';
import { findNewmanHost } from '../../run/newman/find-host.ts';
import { type NewmanHost, startNewman } from '../../run/newman/start-newman.ts';
import { createTemporaryDirectory } from '../../run/temporary-directory.ts';
import { isSafeMethod } from '../inputs/ask-consent.ts';
import { newmanRun } from './newman-run.ts';

/** Sends requests with the clients of one run, by the artifacts that are exported too. */
export interface ClientRunner {
  readonly clients: readonly Client[];
  /** Whatever goes wrong is in the outcome. */
  readonly send: (client: Client, request: RequestSpec, values: SecretValues) => Promise<RunOutcome>;
  /** Newman's version once it is loaded; null where it is not used or cannot be started. */
  readonly newmanVersion: () => Promise<string | null>;
  /** Ends the children and deletes the temporary files. */
  readonly close: () => Promise<void>;
}

interface RunnerSettings {
  readonly clients: readonly Client[];
  readonly maxBodyBytes: number;
  readonly name: string;
  /** How many actions are sent at once: bounds the requests of each client that are under way alone, and its joined runs. No bound unless given. */
  readonly jobs?: number;
}

/** Starts Newman at once, if it is wanted: it loads while the action is read and cURL runs. */
export function startClients(
  { clients, maxBodyBytes, name, jobs = Number.POSITIVE_INFINITY }: RunnerSettings,
  { environment, signal }: Surroundings,
): ClientRunner {
  // First: where it cannot be made, no child has been started that would have to be ended.
  const temporary = createTemporaryDirectory(tmpdir());
  const newman = clients.includes('postman') ? openNewman(environment, jobs) : null;
  const pool = createCurlPool({ parallel: Math.min(jobs, Math.ceil(availableParallelism() / 2)), singles: jobs });
  // Each run listens until it is over, and there may be many at once.
  setMaxListeners(0, signal);
  const sendCurl = (request: RequestSpec, values: SecretValues): Promise<RunOutcome> => {
    const command = emitCurl(request);
    const body = command.content === null ? undefined : contentBytes(command.content, values);
    const follows = command.options.some((option) => option.name === 'location' || option.name === 'location-trusted');
    const { redirects, timeoutSeconds } = request.policy;
    return pool.run({
      config: printConfig(command, values, body === undefined ? {} : { body: '/dev/fd/3' }),
      ...(body === undefined ? {} : { body }),
      ...(redirects.follow && !follows ? { redirects } : {}),
      limits: { timeoutSeconds, maxBodyBytes },
      signal,
      environment,
      temporaryDirectory: temporary.path,
    });
  };
  const sendPostman = async (request: RequestSpec, values: SecretValues): Promise<RunOutcome> => {
    if (newman === null || 'missing' in newman) return missingNewman(newman?.missing ?? 'it was not started');
    return newman.pool.run({
      ...newmanRun(request, values, { name, maxBodyBytes }),
      origin: isSafeMethod(request.method) ? originOf(textValue(request.url, values)) : null,
      temporaryDirectory: temporary.path,
      signal,
    });
  };
  return {
    clients,
    send: (client, request, values) => (client === 'curl' ? sendCurl(request, values) : sendPostman(request, values)),
    newmanVersion: async () => {
      if (newman === null || 'missing' in newman) return null;
      return newman.host.ready.then(({ newman: version }) => version).catch(() => null);
    },
    close: async () => {
      await Promise.all([pool.close(), newman !== null && 'host' in newman ? closeNewman(newman) : undefined]);
      temporary.remove();
    },
  };
}

interface OpenNewman {
  readonly host: NewmanHost;
  readonly pool: NewmanPool;
}

function openNewman(environment: Surroundings['environment'], jobs: number): OpenNewman | { readonly missing: string } {
  try {
    const host = startNewman({ hostPath: findNewmanHost(import.meta.url), environment });
    return { host, pool: createNewmanPool({ host, parallel: jobs }) };
  } catch (error) {
    return { missing: error instanceof Error ? error.message : 'unknown reason' };
  }
}

async function closeNewman({ host, pool }: OpenNewman): Promise<void> {
  await pool.close();
  await host.close();
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}

function missingNewman(reason: string): RunOutcome {
  return {
    client: 'postman',
    status: 'failed',
    error: { kind: 'other', code: 'client-missing', message: reason, conclusive: false },
    hops: [],
    milliseconds: 0,
  };
}
