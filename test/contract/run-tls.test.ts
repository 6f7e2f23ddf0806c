import { writeFileSync } from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import net from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Certificate, makeAuthority, makeCertificate } from '../support/certificates.ts';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { type Clients, type PlainRequest, startClients } from '../support/run-clients.ts';

let clients: Clients;
let authority: Certificate;
let trusted: Certificate;
let files: { readonly authority: string; readonly certificate: string; readonly key: string };

beforeAll(async () => {
  clients = startClients();
  authority = await makeAuthority();
  trusted = await makeCertificate({ issuer: authority });
  const put = (name: string, content: string): string => {
    const file = path.join(clients.directory, name);
    writeFileSync(file, content);
    return file;
  };
  files = {
    authority: put('ca.pem', authority.cert),
    certificate: put('cert.pem', trusted.cert),
    key: put('key.pem', trusted.key),
  };
});
afterAll(() => clients.close());

/** Says to both clients which authority to trust. */
const trusting = (): Partial<PlainRequest> => ({
  curlLines: [`cacert = "${files.authority}"`],
  policy: { caFile: files.authority },
});

async function withServer(certificate: Certificate, use: (server: RecordingServer) => Promise<void>): Promise<void> {
  const server = await startRecordingServer({ tls: certificate, answer: () => ({ status: 200, body: 'secret' }) });
  await use(server).finally(() => server.close());
}

describe.each(['curl', 'postman'] as const)('TLS with %s', (client) => {
  it('works with an authority that is named, and shows what was sent inside of it', async () => {
    await withServer(trusted, async (server) => {
      const outcome = await clients[client]({
        url: `${server.origin}/x`,
        method: 'POST',
        body: Buffer.from('inside'),
        ...trusting(),
      });
      expect(outcome).toMatchObject({
        status: 'completed',
        hops: [{ sent: { method: 'POST', target: '/x' }, received: { status: 200 } }],
      });
      expect(Buffer.from(outcome.hops[0]?.sent.body ?? []).toString()).toBe('inside');
      expect(server.requests[0]?.body.toString()).toBe('inside');
    });
  });

  it('works without verification where that is asked for', async () => {
    await withServer(trusted, async (server) => {
      const outcome = await clients[client]({ url: server.origin, curlLines: ['insecure'], policy: { verifyTls: false } });
      expect(outcome).toMatchObject({ status: 'completed' });
    });
  });

  it('refuses a certificate that is unknown, expired, or for another host', async () => {
    const yesterday = new Date(Date.now() - 86_400_000);
    const bad = [
      await makeCertificate(),
      await makeCertificate({ issuer: authority, from: new Date(Date.now() - 3 * 86_400_000), until: yesterday }),
      await makeCertificate({ issuer: authority, host: 'other.example' }),
    ];
    for (const certificate of bad) {
      await withServer(certificate, async (server) => {
        const outcome = await clients[client]({ url: server.origin, ...trusting() });
        expect(outcome).toMatchObject({ status: 'failed', hops: [], error: { kind: 'tls', conclusive: true } });
        expect(server.requests).toEqual([]);
      });
    }
  });

  it('shows its own certificate where the server wants one, and fails where it has none', async () => {
    const server = await startRecordingServer({
      tls: { ...trusted, ca: authority.cert, requestCert: true, rejectUnauthorized: true },
    });
    const { certificate: certificateFile, key: keyFile } = files;
    const own = {
      curlLines: [`cacert = "${files.authority}"`, `cert = "${certificateFile}"`, `key = "${keyFile}"`],
      policy: { caFile: files.authority, clientCertificate: { certificateFile, keyFile } },
    };
    expect(await clients[client]({ url: server.origin, ...own })).toMatchObject({ status: 'completed' });
    expect(await clients[client]({ url: server.origin, ...trusting() })).toMatchObject({
      status: 'failed',
      error: { kind: 'tls', conclusive: true },
    });
    await server.close();
  });

  it('fails at a server that does not speak it, or breaks off while it is agreed on', async () => {
    const fates = [
      (socket: net.Socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
      (socket: net.Socket) => socket.resetAndDestroy(),
    ];
    for (const fate of fates) {
      const server = net
        .createServer((socket) => socket.on('error', () => undefined).once('data', () => fate(socket)))
        .listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      const { port } = server.address() as net.AddressInfo;
      expect(await clients[client]({ url: `https://127.0.0.1:${port}/` })).toMatchObject({
        error: { kind: 'tls', conclusive: true },
      });
      server.close();
    }
  });

  it('goes through a proxy that asks for a password, plain and in a tunnel', async () => {
    const seen: string[] = [];
    const proxy = await startProxy(seen);
    const through = {
      ...trusting(),
      curlLines: [`cacert = "${files.authority}"`, `proxy = "${proxy.url}"`],
      policy: { caFile: files.authority, proxy: proxy.url },
    };
    await withServer(trusted, async (server) => {
      const outcome = await clients[client]({ url: `${server.origin}/x`, ...through });

      expect(outcome).toMatchObject({ status: 'completed', hops: [{ sent: { target: '/x' }, received: { status: 200 } }] });
      expect(outcome.hops).toHaveLength(1);
      expect(seen).toEqual([`CONNECT 127.0.0.1:${server.port} Basic dXNlcjpwYXNz`]);
    });
    seen.length = 0;
    const plain = await startRecordingServer({ answer: () => ({ status: 200 }) });
    expect(await clients[client]({ url: `${plain.origin}/x`, ...through })).toMatchObject({
      status: 'completed',
      hops: [{ received: { status: 200 } }],
    });
    expect(seen).toEqual([`GET ${plain.origin}/x Basic dXNlcjpwYXNz`]);
    await plain.close();
    proxy.close();
  });

  it('calls it a failure to connect where the proxy refuses the tunnel', async () => {
    const refusing = http
      .createServer()
      .on('connect', (_, socket) => socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n'))
      .listen(0, '127.0.0.1');
    await new Promise((resolve) => refusing.once('listening', resolve));
    const url = `http://127.0.0.1:${(refusing.address() as net.AddressInfo).port}`;
    const outcome = await clients[client]({
      url: 'https://127.0.0.1:9/',
      curlLines: [`proxy = "${url}"`],
      policy: { proxy: url },
    });
    expect(outcome).toMatchObject({ status: 'failed', hops: [], error: { kind: 'connect', conclusive: true } });
    refusing.close();
  });
});

/** A proxy that writes down what is asked of it. */
async function startProxy(seen: string[]): Promise<{ readonly url: string; close(): void }> {
  const server = http.createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers['proxy-authorization']}`);
    http.get(request.url ?? '', { headers: request.headers }, (answer) =>
      answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers)),
    );
  });
  server.on('connect', (request, socket: net.Socket) => {
    seen.push(`CONNECT ${request.url} ${request.headers['proxy-authorization']}`);
    const [host, port] = (request.url ?? '').split(':');
    const target = net.connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    for (const end of [target, socket]) end.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://user:pass@127.0.0.1:${(server.address() as net.AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

it('curl reports an exchange over HTTP/2', async () => {
  const server = http2.createSecureServer(trusted, (request, response) => {
    response.setHeader('X-Path', request.url);
    response.end('over two');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  const outcome = await clients.curl({
    url: `https://127.0.0.1:${port}/x`,
    curlLines: ['http2', `cacert = "${files.authority}"`],
  });
  server.close();
  expect(outcome).toMatchObject({
    status: 'completed',
    hops: [{ sent: { target: '/x', version: 'HTTP/2' }, received: { version: 'HTTP/2', status: 200, reason: '' } }],
  });
  expect(outcome.hops[0]?.received.headers).toContainEqual(['x-path', '/x']);
  expect(Buffer.from(outcome.hops[0]?.received.body.bytes ?? []).toString()).toBe('over two');
});
