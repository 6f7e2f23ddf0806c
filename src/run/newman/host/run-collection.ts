import type { EventEmitter } from 'node:events';
import newman from 'newman';
import type { ClientError } from '../../../model/outcome.ts';
import { errorCode } from '../../error-code.ts';
import type { NewmanItemResult, NewmanRequest } from '../protocol.ts';
import { ResultCollector } from './collect-results.ts';
import { readProxy } from './read-proxy.ts';
import { readTlsFiles } from './read-tls-files.ts';
import { Recorder } from './recorder.ts';
import { createRecordingAgents, type RecordingAgents } from './recording-agents.ts';
import { StrayError } from './stray-errors.ts';

/** How long Newman may take to notice that its connections are gone. */
const GRACE_MILLISECONDS = 1000;

interface Running {
  /** Ends the run. */
  readonly signal: AbortSignal;
  /** Called when a request begins, where each has its own time. */
  readonly onItem: () => void;
}

/** Runs a collection with Newman; every request of it has an outcome, and nothing is thrown. */
export async function runCollection(request: NewmanRequest, { signal, onItem }: Running): Promise<readonly NewmanItemResult[]> {
  const { policy } = request;
  const recorder = new Recorder({ temporaryDirectory: request.temporaryDirectory, maxBodyBytes: policy.maxBodyBytes });
  const results = new ResultCollector(recorder);
  const agents = prepareAgents(request, recorder);
  if (agents === undefined) return results.finish(null);
  try {
    const bounds = { recorder, timeoutSeconds: policy.timeoutSeconds, signal };
    const trouble = await bounded(bounds, ({ done, restart }) => {
      const emitter = startNewman(request, agents, done);
      results.listen(emitter);
      if (request.isSeparate === true) emitter.on('beforeItem', () => closeConnections(agents));
      signal.addEventListener('abort', () => {
        if (signal.reason instanceof StrayError) results.blame(signal.reason.message);
      });
      if (policy.requestSeconds === undefined) return;
      emitter.on('beforeItem', () => {
        restart();
        onItem();
      });
    });
    return results.finish(trouble);
  } finally {
    closeConnections(agents);
  }
}

function closeConnections({ http, https }: RecordingAgents): void {
  http.destroy();
  https.destroy();
}

/** Gives undefined, and the recorder its reason, where what the policy names cannot be used. */
function prepareAgents({ policy }: NewmanRequest, recorder: Recorder): RecordingAgents | undefined {
  try {
    return createRecordingAgents({ recorder, tls: readTlsFiles(policy), proxy: readProxy(policy.proxy) });
  } catch (error) {
    const isFile = typeof error === 'object' && error !== null && 'path' in error;
    const message = error instanceof Error ? error.message : String(error);
    recorder.fail({ kind: isFile ? 'tls' : 'other', code: errorCode(error) || 'policy', message, conclusive: false });
    return undefined;
  }
}

/** Newman copies plain objects of its options deeply, and a collection is large; this one is nobody else's. */
class GivenCollection {
  constructor(collection: object) {
    Object.assign(this, collection);
  }
}

function startNewman(request: NewmanRequest, agents: RecordingAgents, done: (error: unknown) => void): EventEmitter {
  const values = [...request.environment].map(([key, value]) => ({ key, value }));
  const { environmentScope, globalsScope, iterationDataFile } = request;
  const { requestSeconds } = request.policy;
  const options = {
    collection: new GivenCollection(request.collection),
    ...(environmentScope === undefined
      ? { environment: { values: values.map((variable) => ({ ...variable, enabled: true })) } }
      : { environment: environmentScope, envVar: values }),
    ...(globalsScope === undefined ? {} : { globals: globalsScope }),
    ...(iterationDataFile === undefined ? {} : { iterationData: iterationDataFile }),
    ...(requestSeconds === undefined ? {} : { timeoutRequest: requestSeconds * 1000 }),
    requestAgents: agents,
    insecure: !request.policy.verifyTls,
    workingDir: request.workingDirectory ?? request.temporaryDirectory,
    insecureFileRead: false,
  };
  return newman.run(options, done);
}

interface Bounds {
  readonly recorder: Recorder;
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
}

function endOf(reason: unknown): ClientError {
  return reason instanceof StrayError
    ? { kind: 'other', code: 'newman', message: reason.message, conclusive: false }
    : { kind: 'interrupted', code: 'interrupted', message: 'Newman was interrupted', conclusive: false };
}

/** Gives the error that a run ended with, or null; ends it when its time is over or the signal says so. */
async function bounded(
  { recorder, timeoutSeconds, signal }: Bounds,
  start: (run: { readonly done: (error: unknown) => void; readonly restart: () => void }) => void,
): Promise<unknown> {
  const timers: NodeJS.Timeout[] = [];
  let interrupt = (): void => undefined;
  try {
    return await new Promise<unknown>((resolve) => {
      const fail = (failure: ClientError): void => recorder.fail(failure);
      recorder.onFailure = () => timers.push(setTimeout(resolve, GRACE_MILLISECONDS, null));
      const timeout: ClientError = {
        kind: 'timeout',
        code: 'timeout',
        message: `no complete answer within ${timeoutSeconds} s`,
        conclusive: true,
      };
      const limit = setTimeout(fail, timeoutSeconds * 1000, timeout);
      timers.push(limit);
      interrupt = () => {
        fail(endOf(signal.reason));
        if (signal.reason instanceof StrayError) resolve(null);
      };
      signal.addEventListener('abort', interrupt, { once: true });
      if (signal.aborted) interrupt();
      start({ done: resolve, restart: () => void limit.refresh() });
    });
  } catch (error) {
    return error;
  } finally {
    for (const timer of timers) clearTimeout(timer);
    signal.removeEventListener('abort', interrupt);
  }
}
