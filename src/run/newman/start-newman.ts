import { HarnessError } from '../../harness-error.ts';
import type { ClientError, RunOutcome } from '../../model/outcome.ts';
import type { Environment } from '../clean-environment.ts';
import { type NewmanChild, startNewmanChild } from './child.ts';
import type { NewmanItemResult, NewmanRequest } from './protocol.ts';

/** A run of a collection, and the signal that ends it. */
export interface NewmanInput extends NewmanRequest {
  readonly signal: AbortSignal;
}

/** Newman, in a process of its own that is kept warm, watched, and replaced when it dies. */
export interface NewmanHost {
  /** The version of Newman, once it is loaded; fails with `client-missing` where it cannot be. */
  readonly ready: Promise<{ readonly newman: string }>;
  /** Runs a collection of one request. Several may run at once; whatever goes wrong is in the outcome. */
  run(input: NewmanInput): Promise<RunOutcome>;
  /** Runs a collection of any size; at least one result, in the order of the run. */
  runCollection(input: NewmanInput): Promise<readonly NewmanItemResult[]>;
  /** Ends the process; runs that are under way fail. */
  close(): Promise<void>;
}

export interface NewmanOptions {
  /** From `findNewmanHost`. */
  readonly hostPath: string;
  /** Where programs are found; nothing else of it reaches the process. */
  readonly environment: Environment;
  /** After so many runs an idle process is replaced; for collections with scripts, whose machines are never freed. No bound unless given. */
  readonly runsPerProcess?: number;
}

interface Pending {
  readonly child: NewmanChild;
  readonly finish: (results: readonly NewmanItemResult[]) => void;
  readonly fail: (reason: string) => void;
  /** Gives the run its time anew. */
  readonly wait: () => void;
}

/** What a run may take beyond its own time limit, loading Newman included, before its process is ended. */
const GRACE_MILLISECONDS = 20_000;
/** What a run may take to end after it was interrupted. */
const INTERRUPT_MILLISECONDS = 2000;

/** Starts loading Newman at once and does not wait for it. */
export function startNewman({ hostPath, environment, runsPerProcess = Number.POSITIVE_INFINITY }: NewmanOptions): NewmanHost {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let runs = 0;
  let current = start();

  function start(): NewmanChild {
    runs = 0;
    const child = startNewmanChild({
      hostPath,
      environment,
      onMessage: (message) => {
        if (message.type === 'done') pending.get(message.id)?.finish(message.results);
        if (message.type === 'began') pending.get(message.id)?.wait();
      },
      onEnd: (reason) => {
        for (const run of pending.values()) if (run.child === child) run.fail(reason);
      },
    });
    child.ready.catch(() => undefined);
    return child;
  }

  async function nextChild(): Promise<NewmanChild> {
    if (current.isAlive && runs >= runsPerProcess && pending.size === 0) await current.close();
    if (!current.isAlive) current = start();
    runs += 1;
    return current;
  }

  async function runCollection({ signal, ...request }: NewmanInput): Promise<readonly NewmanItemResult[]> {
    const begin = performance.now();
    if (signal.aborted) return [failedResult(interrupted, begin)];
    const child = await nextChild();
    const id = ++lastId;
    const timers: NodeJS.Timeout[] = [];
    const interrupt = (): void => {
      child.send({ type: 'interrupt', id });
      timers.push(setTimeout(() => child.kill(), INTERRUPT_MILLISECONDS));
    };
    signal.addEventListener('abort', interrupt, { once: true });
    const limit = setTimeout(() => child.kill(), request.policy.timeoutSeconds * 1000 + GRACE_MILLISECONDS);
    timers.push(limit);
    try {
      return await new Promise<readonly NewmanItemResult[]>((resolve) => {
        const fail = (reason: string): void => resolve([failedResult(signal.aborted ? interrupted : crashed(reason), begin)]);
        pending.set(id, { child, finish: resolve, fail, wait: () => void limit.refresh() });
        child.send({ type: 'run', id, request });
      });
    } finally {
      pending.delete(id);
      for (const timer of timers) clearTimeout(timer);
      signal.removeEventListener('abort', interrupt);
    }
  }

  return {
    get ready() {
      return current.ready.then(
        (newman) => ({ newman }),
        (error: Error) => {
          throw new HarnessError('client-missing', `Newman could not be started: ${error.message}`, {
            hint: 'reinstall the package, or leave Newman out with ‹--client curl›',
          });
        },
      );
    },
    run: async (input) => firstOutcome(await runCollection(input)),
    runCollection,
    close: () => current.close(),
  };
}

const interrupted: ClientError = {
  kind: 'interrupted',
  code: 'interrupted',
  message: 'Newman was interrupted',
  conclusive: false,
};

function crashed(reason: string): ClientError {
  return { kind: 'other', code: 'crashed', message: `the process that runs Newman did not finish: ${reason}`, conclusive: false };
}

function failedResult(error: ClientError, begin: number): NewmanItemResult {
  const milliseconds = performance.now() - begin;
  const outcome: RunOutcome = { client: 'postman', status: 'failed', error, hops: [], milliseconds };
  return { name: '', position: null, iteration: 0, outcome, skipped: false, failures: [] };
}

function firstOutcome(results: readonly NewmanItemResult[]): RunOutcome {
  const [first] = results;
  return (first ?? failedResult(crashed('it gave no result'), performance.now())).outcome;
}
