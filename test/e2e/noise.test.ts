import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { runExecutable } from './run-executable.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => void;

async function compareAgainst(
  answer: Answer,
  record: unknown,
): Promise<{ readonly status: number | null; readonly report: Report }> {
  let count = 0;
  const server = createServer((request, response) => answer(request, response, count++));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const folder = mkdtempSync(path.join(tmpdir(), 'noise-'));
    const action = path.join(folder, 'action.json');
    const event = path.join(folder, 'event.json');
    const { port } = server.address() as AddressInfo;
    writeFileSync(action, JSON.stringify({ url: `http://127.0.0.1:${port}/items`, method: 'get' }));
    writeFileSync(event, JSON.stringify(record));
    const { status, stdout } = await runExecutable(['compare', '--action', action, '--event', event, '--json']);
    return { status, report: JSON.parse(stdout) as Report };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('a server whose answers vary', () => {
  it('in Date, a request id, a nonce, the order of headers and of a set, and compression: works, and nothing counts', async () => {
    const { status, report } = await compareAgainst(
      (_, response, count) => {
        const body = JSON.stringify({ nonce: randomUUID(), set: count % 2 === 0 ? ['a', 'b', 'c'] : ['c', 'a', 'b'], name: 'x' });
        const headers: [string, string][] = [
          ['Date', new Date(Date.UTC(2026, 0, 1) + count * 1000).toUTCString()],
          ['X-Request-Id', randomUUID()],
          ['Content-Type', 'application/json'],
        ];
        if (count % 2 === 1) headers.reverse();
        const coded = count % 2 === 1;
        for (const [name, value] of headers) response.setHeader(name, value);
        if (coded) response.setHeader('Content-Encoding', 'gzip');
        response.end(coded ? gzipSync(body) : body);
      },
      { status: 200, headers: { 'content-type': 'application/json' }, body: { nonce: 'n', set: ['b', 'a', 'c'], name: 'x' } },
    );
    const counting = report.differences.filter(({ noise, path: place }) => noise === undefined && !place.includes('/nonce'));
    expect(counting).toEqual([]);
    expect(report.differences.filter(({ noise }) => noise === undefined)).toEqual([]);
    expect({ status, verdict: report.verdict.code }).toEqual({ status: 0, verdict: 'works' });
  });

  const filler = 'x'.repeat(600);
  it.each<readonly [what: string, type: string, body: (status: string) => string | Buffer, places: readonly string[]]>([
    [
      'a nonce in HTML of one line',
      'text/html',
      (status) => `<!doctype html><br><meta name="csrf" content="${randomUUID()}"><p>${filler} ${status}</p>`,
      ['response.body line 1'],
    ],
    [
      'an id in XML',
      'application/xml',
      (status) => `<?xml version="1.0"?><r id="${randomUUID()}"><state>${status}</state></r>`,
      ['response.body/r/content/0/state'],
    ],
    [
      'an id in what is no JSON',
      'application/json',
      (status) => `{"value":NaN,"id":"${randomUUID()}","text":"${filler}","state":"${status}"}`,
      ['response.body line 1'],
    ],
    [
      'the time in a message',
      'application/json',
      (status) => JSON.stringify({ message: `${status} after ${process.hrtime.bigint()} ns` }),
      ['response.body/message'],
    ],
    [
      'an id in JSON in UTF-16',
      'application/json',
      (status) => Buffer.from(`\ufeff${JSON.stringify({ id: randomUUID(), state: status })}`, 'utf16le'),
      ['response.body/state'],
    ],
  ])('in %s: nothing counts, and what differs for one client besides counts', async (_, type, body, places) => {
    const counting = async (other: string) => {
      const { report } = await compareAgainst(
        (request, response) => {
          response.setHeader('Content-Type', type);
          response.end(body(request.rawHeaders[0]?.toLowerCase() === 'host' ? 'granted' : other));
        },
        { status: 200 },
      );
      return { verdict: report.verdict.code, differences: report.differences.filter(({ noise }) => noise === undefined) };
    };
    expect(await counting('granted')).toEqual({ verdict: 'works', differences: [] });
    const { verdict, differences } = await counting('refused');
    expect([verdict, differences.map(({ path: place }) => place)]).toEqual(['client-dependent', places]);
    expect(differences[0]?.values).toEqual([expect.stringContaining('granted'), expect.stringContaining('refused')]);
  });

  it('in one field of 5,000 for one client only: exactly that field', async () => {
    const fields = (changed: boolean) =>
      Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`f${index}`, changed && index === 4321 ? -1 : index]));
    // curl writes Host first, Newman last.
    const { status, report } = await compareAgainst(
      (request, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify(fields(request.rawHeaders[0]?.toLowerCase() === 'host')));
      },
      { status: 200 },
    );
    const counting = report.differences.filter(({ noise }) => noise === undefined).map(({ path: place }) => place);
    expect(counting).toEqual(['response.body/f4321']);
    expect({ status, verdict: report.verdict.code }).toEqual({ status: 1, verdict: 'client-dependent' });
  });
});
