import { cleanEnvironment, type Environment } from '../clean-environment.ts';

interface CurlProcessOptions {
  /** Everything curl is asked for; nothing of it stands in an argument. */
  readonly config: string;
  /** Handed over as descriptor 3. */
  readonly descriptor?: number;
  readonly curlPath: string;
  readonly environment: Environment;
  /** After so long it is ended. */
  readonly milliseconds?: number;
  /** Ends it. */
  readonly signal?: AbortSignal;
  /** Takes what curl writes to its standard output; false when no more is wanted. */
  readonly onOutput: (chunk: Buffer) => boolean;
  /** Takes what curl writes to its standard error; false when no more is wanted. */
  readonly onMessages: (chunk: Buffer) => boolean;
}

/** How a process of curl ended; everything that it wrote has been taken then. */
export interface CurlProcessEnd {
  readonly timedOut: boolean;
  readonly exitCode?: number | undefined;
  readonly code?: string | undefined;
  readonly signal?: string | undefined;
}

/** A process of curl that has been started. */
export interface CurlProcess {
  /** Never fails. */
  readonly ended: Promise<CurlProcessEnd>;
  kill(): void;
}

/** Starts `curl --disable --config -`, with nothing of our environment but where programs are. */
export async function startCurlProcess(options: CurlProcessOptions): Promise<CurlProcess> {
  const { execa } = await import('execa');
  const { descriptor, signal, milliseconds } = options;
  const child = execa(options.curlPath, ['--disable', '--config', '-'], {
    input: options.config,
    // execa takes every open descriptor; its types know those below ten.
    stdio: ['pipe', 'pipe', 'pipe', descriptor === undefined ? 'ignore' : (descriptor as 3)],
    buffer: false,
    encoding: 'buffer',
    reject: false,
    stripFinalNewline: false,
    extendEnv: false,
    env: cleanEnvironment(options.environment),
    ...(signal === undefined ? {} : { cancelSignal: signal }),
    ...(milliseconds === undefined ? {} : { timeout: milliseconds }),
    forceKillAfterDelay: 1000,
    windowsHide: true,
  });
  child.stdout.on('data', (chunk: Buffer) => {
    if (!options.onOutput(chunk)) child.kill();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    if (!options.onMessages(chunk)) child.kill();
  });
  const ended = child.then(({ timedOut, exitCode, code, signal: by }) => ({ timedOut, exitCode, code, signal: by }));
  return { ended, kill: () => void child.kill('SIGKILL') };
}
