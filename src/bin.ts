import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { runProgram } from './cli/run-program.ts';
import { createSourceFiles } from './cli/source-files.ts';
import type { Terminal } from './cli/terminal.ts';

const interrupted = 130;
const interruption = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => {
    // A second signal ends at once what does not end by itself.
    if (interruption.signal.aborted) process.exit(interrupted);
    interruption.abort();
  });
}
// `compare … | head` closes the pipe: the rest of the report is not wanted, and that is no error.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

function wantsColour(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  return stream.isTTY === true && TERM !== 'dumb';
}

function ask(question: string, hidden: boolean): Promise<string> {
  return new Promise((resolve) => {
    process.stderr.write(`${question}: `);
    const input = createInterface({ input: process.stdin, output: process.stderr, terminal: true });
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

const interactive = process.stdin.isTTY === true && process.stderr.isTTY === true;
const terminal: Terminal = {
  print: (output) => new Promise((resolve) => process.stdout.write(output, () => resolve())),
  tell: (message) => void process.stderr.write(`${message}\n`),
  colour: { output: wantsColour(process.stdout), messages: wantsColour(process.stderr) },
  columns: process.stdout.columns ?? 100,
  ask: interactive ? (question) => ask(question, false) : undefined,
  askHidden: interactive ? (question) => ask(question, true) : undefined,
};

process.exitCode = await runProgram(process.argv.slice(2), {
  terminal,
  environment: process.env,
  workingDirectory: process.cwd(),
  nodeVersion: process.versions.node,
  files: createSourceFiles(() => text(process.stdin)),
  signal: interruption.signal,
  now: () => new Date(),
});
if (interruption.signal.aborted) process.exit(interrupted);
