// 200 actions in one run of `compare`, both clients, against what one bare `newman run` of the same 200 requests takes.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { against, median, printFigure } from './measure.ts';
import { measureProcess, type Run } from './measure-process.ts';

const ACTIONS = 200;
const ROUNDS = 5;

const server = `
  const body = JSON.stringify({ ok: true, items: Array.from({ length: 5 }, (_, id) => ({ id, name: 'item ' + id })) });
  require('node:http')
    .createServer((request, response) => response.setHeader('Content-Type', 'application/json').end(body))
    .listen(0, '127.0.0.1', function () { console.log(this.address().port); });
`;

function writeStory(folder: string, port: number): { readonly story: string; readonly collection: string } {
  const requests = Array.from({ length: ACTIONS }, (_, index) => ({
    name: `Get item ${index}`,
    url: `http://127.0.0.1:${port}/items/${index}?page=${index}`,
    headers: { Authorization: 'Bearer abc', 'X-Request': `r${index}` },
  }));
  const write = (name: string, value: unknown): string => {
    const file = path.join(folder, name);
    writeFileSync(file, JSON.stringify(value));
    return file;
  };
  return {
    story: write('story.json', {
      schema_version: 23,
      name: 'bench',
      agents: requests.map(({ name, url, headers }) => ({
        type: 'Agents::HTTPRequestAgent',
        name,
        disabled: false,
        options: { url, method: 'get', headers },
      })),
      links: [],
    }),
    collection: write('collection.json', {
      info: { name: 'bench', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: requests.map(({ name, url, headers }) => ({
        name,
        request: { method: 'GET', url, header: Object.entries(headers).map(([key, value]) => ({ key, value })) },
      })),
    }),
  };
}

const project = process.env.PROJECT ?? '.';
const folder = mkdtempSync(path.join(tmpdir(), 'bench-story-'));
const serving = spawn(process.execPath, ['-e', server], { stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const port = await new Promise<number>((resolve) => serving.stdout.once('data', (line: Buffer) => resolve(Number(line))));
  const { story, collection } = writeStory(folder, port);
  const options = ['--repeat', '1', '--no-experiments', '--json'];
  const compare = [path.join(project, 'dist/bin.js'), 'compare', '--all', '--action', story, ...options];
  const newman = [path.join(project, 'node_modules/.bin/newman'), 'run', collection];
  const [ours, theirs]: [Run[], Run[]] = [[], []];
  // The first round warms what is kept between runs, and does not count.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const pair = [await measureProcess(compare), await measureProcess(newman)] as const;
    if (round === 0) continue;
    ours.push(pair[0]);
    theirs.push(pair[1]);
  }
  const [left, right] = [ours, theirs].map((runs) => median(runs.map(({ milliseconds }) => milliseconds)));
  const peak = (runs: readonly Run[]): string => `${Math.round(Math.max(...runs.map(({ peakMegabytes }) => peakMegabytes)))} MB`;
  printFigure({
    what: `compare --all of ${ACTIONS} actions with both clients / newman run`,
    ratio: (left ?? 0) / (right ?? 1),
    most: 0.8,
    note: `${against(left ?? 0, right ?? 0)}; largest process ${peak(ours)} against ${peak(theirs)}`,
  });
} finally {
  serving.kill();
  rmSync(folder, { recursive: true });
}
