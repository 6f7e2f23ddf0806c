import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { createSourceFiles } from '../../../src/cli/files/source-files.ts';
import type { Options } from '../../../src/cli/options.ts';
import type { Surroundings } from '../../../src/cli/terminal/terminal.ts';
import { recordCommand } from '../../../src/commands/record/command.ts';
import { regressCommand } from '../../../src/commands/regress/command.ts';
import type { RegressDocument } from '../../../src/regress/report/document.ts';

/** What a server answers to a path; a function may count. */
export interface WorldAnswer {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
}

/** A directory, a server whose answers can be changed, and the two commands with their output. */
export interface World {
  readonly directory: string;
  readonly origin: string;
  readonly answers: Map<string, (request: http.IncomingMessage) => WorldAnswer>;
  readonly requests: http.IncomingMessage[];
  readonly told: string[];
  write(name: string, value: unknown): string;
  read(name: string): string;
  record(options: Options): Promise<number>;
  regress(
    words: readonly string[],
    options?: Options,
    more?: Partial<Surroundings>,
  ): Promise<{ readonly status: number; readonly output: string }>;
  /** `regress --json` on `collections`. */
  results(options?: Options): Promise<RegressDocument & { readonly status: number }>;
  close(): Promise<void>;
}

export async function createWorld(environment: Readonly<Record<string, string>> = {}): Promise<World> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'regress-world-'));
  const answers: World['answers'] = new Map();
  const requests: http.IncomingMessage[] = [];
  const server = http.createServer((request, response) => {
    requests.push(request);
    request.resume();
    const { status, type, body = '' } = answers.get((request.url ?? '').replace(/\?.*/u, ''))?.(request) ?? { status: 404 };
    if (status === 0) return void request.socket.destroy();
    response.writeHead(status, { Date: new Date().toUTCString(), ...(type === undefined ? {} : { 'Content-Type': type }) });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const told: string[] = [];
  const run = async (
    command: typeof recordCommand,
    words: readonly string[],
    { options, more }: { readonly options: Options; readonly more: Partial<Surroundings> },
  ) => {
    let output = '';
    const surroundings: Surroundings = {
      terminal: {
        print: async (text) => {
          output += text;
        },
        tell: (text) => void told.push(text),
        colour: { output: false, messages: false },
        columns: 100,
        ask: undefined,
        askHidden: undefined,
      },
      environment: { PATH: process.env['PATH'], HOME: directory, ...environment },
      workingDirectory: directory,
      nodeVersion: process.versions.node,
      files: createSourceFiles(async () => ''),
      signal: new AbortController().signal,
      now: () => new Date('2026-11-24T10:00:00Z'),
      ...more,
    };
    return { status: await command({ options, words }, surroundings), output };
  };
  const regress: World['regress'] = (words, options = {}, more = {}) => run(regressCommand, words, { options, more });
  return {
    directory,
    origin: `http://127.0.0.1:${address.port}`,
    answers,
    requests,
    told,
    write(name, value) {
      const file = path.join(directory, name);
      writeFileSync(file, typeof value === 'string' ? value : `${JSON.stringify(value, null, 2)}\n`);
      return file;
    },
    read: (name) => readFileSync(path.join(directory, name), 'utf8'),
    record: async (options) =>
      (await run(recordCommand, [], { options: { out: 'collections', experiments: false, ...options }, more: {} })).status,
    regress,
    async results(options = {}) {
      const { status, output } = await regress(['collections'], { json: true, ...options });
      return { ...(JSON.parse(output) as RegressDocument), status };
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          rmSync(directory, { recursive: true, force: true });
          resolve();
        });
      }),
  };
}

/** A JSON answer. */
export function json(status: number, value: unknown): WorldAnswer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

/** A story export with one action for each path. */
export function story(origin: string, paths: readonly string[], options: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    name: 'Users',
    agents: paths.map((name, index) => ({
      type: 'Agents::HTTPRequestAgent',
      name,
      guid: `guid-${index}`,
      options: { url: `${origin}/${name}`, method: 'get', ...options },
    })),
  };
}
