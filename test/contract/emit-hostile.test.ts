import { execFile, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import newman from 'newman';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentBytes } from '../../src/emit/content-bytes.ts';
import { emitCurl } from '../../src/emit/curl/emit-curl.ts';
import { printConfig } from '../../src/emit/curl/print-config.ts';
import { printShell } from '../../src/emit/curl/print-shell.ts';
import { emitPostman } from '../../src/emit/postman/emit-postman.ts';
import { fillEnvironment } from '../../src/emit/postman/fill-environment.ts';
import { unavoidable } from '../../src/emit/postman/unavoidable.ts';
import { variableValue } from '../../src/emit/text-value.ts';
import { type RecordedWireRequest, type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { type HostileRequest, hostileRequests } from './emit-hostile-requests.ts';
import { hostileValues } from './emit-hostile-sketches.ts';
import { wireDifferences } from './emit-wire-differences.ts';

let server: RecordingServer;
let requests: readonly HostileRequest[];
let directory: string;
const scores = new Map<string, string>();

beforeAll(async () => {
  server = await startRecordingServer();
  requests = hostileRequests(server.origin);
  directory = mkdtempSync(path.join(tmpdir(), 'emit-'));
});
afterAll(async () => {
  console.log(`hostile requests: ${[...scores].map((score) => score.join(' ')).join(', ')}`);
  rmSync(directory, { recursive: true, force: true });
  await server.close();
});

/** Compares what arrived for each request, in their order; names those of `excused` that still differ. */
function judge(
  client: string,
  arrived: readonly (readonly RecordedWireRequest[])[],
  excused: ReadonlySet<string> = new Set(),
): void {
  const failures = requests.flatMap(({ title, expected }, index) => {
    const sent = arrived[index] ?? [];
    const wrong = [...(sent.length > 1 ? [`${sent.length} requests`] : []), ...wireDifferences(expected, sent[0])];
    return wrong.length === 0 ? [] : [`${title}: ${wrong.join('; ')}`];
  });
  const counted = requests.filter(({ title }) => !excused.has(title)).length;
  const unexcused = failures.filter((failure) => ![...excused].some((title) => failure.startsWith(`${title}: `)));
  scores.set(
    client,
    `${counted - unexcused.length}/${counted}${excused.size === 0 ? '' : ` (and ${excused.size} that Newman cannot send)`}`,
  );
  expect(unexcused).toEqual([]);
  expect(failures.length - unexcused.length).toBe(excused.size);
}

describe.each(['bash', 'dash', 'zsh'])('the printed command in %s', (shell) => {
  test('sends every hostile request byte for byte', async (context) => {
    const environment: Record<string, string> = { PATH: process.env.PATH ?? '', HOME: directory };
    const blocks = requests.map(({ request }) => {
      const command = emitCurl(request);
      for (const { variable, environment: name } of command.variables) environment[name] = variableValue(variable, hostileValues);
      return `{ ${printShell(command, 'bash').command}\n} >/dev/null 2>&1\n`;
    });
    server.clear();
    const script = path.join(directory, `hostile.${shell}`);
    writeFileSync(script, blocks.join(''));
    if (!(await runShell(shell, script, environment))) return context.skip(`${shell} is not installed`);
    judge(
      `curl in ${shell}`,
      server.requests.map((request) => [request]),
    );
  });
});

test('the command with its values in it sends every hostile request byte for byte', async () => {
  server.clear();
  const script = path.join(directory, 'inline.bash');
  const blocks = requests.map(
    ({ request }) => `{ ${printShell(emitCurl(request), 'bash', { values: hostileValues }).command}\n} >/dev/null 2>&1\n`,
  );
  writeFileSync(script, blocks.join(''));
  await runShell('bash', script, { PATH: process.env.PATH ?? '', HOME: directory });
  judge(
    'curl with values',
    server.requests.map((request) => [request]),
  );
});

test('the config form sends every hostile request byte for byte', async () => {
  const arrived: (readonly RecordedWireRequest[])[] = [];
  for (const { request } of requests) {
    server.clear();
    const command = emitCurl(request);
    const body = command.content === null ? null : contentBytes(command.content, hostileValues);
    await runConfig(printConfig(command, hostileValues, { body: '/dev/fd/3' }), body);
    arrived.push([...server.requests]);
  }
  judge('curl', arrived);
});

test('Newman sends every hostile request byte for byte', async () => {
  const artifacts = requests.map(({ request, title }) => ({
    title,
    ...emitPostman(request, { name: title, values: hostileValues }),
  }));
  const arrived = new Map<string, readonly RecordedWireRequest[]>();
  // Requests without variables of their own share one run: starting Newman's script machine takes most of the time.
  const bare = artifacts.filter(({ collection, variables }) => collection.variable === undefined && variables.length === 0);
  const alone = artifacts.filter((artifact) => !bare.includes(artifact)).map((artifact) => [artifact]);
  for (const batch of [bare, ...alone]) {
    const [first] = batch;
    if (first === undefined) continue;
    server.clear();
    const item = batch.flatMap(({ collection }) => collection.item);
    const starts = await runNewman({ ...first.collection, item }, fillEnvironment(first, hostileValues));
    expect(starts).toHaveLength(batch.length);
    for (const [index, { title }] of batch.entries()) arrived.set(title, server.requests.slice(starts[index], starts[index + 1]));
  }
  const excused = requests.filter(({ request }) => unavoidable.some(({ applies }) => applies(request)));
  expect(excused.length).toBeLessThanOrEqual(3);
  judge(
    'postman',
    requests.map(({ title }) => arrived.get(title) ?? []),
    new Set(excused.map(({ title }) => title)),
  );
});

/** False where the shell is not installed. */
function runShell(shell: string, script: string, env: Readonly<Record<string, string>>): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(shell, [script], { env }, (error) => resolve(error?.code !== 'ENOENT'));
  });
}

function runConfig(config: string, body: Uint8Array | null): Promise<void> {
  const file = path.join(directory, 'body');
  writeFileSync(file, body ?? '');
  const descriptor = openSync(file, 'r');
  unlinkSync(file);
  return new Promise((resolve, reject) => {
    const child = spawn('curl', ['--disable', '--config', '-', '--silent', '--output', '/dev/null'], {
      stdio: ['pipe', 'ignore', 'inherit', descriptor],
    });
    child.on('error', reject);
    child.on('close', () => {
      closeSync(descriptor);
      resolve();
    });
    child.stdin?.end(config);
  });
}

/** How many requests had arrived before each item of the collection was sent. */
function runNewman(collection: object, environment: object): Promise<readonly number[]> {
  const starts: number[] = [];
  return new Promise((resolve, reject) => {
    newman
      .run({ collection, environment: { ...environment }, reporters: [] }, (error) => (error ? reject(error) : resolve(starts)))
      .on('beforeItem', () => starts.push(server.requests.length));
  });
}
