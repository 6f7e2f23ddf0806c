import { type ChildProcess, fork } from 'node:child_process';
import { cleanEnvironment, type Environment } from '../clean-environment.ts';
import { type FromHost, PROTOCOL_VERSION, type ToHost } from './protocol.ts';

/** The process that runs Newman. */
export interface NewmanChild {
  /** The version of Newman, once it is loaded; fails where the process ends before. */
  readonly ready: Promise<string>;
  /** False once the process has ended or is being ended. */
  readonly isAlive: boolean;
  send(message: ToHost): void;
  /** Ends the process at once. */
  kill(): void;
  /** Lets the process end, and waits for it. */
  close(): Promise<void>;
}

interface ChildOptions {
  readonly hostPath: string;
  readonly environment: Environment;
  readonly onMessage: (message: FromHost) => void;
  /** Called once, with what the process wrote before it died, on one line. */
  readonly onEnd: (reason: string) => void;
}

/** How much of a dying process's words is kept. */
const LAST_WORDS = 2000;

/** Starts a process for Newman, without secrets in its arguments or environment. */
export function startNewmanChild({ hostPath, environment, onMessage, onEnd }: ChildOptions): NewmanChild {
  const child = fork(hostPath, [], {
    env: cleanEnvironment(environment),
    // curl takes answers with up to 300 KiB of header fields; Node would stop at 16.
    execArgv: ['--max-http-header-size=307200'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let lastWords = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-LAST_WORDS);
  });
  let isAlive = true;
  const ended = endOf(child).then((end) => `${end}${firstError(lastWords)}`);
  void ended.then((reason) => {
    isAlive = false;
    onEnd(reason);
  });
  child.on('message', (message: FromHost) => onMessage(message));
  return {
    ready: firstReady(child, ended),
    get isAlive() {
      return isAlive;
    },
    send: (message) => void child.send(message, () => undefined),
    kill() {
      isAlive = false;
      child.kill('SIGKILL');
    },
    async close() {
      isAlive = false;
      if (child.connected) child.disconnect();
      const timer = setTimeout(() => child.kill('SIGKILL'), 1000);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Says how a process ended, once all that it wrote is read. Its event `close` would say so, but does not come where a worker started it. */
async function endOf(child: ChildProcess): Promise<string> {
  const silent = new Promise<void>((resolve) => (child.stderr === null ? resolve() : child.stderr.once('close', resolve)));
  const end = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`it ended with ${signal ?? `status ${code}`}`));
  });
  await silent;
  return end;
}

async function firstReady(child: ChildProcess, ended: Promise<string>): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: FromHost) => {
      if (message.type !== 'ready') return;
      if (message.protocol === PROTOCOL_VERSION) resolve(message.newman);
      else reject(new Error(`it speaks version ${message.protocol} of the protocol, not ${PROTOCOL_VERSION}; build again`));
    });
    void ended.then((reason) => reject(new Error(reason)));
  });
}

function firstError(words: string): string {
  const line = words.split('\n').find((candidate) => /^\S*Error\b/.test(candidate));
  return line === undefined ? '' : `: ${line.trim()}`;
}
