// `compare` with both clients against what `newman run` alone takes for the same request.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { against, interleave, printFigure, timeProcess } from './measure.ts';

/** The server has a thread of its own: the benchmark itself waits for processes without turning its event loop. */
async function startServer(): Promise<number> {
  const worker = new Worker(new URL(import.meta.url));
  const port = await new Promise<number>((resolve) => worker.once('message', resolve));
  worker.unref();
  return port;
}

async function measure(): Promise<void> {
  const port = await startServer();
  const project = process.env.PROJECT ?? '.';
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const action = path.join(folder, 'action.json');
  const collection = path.join(folder, 'collection.json');
  const url = `http://127.0.0.1:${port}/items`;
  writeFileSync(action, JSON.stringify({ url, method: 'get', headers: { Authorization: 'Bearer abc' } }));
  writeFileSync(
    collection,
    JSON.stringify({
      info: { name: 'bench', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: [{ name: 'items', request: { method: 'GET', url, header: [{ key: 'Authorization', value: 'Bearer abc' }] } }],
    }),
  );
  const bare = path.join(folder, 'bare.cjs');
  writeFileSync(
    bare,
    `require(${JSON.stringify(path.join(project, 'node_modules/newman'))}).run({ collection: require(${JSON.stringify(collection)}) }, () => {});`,
  );
  const bin = path.join(project, 'dist/bin.js');
  const compare = () => timeProcess(process.execPath, [bin, 'compare', '--action', action]);
  const commandLine = interleave(9, compare, () =>
    timeProcess(process.execPath, [path.join(project, 'node_modules/newman/bin/newman.js'), 'run', collection]),
  );
  printFigure({
    what: 'compare with both clients / newman run',
    ratio: commandLine.left / commandLine.right,
    most: 0.75,
    note: against(commandLine.left, commandLine.right),
  });
  const script = interleave(9, compare, () => timeProcess(process.execPath, [bare]));
  printFigure({
    what: 'compare with both clients / Newman in a bare script',
    ratio: script.left / script.right,
    most: 1.15,
    note: against(script.left, script.right),
  });
}

if (isMainThread) {
  await measure();
  process.exit(0);
} else {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end('{"items":[1,2,3]}');
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    parentPort?.postMessage(typeof address === 'object' && address !== null ? address.port : 0);
  });
}
