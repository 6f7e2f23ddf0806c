import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exchange, RunOutcome } from '../../src/model/outcome.ts';
import { type RecordedWireRequest, type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { type Clients, startClients } from '../support/run-clients.ts';

let clients: Clients;
let server: RecordingServer;

beforeAll(async () => {
  clients = startClients();
  server = await startRecordingServer({ answer });
});

afterAll(async () => {
  await clients.close();
  await server.close();
});

const allBytes = Uint8Array.from({ length: 256 }, (_, index) => index);

function answer({ target, method }: RecordedWireRequest) {
  const [path = ''] = target.split('?');
  if (path === '/binary') return { status: 200, body: allBytes };
  if (path === '/repeat')
    return {
      status: 207,
      reason: 'Multi-Status',
      headers: [
        ['X-A', '1'],
        ['x-a', ' two '],
        ['X-Accent', 'caf\u00c3\u00a9'],
        ['X-Empty', ''],
      ] as const,
    };
  if (path === '/first') return { status: 302, headers: [['Location', '/second']] as const, reason: 'Found', body: 'moved' };
  if (path === '/second') return { status: 307, headers: [['Location', '/end?x=1#part']] as const };
  if (path === '/gzip')
    return { status: 200, headers: [['Content-Encoding', 'gzip']] as const, body: zlib.gzipSync('plain text') };
  if (path === '/br')
    return { status: 200, headers: [['Content-Encoding', 'br']] as const, body: zlib.brotliCompressSync('plain text') };
  if (path === '/deflate')
    return { status: 200, headers: [['Content-Encoding', 'deflate']] as const, body: zlib.deflateSync('plain text') };
  if (path === '/raw-deflate')
    return { status: 200, headers: [['Content-Encoding', 'deflate']] as const, body: zlib.deflateRawSync('plain text') };
  if (path === '/unknown-coding') return { status: 200, headers: [['Content-Encoding', 'rot13']] as const, body: 'cynva grkg' };
  if (path === '/hints')
    return Buffer.from(
      'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 Fine\r\nX-Last: yes\r\nContent-Length: 2\r\n\r\nok',
    );
  if (path === '/trailer')
    return Buffer.from(
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-T\r\n\r\n5\r\nhello\r\n0\r\nX-T: end\r\n\r\n',
    );
  if (path === '/no-reason') return Buffer.from('HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok');
  if (path === '/no-content') return Buffer.from('HTTP/1.1 204 No Content\r\nX-Nothing: 1\r\n\r\n');
  if (path === '/many-headers')
    return { status: 200, headers: Array.from({ length: 2500 }, (_, index) => [`X-${index}`, 'v'] as const), body: 'ok' };
  return { status: 200, headers: [['X-Method', method]] as const, body: `end of ${target}` };
}

function hops(outcome: RunOutcome): readonly Exchange[] {
  if (outcome.status === 'failed') throw new Error(`${outcome.client} failed: ${outcome.error.code} ${outcome.error.message}`);
  return outcome.hops;
}

function last(outcome: RunOutcome): Exchange {
  const exchange = hops(outcome).at(-1);
  if (exchange === undefined) throw new Error('there is no exchange');
  return exchange;
}

const text = (exchange: Exchange): string => Buffer.from(exchange.received.body.bytes).toString();

describe.each(['curl', 'postman'] as const)('%s', (client) => {
  it('reports status, reason, and header fields in order, with case, repeats and UTF-8', async () => {
    const { received } = last(await clients[client]({ url: `${server.origin}/repeat` }));
    expect(received).toMatchObject({ version: 'HTTP/1.1', status: 207, reason: 'Multi-Status' });
    expect(received.headers.slice(0, 4)).toEqual([
      ['X-A', '1'],
      ['x-a', 'two'],
      ['X-Accent', 'café'],
      ['X-Empty', ''],
    ]);
  });

  it('reports what it sent exactly as the server saw it', async () => {
    server.clear();
    const body = Buffer.concat([Buffer.from('@not a file\r\n'), allBytes]);
    const { sent } = last(
      await clients[client]({
        url: `${server.origin}/x?a=1&a=2`,
        method: 'POST',
        headers: [
          ['X-One', 'ä'],
          ['X-one', 'b'],
        ].slice(0, 1) as [string, string][],
        body,
      }),
    );
    const [seen] = server.requests;
    expect({ method: sent.method, target: sent.target, version: sent.version }).toEqual({
      method: seen?.method,
      target: seen?.target,
      version: seen?.version,
    });
    expect(sent.headers.map(([name, value]) => [name, Buffer.from(value).toString('latin1')])).toHaveLength(
      seen?.headers.length ?? 0,
    );
    expect(sent.headers.map(([name]) => name)).toEqual(seen?.headers.map(([name]) => name));
    expect(Buffer.from(sent.body).equals(seen?.body ?? Buffer.alloc(0))).toBe(true);
    expect(Buffer.from(sent.body).equals(body)).toBe(true);
    expect(sent.url).toBe(`${server.origin}/x?a=1&a=2`);
  });

  it('keeps the bytes of a body, with their length and digest', async () => {
    const { body } = last(await clients[client]({ url: `${server.origin}/binary` })).received;
    expect(Buffer.from(body.bytes).equals(Buffer.from(allBytes))).toBe(true);
    expect(body.size).toBe(256);
    expect(body.sha256).toBe(createHash('sha256').update(allBytes).digest('hex'));
    expect(body.file).toBeUndefined();
    expect(body.incomplete).toBeUndefined();
  });

  it.each(['gzip', 'br', 'deflate', 'raw-deflate'])(
    'undoes the content coding of /%s and keeps the header field',
    async (coding) => {
      const exchange = last(await clients[client]({ url: `${server.origin}/${coding}` }));
      expect(text(exchange)).toBe('plain text');
      expect(exchange.received.headers[0]?.[0]).toBe('Content-Encoding');
    },
  );

  it('leaves a body in an unknown content coding as it is', async () => {
    expect(text(last(await clients[client]({ url: `${server.origin}/unknown-coding` })))).toBe('cynva grkg');
  });

  it('gives every redirect as a hop, with what the hop sent', async () => {
    const chain = hops(await clients[client]({ url: `${server.origin}/first`, follow: 5 }));
    expect(chain.map(({ sent, received }) => [sent.target, received.status])).toEqual([
      ['/first', 302],
      ['/second', 307],
      ['/end?x=1', 200],
    ]);
    expect(chain.map(({ sent }) => sent.url.replace(/#.*/, ''))).toEqual([
      `${server.origin}/first`,
      `${server.origin}/second`,
      `${server.origin}/end?x=1`,
    ]);
  });

  it('does not follow a redirect unless asked', async () => {
    expect(last(await clients[client]({ url: `${server.origin}/first` })).received).toMatchObject({
      status: 302,
      reason: 'Found',
    });
  });

  it('passes over informational answers', async () => {
    const { received } = last(await clients[client]({ url: `${server.origin}/hints` }));
    expect(received).toMatchObject({ status: 200, reason: 'Fine' });
    expect(received.headers[0]).toEqual(['X-Last', 'yes']);
  });

  it('takes trailers as no part of the head, and a status line without a reason', async () => {
    const trailed = last(await clients[client]({ url: `${server.origin}/trailer` }));
    expect(text(trailed)).toBe('hello');
    expect(trailed.received.headers.map(([name]) => name)).toEqual(['Transfer-Encoding', 'Trailer']);
    expect(last(await clients[client]({ url: `${server.origin}/no-reason` })).received).toMatchObject({
      status: 200,
      reason: '',
    });
  });

  it('knows that answers to HEAD and with 204 have no body', async () => {
    const head = last(await clients[client]({ url: `${server.origin}/x`, method: 'HEAD' }));
    expect(head.received).toMatchObject({ status: 200, body: { size: 0 } });
    expect(head.sent.method).toBe('HEAD');
    expect(last(await clients[client]({ url: `${server.origin}/no-content` })).received).toMatchObject({
      status: 204,
      body: { size: 0 },
    });
  });

  it('keeps every header field of an answer with thousands', async () => {
    expect(last(await clients[client]({ url: `${server.origin}/many-headers` })).received.headers.length).toBeGreaterThanOrEqual(
      2500,
    );
  });

  it('is interrupted by its signal, and says so', async () => {
    const controller = new AbortController();
    const waiting = await startRecordingServer({
      answer: () => {
        controller.abort();
        return new Promise(() => undefined);
      },
    });
    const outcome = await clients[client]({ url: waiting.origin, signal: controller.signal });
    await waiting.close();
    expect(outcome).toMatchObject({ status: 'failed', error: { kind: 'interrupted', conclusive: false } });
    const before = await clients[client]({ url: waiting.origin, signal: controller.signal });
    expect(before).toMatchObject({ status: 'failed', error: { kind: 'interrupted' }, hops: [] });
  });
});

describe('bodies longer than 8 MiB', () => {
  const size = 9 * 1024 * 1024 + 5;
  const big = Buffer.alloc(size, 'abcdefghij\n');

  it.each(['curl', 'postman'] as const)('are put into a private file by %s, with the head in memory', async (client) => {
    const own = await startRecordingServer({ answer: () => ({ status: 200, body: big }) });
    const { body } = last(await clients[client]({ url: own.origin })).received;
    await own.close();
    expect(body.size).toBe(size);
    expect(body.bytes.length).toBe(8 * 1024 * 1024);
    expect(body.sha256).toBe(createHash('sha256').update(big).digest('hex'));
    expect(body.file !== undefined && existsSync(body.file)).toBe(true);
    expect(statSync(body.file ?? '').size).toBe(size);
    expect(statSync(body.file ?? '').mode & 0o777).toBe(0o600);
  });

  it('leave nothing behind where they are too long', async () => {
    const own = await startRecordingServer({ answer: () => ({ status: 200, body: big }) });
    for (const client of ['curl', 'postman'] as const) {
      const outcome = await clients[client]({ url: own.origin, maxBodyBytes: 1000 });
      expect(outcome).toMatchObject({ status: 'failed', error: { kind: 'too-large', conclusive: true } });
    }
    await own.close();
    expect(readdirSync(clients.directory).filter((name) => statSync(`${clients.directory}/${name}`).size <= 1000)).toEqual([]);
  });
});
