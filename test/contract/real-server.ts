import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A server that nobody here wrote, on 127.0.0.1; everything of it is in a temporary directory. */
export interface RealServer {
  /** Ports by what they are for: `http`, `https`. */
  readonly ports: Readonly<Record<string, number>>;
  readonly stop: () => Promise<void>;
}

interface Starting {
  readonly name: string;
  readonly ports: readonly string[];
  /** Ports that must accept connections as well. */
  readonly also?: readonly string[];
  /** How long it may take to start; 10 unless given. */
  readonly seconds?: number;
  /** Writes the server's files and says how it is started; the first port must be answered. */
  readonly prepare: (place: Place) => { readonly command: string; readonly words: readonly string[] };
}

export interface Place {
  readonly directory: string;
  readonly ports: Readonly<Record<string, number>>;
  readonly write: (name: string, content: string) => string;
}

/** Whether a program is installed. */
export function isInstalled(...command: readonly [string, ...string[]]): boolean {
  const [program, ...words] = command;
  try {
    execFileSync(program, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Starts a server as a process of its own and waits until it accepts connections at its first port. */
export async function startServer({ name, ports: names, also = [], seconds = 10, prepare }: Starting): Promise<RealServer> {
  const directory = mkdtempSync(path.join(tmpdir(), `${name}-`));
  chmodSync(directory, 0o755);
  const ports = Object.fromEntries(await freePorts(names));
  const write = (file: string, content: string): string => {
    const target = path.join(directory, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
    return target;
  };
  const { command, words } = prepare({ directory, ports, write });
  const log = path.join(directory, 'output');
  const output: Buffer[] = [];
  const server = spawn(command, words, { cwd: directory, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk));
  const stop = async () => {
    await end(server);
    rmSync(directory, { recursive: true, force: true });
  };
  const awaited = [...names.slice(0, 1), ...also].map((port) => ports[port] ?? 0);
  for (let attempt = 0; attempt < seconds * 40; attempt += 1) {
    if ((await Promise.all(awaited.map(isListening))).every(Boolean)) return { ports, stop };
    if (server.exitCode !== null) throw new Error(`${name} ended: ${Buffer.concat(output).toString()}${read(log)}`);
    await wait(25);
  }
  await stop();
  throw new Error(`${name} does not answer: ${Buffer.concat(output).toString()}`);
}

/** A line of a password file: `user:hash`. */
export function passwordLine(user: string, password: string): string {
  return `${user}:${execFileSync('openssl', ['passwd', '-apr1', '-stdin'], { input: password }).toString().trim()}\n`;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  const timer = setTimeout(() => server.kill('SIGKILL'), 3000);
  await ended;
  clearTimeout(timer);
}

async function freePorts(names: readonly string[]): Promise<readonly (readonly [string, number])[]> {
  const probes = await Promise.all(
    names.map(
      (name) =>
        new Promise<readonly [string, number, () => Promise<void>]>((resolve, reject) => {
          const probe = createServer();
          probe.on('error', reject);
          probe.listen(0, '127.0.0.1', () => {
            const address = probe.address();
            if (address === null || typeof address === 'string') return reject(new Error('no port'));
            resolve([name, address.port, () => new Promise((closed) => probe.close(() => closed()))]);
          });
        }),
    ),
  );
  await Promise.all(probes.map(([, , close]) => close()));
  return probes.map(([name, port]) => [name, port]);
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket.destroy() !== undefined));
    socket.once('error', () => resolve(false));
  });
}
