import { execFile } from 'node:child_process';
import newman from 'newman';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emitCurl } from '../../src/emit/curl/emit-curl.ts';
import { printShell } from '../../src/emit/curl/print-shell.ts';
import { emitPostman } from '../../src/emit/postman/emit-postman.ts';
import type { RequestSpec } from '../../src/model/request-spec.ts';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { hostilePolicy } from './emit-hostile-requests.ts';

let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer({
    answer: ({ target }) => {
      const [, status, left] = /^\/(\d+)\/(\d+)$/.exec(target) ?? [];
      if (status === undefined || left === '0') return { status: 200 };
      return { status: Number(status), headers: [['Location', `/${status}/${Number(left) - 1}`]] };
    },
  });
});
afterAll(() => server.close());

function request(method: string, path: string, follow = true): RequestSpec {
  const body: RequestSpec['body'] = ['POST', 'PUT'].includes(method) ? { kind: 'text', text: ['abc'] } : { kind: 'none' };
  const policy = { ...hostilePolicy, redirects: { follow, limit: 2, keepAuthorization: false } };
  return { method, url: [server.origin + path], headers: [['Content-Type', ['text/plain']]], body, policy };
}

async function hopsOf(send: () => Promise<void>): Promise<readonly string[]> {
  server.clear();
  await send();
  return server.requests.map(({ method, target, body }) => `${method} ${target} ${body.toString()}`.trim());
}

function curl(spec: RequestSpec): Promise<readonly string[]> {
  const { command } = printShell(emitCurl(spec), 'bash');
  return hopsOf(() => new Promise((resolve) => execFile('bash', ['-c', command], () => resolve())));
}

function postman(spec: RequestSpec): Promise<readonly string[]> {
  const collection: object = emitPostman(spec, { name: 'redirect' }).collection;
  return hopsOf(() => new Promise((resolve) => newman.run({ collection }, () => resolve())));
}

test.each([
  ['GET', '/302/1', ['GET /302/1', 'GET /302/0']],
  ['HEAD', '/301/1', ['HEAD /301/1', 'HEAD /301/0']],
  ['OPTIONS', '/302/1', ['OPTIONS /302/1', 'OPTIONS /302/0']],
  ['POST', '/302/1', ['POST /302/1 abc', 'GET /302/0']],
  ['POST', '/303/2', ['POST /303/2 abc', 'GET /303/1', 'GET /303/0']],
  ['POST', '/307/1', ['POST /307/1 abc', 'POST /307/0 abc']],
  ['POST', '/308/1', ['POST /308/1 abc', 'POST /308/0 abc']],
  ['GET', '/302/3', ['GET /302/3', 'GET /302/2', 'GET /302/1']],
])('both clients follow %s %s as Tines does', async (method, path, hops) => {
  expect(await curl(request(method, path))).toEqual(hops);
  expect(await postman(request(method, path))).toEqual(hops);
});

test('a redirected PUT becomes a GET in Newman; curl does not follow it, and says so', async () => {
  const put = request('PUT', '/302/1');
  expect(await curl(put)).toEqual(['PUT /302/1 abc']);
  expect(await postman(put)).toEqual(['PUT /302/1 abc', 'GET /302/0']);
  expect(emitCurl(put).losses).toMatchObject([{ artifact: 'curl', feature: 'redirects' }]);
});

test.each([300, 304, 305])('both clients follow an answer %i, which Tines does not: the report says so', async (status) => {
  const hops = [`GET /${status}/1`, `GET /${status}/0`];
  expect(await curl(request('GET', `/${status}/1`))).toEqual(hops);
  expect(await postman(request('GET', `/${status}/1`))).toEqual(hops);
});

test('neither client follows where the action forbids it', async () => {
  expect(await curl(request('GET', '/302/1', false))).toEqual(['GET /302/1']);
  expect(await postman(request('GET', '/302/1', false))).toEqual(['GET /302/1']);
});
