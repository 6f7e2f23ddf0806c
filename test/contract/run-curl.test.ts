import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeCurl } from '../../src/run/curl/describe.ts';
import { findProcesses } from '../support/find-processes.ts';
import { type RecordedWireRequest, type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { type Clients, startClients } from '../support/run-clients.ts';

let clients: Clients;
let server: RecordingServer;
let other: RecordingServer;
/** curl under a name of its own, by which its process is found among those of other tests. */
let curlPath: string;
const redirects = { follow: true, limit: 3, keepAuthorization: false };

beforeAll(async () => {
  clients = startClients();
  curlPath = path.join(clients.directory, 'curl');
  symlinkSync(execFileSync('/bin/sh', ['-c', 'command -v curl']).toString().trim(), curlPath);
  other = await startRecordingServer({ answer: () => ({ status: 200, body: 'other' }) });
  server = await startRecordingServer({ answer });
});

afterAll(async () => {
  await clients.close();
  await server.close();
  await other.close();
});

function answer({ target }: RecordedWireRequest) {
  if (target === '/gzip') return { status: 200, headers: [['Content-Encoding', 'gzip']] as const, body: gzipSync('plain') };
  if (target === '/unknown') return { status: 200, headers: [['Content-Encoding', 'rot13']] as const, body: 'cynva' };
  const [, status, place] = /^\/(30\d)\/(\w+)$/.exec(target) ?? [];
  if (status === undefined) return { status: 200, body: 'here' };
  const locations: Record<string, string> = {
    here: '/end',
    other: `${other.origin}/end`,
    again: target,
    file: 'file:///etc/passwd',
  };
  return { status: Number(status), headers: [['Location', locations[place ?? ''] ?? '/end']] as const, body: 'moved' };
}

const body = Buffer.from('{"a":1}');
const headers = [
  ['Authorization', 'Bearer x'],
  ['Content-Type', 'application/json'],
  ['X-Kept', '1'],
] as const;
const names = (request: RecordedWireRequest | undefined) => request?.headers.map(([name]) => name.toLowerCase()) ?? [];

describe('redirects that the runner follows in place of curl', () => {
  it.each(['301', '302', '303'])('turn PUT into GET without a body after %s', async (status) => {
    server.clear();
    const outcome = await clients.curl({
      url: `${server.origin}/${status}/here`,
      method: 'PUT',
      body,
      headers,
      curl: { redirects },
    });
    expect(outcome).toMatchObject({
      status: 'completed',
      hops: [{ received: { status: Number(status) } }, { sent: { method: 'GET' }, received: { status: 200 } }],
    });
    const last = server.requests.at(-1);
    expect(last).toMatchObject({ method: 'GET', target: '/end' });
    expect(last?.body).toHaveLength(0);
    expect(names(last)).toEqual(expect.arrayContaining(['authorization', 'x-kept']));
    expect(names(last)).not.toContain('content-type');
  });

  it.each(['307', '308'])('keep method and body after %s', async (status) => {
    server.clear();
    await clients.curl({ url: `${server.origin}/${status}/here`, method: 'PATCH', body, headers, curl: { redirects } });
    expect(server.requests.at(-1)).toMatchObject({ method: 'PATCH', target: '/end' });
    expect(server.requests.at(-1)?.body.toString()).toBe('{"a":1}');
  });

  it('lose the credentials on the way to another port, unless they are to be kept', async () => {
    const request = { url: `${server.origin}/302/other`, method: 'DELETE', headers };
    other.clear();
    await clients.curl({ ...request, curl: { redirects } });
    await clients.curl({ ...request, curl: { redirects: { ...redirects, keepAuthorization: true } } });
    const [dropped, kept] = other.requests.map(names);
    expect(dropped).not.toContain('authorization');
    expect(dropped).toContain('x-kept');
    expect(kept).toContain('authorization');
  });

  it('end at the limit, and at another scheme', async () => {
    const circle = await clients.curl({ url: `${server.origin}/302/again`, method: 'PUT', body, curl: { redirects } });
    expect(circle).toMatchObject({ status: 'failed', error: { kind: 'redirects' } });
    expect(circle.hops).toHaveLength(4);
    const file = await clients.curl({ url: `${server.origin}/302/file`, method: 'PUT', body, curl: { redirects } });
    expect(file).toMatchObject({
      status: 'failed',
      error: { kind: 'redirects', conclusive: true },
      hops: [{ received: { status: 302 } }],
    });
  });

  it('are not followed where the policy says so, even if the config does', async () => {
    const outcome = await clients.curl({
      url: `${server.origin}/302/here`,
      follow: 5,
      curl: { redirects: { ...redirects, follow: false } },
    });
    expect(outcome).toMatchObject({ status: 'completed', hops: [{ received: { status: 302 } }] });
  });
});

describe('the option --compressed', () => {
  it('makes curl ask for codings and undo them', async () => {
    server.clear();
    const outcome = await clients.curl({ url: `${server.origin}/gzip`, curlLines: ['compressed'] });
    expect(Buffer.from(outcome.hops[0]?.received.body.bytes ?? []).toString()).toBe('plain');
    expect(names(server.requests[0])).toContain('accept-encoding');
  });

  it('undoes what it can, and no more, where the codings are settled by a header field', async () => {
    for (const [target, text] of [
      ['/gzip', 'plain'],
      ['/unknown', 'cynva'],
    ] as const) {
      server.clear();
      const outcome = await clients.curl({
        url: server.origin + target,
        curlLines: ['compressed', 'header = "Accept-Encoding:"'],
      });
      expect(outcome.status).toBe('completed');
      expect(Buffer.from(outcome.hops[0]?.received.body.bytes ?? []).toString()).toBe(text);
      expect(names(server.requests[0])).not.toContain('accept-encoding');
    }
  });
});

describe('the process of curl', () => {
  it('has nothing of the request in its arguments, and nothing but places in its environment', async () => {
    const seen: string[] = [];
    const probing = await startRecordingServer({
      answer: () => {
        for (const pid of findProcesses(curlPath))
          seen.push(readFileSync(`/proc/${pid}/cmdline`, 'utf8'), readFileSync(`/proc/${pid}/environ`, 'utf8'));
        return { status: 200 };
      },
    });
    const environment = { ...process.env, http_proxy: 'http://127.0.0.1:9', TINES_CREDENTIAL_ACME: 's3cr3t' };
    const outcome = await clients.curl({
      url: probing.origin,
      headers: [['Authorization', 's3cr3t']],
      curl: { curlPath, environment },
    });
    await probing.close();
    expect(outcome.status).toBe('completed');
    expect(seen[0]?.split('\0')).toEqual([curlPath, '--disable', '--config', '-', '']);
    expect(seen[1]).toMatch(/PATH=/);
    expect(seen.join('\n')).not.toMatch(/s3cr3t|http_proxy/);
  });

  it('that does not exist gives an outcome that tells nothing', async () => {
    const outcome = await clients.curl({ url: server.origin, curl: { curlPath: '/nonexistent/curl' } });
    expect(outcome).toMatchObject({ status: 'failed', hops: [], error: { kind: 'other', code: 'ENOENT', conclusive: false } });
    expect(await describeCurl({ curlPath: '/nonexistent/curl', environment: process.env })).toBeUndefined();
  });

  it('that is killed gives an outcome that tells nothing', async () => {
    const killing = await startRecordingServer({
      answer: () => {
        for (const pid of findProcesses(curlPath)) process.kill(pid, 'SIGKILL');
        return new Promise(() => undefined);
      },
    });
    const outcome = await clients.curl({ url: killing.origin, curl: { curlPath } });
    await killing.close();
    expect(outcome).toMatchObject({ status: 'failed', error: { kind: 'other', code: 'SIGKILL', conclusive: false } });
  });

  it('is described by version and features', async () => {
    const description = await describeCurl({ environment: process.env });
    expect(description?.version).toMatch(/^\d+\.\d+/);
    expect(description?.protocols).toContain('https');
    expect(description?.features).toContain('SSL');
  });

  it('that cannot begin, for want of an interface, gives an outcome that tells nothing', async () => {
    const outcome = await clients.curl({ url: server.origin, curlLines: ['interface = "nonexistent0"'] });
    expect(outcome).toMatchObject({ status: 'failed', error: { kind: 'other', conclusive: false } });
  });
});
