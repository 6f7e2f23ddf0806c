import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The checkout, and the built program in it. */
export const root = path.resolve(import.meta.dirname, '../..');
export const executable = path.join(root, 'dist/bin.js');

export interface Ended {
  /** The exit status; null where a signal ended the process. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly pid: number;
  /** What it has written to standard output so far. */
  readonly printed: () => string;
  readonly ended: Promise<Ended>;
  readonly kill: (signal: NodeJS.Signals) => void;
}

export interface Settings {
  /** Beside PATH, HOME and TMPDIR; undefined takes one away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
  readonly directory?: string;
  /** In place of the built program. */
  readonly program?: readonly [command: string, ...words: readonly string[]];
}

/** Starts the built program as a process of its own, with nothing of this process' environment but PATH. */
export function startExecutable(
  words: readonly string[],
  { environment = {}, input, directory = root, program }: Settings = {},
): Running {
  const [command, ...before] = program ?? [process.execPath, executable];
  const all: Readonly<Record<string, string | undefined>> = {
    PATH: process.env['PATH'],
    HOME: tmpdir(),
    TMPDIR: tmpdir(),
    ...environment,
  };
  const env = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const child = spawn(command, [...before, ...words], { cwd: directory, env, stdio: ['pipe', 'pipe', 'pipe'] });
  const parts: { readonly out: Buffer[]; readonly err: Buffer[] } = { out: [], err: [] };
  child.stdout.on('data', (chunk: Buffer) => parts.out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => parts.err.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input ?? '');
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({ status, stdout: Buffer.concat(parts.out).toString('utf8'), stderr: Buffer.concat(parts.err).toString('utf8') }),
    );
  });
  return {
    pid: child.pid ?? -1,
    printed: () => Buffer.concat(parts.out).toString('utf8'),
    ended,
    kill: (signal) => void child.kill(signal),
  };
}

/** Runs the built program to its end. */
export async function runExecutable(words: readonly string[], settings: Settings = {}): Promise<Ended> {
  return startExecutable(words, settings).ended;
}

/** A directory for the files of one test; `write` gives the path, an object becomes JSON. */
export interface Workshop {
  readonly directory: string;
  readonly write: (name: string, content: unknown) => string;
  readonly remove: () => void;
}

export function createWorkshop(): Workshop {
  const directory = mkdtempSync(path.join(tmpdir(), 'end-to-end-'));
  return {
    directory,
    write: (name, content) => {
      const file = path.join(directory, name);
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content), { mode: 0o600 });
      return file;
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
