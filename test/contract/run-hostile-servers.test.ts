import type net from 'node:net';
import zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClientErrorKind } from '../../src/model/outcome.ts';
import { type Clients, type PlainRequest, startClients } from '../support/run-clients.ts';
import { startSocketServer } from '../support/socket-server.ts';

let clients: Clients;
beforeAll(() => {
  clients = startClients();
});
afterAll(() => clients.close());

interface Fault {
  readonly what: string;
  readonly kind: ClientErrorKind;
  readonly answer: (socket: net.Socket, head: string) => void;
  readonly request?: Partial<PlainRequest>;
}

const ok = 'HTTP/1.1 200 OK\r\n';

/** Writes again and again until the connection is gone. */
function flood(socket: net.Socket, piece: Buffer | string): void {
  const more = (): void => {
    while (!socket.destroyed && socket.write(piece));
    if (!socket.destroyed) socket.once('drain', more);
  };
  more();
}

function drip(socket: net.Socket, piece: (index: number) => string): void {
  let index = 0;
  const timer = setInterval(() => socket.write(piece(index++)), 50);
  socket.once('close', () => clearInterval(timer));
}

const redirectTo = (location: string) => (socket: net.Socket) =>
  void socket.end(`HTTP/1.1 302 Found\r\nLocation: ${location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);

const faults: readonly Fault[] = [
  { what: 'closes without an answer', kind: 'protocol', answer: (socket) => socket.end() },
  { what: 'resets without an answer', kind: 'protocol', answer: (socket) => socket.resetAndDestroy() },
  {
    what: 'resets after the status line',
    kind: 'protocol',
    answer: (socket) => socket.write(ok, () => socket.resetAndDestroy()),
  },
  {
    what: 'resets within the body',
    kind: 'protocol',
    answer: (socket) =>
      socket.write(`${ok}Content-Length: 100\r\n\r\nshort`, () => setTimeout(() => socket.resetAndDestroy(), 50)),
  },
  {
    what: 'sends less than it announced',
    kind: 'protocol',
    answer: (socket) => socket.end(`${ok}Content-Length: 100\r\n\r\nshort`),
  },
  {
    what: 'ends within a chunk',
    kind: 'protocol',
    answer: (socket) => socket.end(`${ok}Transfer-Encoding: chunked\r\n\r\n64\r\nshort`),
  },
  {
    what: 'ends without the last chunk',
    kind: 'protocol',
    answer: (socket) => socket.end(`${ok}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n`),
  },
  {
    what: 'sends a chunk size that is no number',
    kind: 'protocol',
    answer: (socket) => socket.end(`${ok}Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n`),
  },
  { what: 'does not speak HTTP', kind: 'protocol', answer: (socket) => socket.end('220 mail.example ESMTP ready\r\n') },
  {
    what: 'answers with random bytes',
    kind: 'protocol',
    answer: (socket) => socket.end(Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 13, 10, 13, 10])),
  },
  {
    what: 'announces gzip and sends text',
    kind: 'protocol',
    answer: (socket) => socket.end(`${ok}Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello`),
  },
  {
    what: 'announces br and sends text',
    kind: 'protocol',
    answer: (socket) => socket.end(`${ok}Content-Encoding: br\r\nContent-Length: 11\r\n\r\nhello world`),
  },
  { what: 'sends no head', kind: 'timeout', answer: () => undefined, request: { timeoutSeconds: 1 } },
  {
    what: 'sends its head byte by byte',
    kind: 'timeout',
    answer: (socket) => drip(socket, (index) => `${ok}X-A: ${'b'.repeat(1000)}`[index] ?? 'b'),
    request: { timeoutSeconds: 1 },
  },
  {
    what: 'sends header fields for ever, slowly',
    kind: 'timeout',
    answer: (socket) => {
      socket.write(ok);
      drip(socket, () => 'X-A: b\r\n');
    },
    request: { timeoutSeconds: 1 },
  },
  {
    what: 'stops within the body',
    kind: 'timeout',
    answer: (socket) => void socket.write(`${ok}Content-Length: 100\r\n\r\nshort`),
    request: { timeoutSeconds: 1 },
  },
  {
    what: 'sends its body byte by byte',
    kind: 'timeout',
    answer: (socket) => {
      socket.write(`${ok}Content-Length: 100000\r\n\r\n`);
      drip(socket, () => 'a');
    },
    request: { timeoutSeconds: 1 },
  },
  {
    what: 'announces more than the limit',
    kind: 'too-large',
    answer: (socket) => void socket.write(`${ok}Content-Length: 100000\r\n\r\n${'a'.repeat(5000)}`),
    request: { maxBodyBytes: 1000 },
  },
  {
    what: 'sends chunks for ever',
    kind: 'too-large',
    answer: (socket) => {
      socket.write(`${ok}Transfer-Encoding: chunked\r\n\r\n`);
      flood(socket, `400\r\n${'a'.repeat(1024)}\r\n`);
    },
    request: { maxBodyBytes: 1e6 },
  },
  {
    what: 'sends a body without an end',
    kind: 'too-large',
    answer: (socket) => {
      socket.write(`${ok}\r\n`);
      flood(socket, 'a'.repeat(1024));
    },
    request: { maxBodyBytes: 1e6 },
  },
  {
    what: 'sends 100 MB packed into 100 kB',
    kind: 'too-large',
    answer: (socket) => {
      const bomb = zlib.gzipSync(Buffer.alloc(1e8));
      socket.write(`${ok}Content-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`);
      socket.end(bomb);
    },
    request: { maxBodyBytes: 1e6 },
  },
  {
    what: 'sends megabytes of header fields',
    kind: 'too-large',
    answer: (socket) => {
      socket.write(ok);
      flood(socket, `X-A: ${'b'.repeat(1000)}\r\n`);
    },
  },
  { what: 'redirects in a circle', kind: 'redirects', answer: redirectTo('/again'), request: { follow: 3 } },
  { what: 'redirects to a file', kind: 'redirects', answer: redirectTo('file:///etc/passwd'), request: { follow: 3 } },
  { what: 'redirects to FTP', kind: 'redirects', answer: redirectTo('ftp://127.0.0.1/x'), request: { follow: 3 } },
  {
    what: 'redirects to a port where nothing listens',
    kind: 'connect',
    answer: redirectTo('http://127.0.0.1:9/'),
    request: { follow: 3 },
  },
];

describe.concurrent.each(faults)('a server that $what', ({ kind, answer, request }) => {
  it.each(['curl', 'postman'] as const)(`is reported as ‹${kind}› by %s`, async (client) => {
    const server = await startSocketServer(answer);
    const outcome = await clients[client]({ url: `http://127.0.0.1:${server.port}/`, ...request });
    await server.close();
    if (outcome.status === 'completed') throw new Error(`completed with ${outcome.hops.at(-1)?.received.status}`);
    expect(outcome.error).toMatchObject({ kind, conclusive: true });
    // Where time ran out it may have done so before anything was sent.
    if (kind !== 'timeout') expect(outcome.sent?.method ?? outcome.hops[0]?.sent.method).toBe('GET');
  });
});

describe('an address where nobody answers', () => {
  const where: readonly [string, string, ClientErrorKind][] = [
    ['a closed port', 'http://127.0.0.1:9/', 'connect'],
    ['a name that cannot exist', 'http://no-such-name.invalid/', 'dns'],
  ];
  it.each(where)('%s is told apart', async (_, url, kind) => {
    for (const client of ['curl', 'postman'] as const) {
      const outcome = await clients[client]({ url });
      expect(outcome).toMatchObject({ client, status: 'failed', hops: [], error: { kind, conclusive: true } });
    }
  });
});

it('a server that answers before it has read the request is heard', async () => {
  const server = await startSocketServer((socket) =>
    socket.end('HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno'),
  );
  for (const client of ['curl', 'postman'] as const) {
    const outcome = await clients[client]({
      url: `http://127.0.0.1:${server.port}/`,
      method: 'POST',
      body: Buffer.alloc(100_000, 'a'),
    });
    expect(outcome).toMatchObject({ status: 'completed', hops: [{ received: { status: 413 } }] });
  }
  await server.close();
});

it('memory stays flat while an endless body is read to a limit of 60 MB', async () => {
  const piece = Buffer.alloc(65_536, 'a');
  const server = await startSocketServer((socket) => {
    socket.write(`${ok}\r\n`);
    flood(socket, piece);
  });
  const before = process.memoryUsage().rss;
  const outcome = await clients.curl({ url: `http://127.0.0.1:${server.port}/`, maxBodyBytes: 6e7 });
  await server.close();
  expect(outcome).toMatchObject({ status: 'failed', error: { kind: 'too-large' } });
  expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
});
