import { createSourceFiles } from './cli/files/source-files.ts';
import { runProgram } from './cli/run-program.ts';
import type { Terminal } from './cli/terminal/terminal.ts';

// Streams, terminals and prompts are looked at when they are needed: opening them takes as long as an export.

const interrupted = 130;
const interruption = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => {
    // A second signal ends at once what does not end by itself.
    if (interruption.signal.aborted) process.exit(interrupted);
    interruption.abort();
  });
}

/** `compare … | head` closes the pipe: the rest of the report is not wanted, and that is no error. */
const endWithPipe = (error: NodeJS.ErrnoException): never => process.exit(error.code === 'EPIPE' ? 0 : 2);

function endWithOutput(error: NodeJS.ErrnoException): never {
  if (error.code !== 'EPIPE') terminal.tell(`error[unwritable-file]: standard output cannot be written: ${error.code ?? ''}`);
  return endWithPipe(error);
}

function wantsColour(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  return stream.isTTY === true && TERM !== 'dumb';
}

async function ask(question: string, hidden: boolean): Promise<string> {
  const { createInterface } = await import('node:readline');
  return new Promise((resolve) => {
    const input = createInterface({ input: process.stdin, output: process.stderr, terminal: true });
    // After the terminal is set up: what is typed at the sight of the question is then read as it was typed.
    process.stderr.write(`${question}: `);
    if (hidden) Object.assign(input, { _writeToOutput: () => undefined });
    const stop = (): void => input.close();
    interruption.signal.addEventListener('abort', stop, { once: true });
    input.on('SIGINT', () => interruption.abort());
    let answer = '';
    input.once('line', (line) => {
      answer = line;
      input.close();
    });
    input.once('close', () => {
      interruption.signal.removeEventListener('abort', stop);
      if (hidden) process.stderr.write('\n');
      resolve(answer);
    });
  });
}

const isInteractive = (): boolean => process.stdin.isTTY === true && process.stderr.isTTY === true;

const terminal: Terminal = {
  print: (output) =>
    new Promise((resolve) => {
      if (process.stdout.listenerCount('error') === 0) process.stdout.on('error', endWithOutput);
      process.stdout.write(output, () => resolve());
    }),
  tell: (message) => {
    if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', endWithPipe);
    process.stderr.write(`${message}\n`);
  },
  colour: {
    get output() {
      return wantsColour(process.stdout);
    },
    get messages() {
      return wantsColour(process.stderr);
    },
  },
  get columns() {
    return process.stdout.columns ?? 100;
  },
  get ask() {
    return isInteractive() ? (question: string) => ask(question, false) : undefined;
  },
  get askHidden() {
    return isInteractive() ? (question: string) => ask(question, true) : undefined;
  },
};

async function readStandardInput(mostBytes: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > mostBytes) {
      process.stdin.destroy();
      return null;
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function main(): Promise<void> {
  process.exitCode = await runProgram(process.argv.slice(2), {
    terminal,
    environment: process.env,
    workingDirectory: process.cwd(),
    nodeVersion: process.versions.node,
    files: createSourceFiles(readStandardInput),
    signal: interruption.signal,
    now: () => new Date(),
  });
  if (interruption.signal.aborted) process.exit(interrupted);
}

void main();
