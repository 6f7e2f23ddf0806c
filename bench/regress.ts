// Prints how long `regress` takes for recorded actions against a local server that answers after 20 ms, and `newman run` for the same collection.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { recordedItem } from '../src/commands/record/item.ts';
import { emitPostman } from '../src/emit/postman/emit-postman.ts';
import { parseActionFile } from '../src/parse/parse-action-file.ts';
import { convert } from '../src/pipeline.ts';
import { actionKey } from '../src/regress/recording/action-key.ts';
import { median, printFigure } from './measure.ts';
import { childrenOf, memoryOf } from './measure-process.ts';

const latencyMilliseconds = 20;
const ROUNDS = 3;

function startServer(): Promise<{ readonly origin: string; readonly close: () => void }> {
  const server = http.createServer((request, response) => {
    request.resume();
    setTimeout(() => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ id: request.url, items: [{ name: 'a', size: 1 }] }));
    }, latencyMilliseconds);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        origin: `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`,
        close: () => server.close(),
      });
    });
  });
}

/** A collection as `record` writes it, without running anything. */
async function collectionOf(origin: string, count: number): Promise<string> {
  const agents = Array.from({ length: count }, (_, index) => ({
    type: 'Agents::HTTPRequestAgent',
    name: `Action ${index}`,
    guid: `guid-${index}`,
    options: { url: `${origin}/users/${index}`, method: 'get' },
  }));
  const scope = {
    data: new Map(),
    credentials: new Map(),
    resources: new Map(),
    inputs: new Map(),
    now: new Date(),
    random: Math.random,
    uuid: () => '',
    unresolved: 'stop',
    credentialValues: 'required',
  } as const;
  const items: unknown[] = [];
  for (const action of parseActionFile(JSON.stringify({ name: 'Bench', agents }), 'story.json').actions) {
    const request = (await convert(action, scope, {})).specification.request;
    const recorded = {
      key: actionKey(action),
      action,
      data: { kind: 'object', members: [] },
      settings: {},
      verdict: { code: 'works-outside', text: 'It works outside of Tines.' },
      cause: null,
      success: true,
      noise: [],
      expected: {
        answer: true,
        status: [200],
        type: 'application/json',
        body: { json: { id: 'string', items: [{ name: 'string', size: 'number' }] } },
      },
    } as const;
    items.push({ name: action.name, item: [recordedItem(recorded, emitPostman(request, { name: action.name })).item] });
  }
  return `${JSON.stringify({ info: { name: 'Bench', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' }, item: items }, null, 2)}\n`;
}

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
  readonly output: string;
}

/** Runs a program and watches the memory of all its processes. */
async function measure(words: readonly string[], directory: string): Promise<Measured> {
  const begin = performance.now();
  const child: ChildProcess = spawn(process.execPath, [...words], { cwd: directory, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, treeMemory(child.pid ?? 0));
  }, 200);
  const status = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(timer);
  if (status !== 0) throw new Error(`it ended with status ${status}: ${output.slice(0, 500)}`);
  return { seconds: (performance.now() - begin) / 1000, megabytes: peak, output };
}

/** Resident memory of a process and all below it, in MB; 0 where there is no /proc. To look at them alone takes next to nothing. */
function treeMemory(pid: number): number {
  return childrenOf(pid).reduce((total, child) => total + treeMemory(child), memoryOf(pid, 'VmRSS'));
}

async function bench(counts: readonly number[]): Promise<void> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'bench-regress-'));
  const server = await startServer();
  try {
    const newman = createRequire(path.join(process.cwd(), 'package.json')).resolve('newman/bin/newman.js');
    const bin = path.resolve('dist/bin.js');
    for (const count of counts) {
      writeFileSync(path.join(directory, 'bench.json'), await collectionOf(server.origin, count));
      const runs: Measured[] = [];
      for (let round = 0; round < ROUNDS; round += 1)
        runs.push(await measure([bin, 'regress', 'bench.json', '--jobs', '16', '--json'], directory));
      // The first one after a build compiles what the later ones find.
      const seconds = median(runs.map((run) => run.seconds));
      const megabytes = Math.max(...runs.map((run) => run.megabytes));
      const { counts: states, results } = JSON.parse(runs[0]?.output ?? '') as {
        counts: { same: number };
        results: readonly { clients: readonly unknown[] }[];
      };
      const lanes = results.reduce((sum, { clients }) => sum + clients.length, 0);
      const plain = await measure(
        [newman, 'run', 'bench.json', '--reporters', 'json', '--reporter-json-export', '/dev/null'],
        directory,
      ).catch(() => null);
      const what = `regress of ${count} actions (${states.same} same, ${lanes} runs), 16 jobs`;
      const memory = `${megabytes.toFixed(0)} MB in all processes`;
      if (plain !== null) {
        const note = `${seconds.toFixed(2)} s against ${plain.seconds.toFixed(2)} s, ${(plain.seconds / seconds).toFixed(1)} x faster`;
        printFigure({ what: `${what} / newman run`, ratio: seconds / plain.seconds, most: 1 / 8, note });
      }
      printFigure({ what: `${what}: memory / 600 MB`, ratio: megabytes / 600, most: 1, note: memory });
    }
  } finally {
    server.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

await bench(process.argv.length === 2 ? [1000] : process.argv.slice(2).map(Number));
