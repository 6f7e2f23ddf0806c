// How much memory an answer of 100 MB takes: the largest of our processes, with both clients.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { printFigure } from './measure.ts';
import { measureProcess } from './measure-process.ts';

const MOST_MEGABYTES = 250;

/** Gives 100 MB of JSON; on `/other` each answer differs from the one before in one member. */
const server = `
  const row = JSON.stringify({ id: 1, name: 'x'.repeat(80), tags: ['a', 'b'] }) + ',';
  const piece = row.repeat(Math.ceil(1e6 / row.length));
  let count = 0;
  require('node:http')
    .createServer(async (request, response) => {
      count += 1;
      response.setHeader('Content-Type', 'application/json');
      response.write('[');
      for (let index = 0; index < 100; index += 1)
        if (!response.write(piece)) await new Promise((resolve) => response.once('drain', resolve));
      response.end(request.url === '/other' ? count + ']' : '0]');
    })
    .listen(0, '127.0.0.1', function () { console.log(this.address().port); });
`;

const project = process.env.PROJECT ?? '.';
const folder = mkdtempSync(path.join(tmpdir(), 'bench-large-'));
const serving = spawn(process.execPath, ['-e', server], { stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const port = await new Promise<number>((resolve) => serving.stdout.once('data', (line: Buffer) => resolve(Number(line))));
  for (const [what, target] of [
    ['alike', '/same'],
    ['differing', '/other'],
  ] as const) {
    const action = path.join(folder, 'action.json');
    writeFileSync(action, JSON.stringify({ url: `http://127.0.0.1:${port}${target}`, method: 'get' }));
    const words = ['compare', '--action', action, '--max-body', '200M', '--repeat', '1', '--no-experiments', '--json'];
    const { peakMegabytes, milliseconds } = await measureProcess([path.join(project, 'dist/bin.js'), ...words], [0, 1]);
    printFigure({
      what: `two ${what} answers of 100 MB: the largest process / ${MOST_MEGABYTES} MB`,
      ratio: peakMegabytes / MOST_MEGABYTES,
      most: 1,
      note: `${Math.round(peakMegabytes)} MB, ${(milliseconds / 1000).toFixed(1)} s`,
    });
  }
} finally {
  serving.kill();
  rmSync(folder, { recursive: true });
}
