import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { SandboxRoute } from '../../../src/sandbox/route.ts';
import { encodeForm } from '../../../src/sandbox/tenant/encode-form.ts';
import { createPretendTenant, type PretendTenantSettings } from '../../../src/sandbox/tenant/pretend-tenant.ts';
import { createRateLimiter } from '../../../src/sandbox/tenant/rate-limiter.ts';
import { renderOptions } from '../../../src/sandbox/tenant/render-options.ts';
import { renderRequest, wireRequest } from '../../../src/sandbox/tenant/rendered-request.ts';
import { sendRequest } from '../../../src/sandbox/tenant/send-request.ts';
import { sandboxTenantToken } from '../../../src/sandbox/tenant/tenant-token.ts';

const routes: readonly SandboxRoute[] = Array.from({ length: 45 }, (_, index) => ({
  name: `case-${index}`,
  title: `case ${index}`,
  answer: () => ({ status: 200 }),
  scenario: {
    action: {
      name: `Call API ${index}`,
      options: { url: '{origin}/x', method: 'get', headers: { Authorization: 'Bearer <<CREDENTIAL.key>>' } },
    },
    credentials: { key: 'made-up-value' },
    tines: { status: index === 0 ? 0 : 401, body: { error: 'no' } },
    verdict: 'not-tines',
  },
}));

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, unknown>>;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the answer's shape and fails where it is another
  readonly body: any;
}

function createAsk(settings: PretendTenantSettings = {}) {
  const tenant = createPretendTenant(routes, settings);
  return (target: string, { method = 'GET', token = sandboxTenantToken } = {}): Answer => {
    const url = new URL(`http://127.0.0.1:1/api/v1${target}`);
    const {
      status,
      headers = {},
      body,
    } = tenant({
      method,
      path: url.pathname,
      query: url.searchParams,
      rawQuery: url.search.slice(1),
      headers: { authorization: `Bearer ${token}` },
      body: '',
      origin: url.origin,
      otherOrigin: 'http://localhost:1',
    });
    return { status, headers, body };
  };
}

describe('the pretend tenant', () => {
  it('answers 401 without its key, 404 for what it has not, 405 for other methods', () => {
    const ask = createAsk();
    expect(ask('/actions', { token: 'other' }).status).toBe(401);
    for (const path of ['/actions/1', '/actions/1001/x', '/events/1', '/stories/8', '/nothing'])
      expect([path, ask(path).status]).toEqual([path, 404]);
    expect(ask('/actions/1/run', { method: 'POST' }).status).toBe(404);
    expect(ask('/actions/1001', { method: 'DELETE' }).status).toBe(405);
  });

  it('pages lists as documented: 20 unless asked, at most 500', () => {
    const ask = createAsk();
    const { body } = ask('/actions?page=2');
    expect(body.agents).toHaveLength(20);
    expect(body.meta).toMatchObject({
      per_page: 20,
      pages: 3,
      count: 45,
      next_page_number: 3,
      next_page: 'http://127.0.0.1:1/api/v1/actions?per_page=20&page=3',
    });
    expect(ask('/actions?page=3').body).toMatchObject({
      agents: { length: 5 },
      meta: { next_page: null, next_page_number: null },
    });
    expect(ask('/actions?per_page=9999').body.meta.per_page).toBe(500);
    expect(ask('/agents?story_id=8').body.agents).toEqual([]);
  });

  it('keeps events that are cumulative and logs that are masked, the newest first', () => {
    const ask = createAsk();
    const [event] = ask('/actions/1003/events').body.events;
    expect(Object.keys(event.payload)).toEqual(['start_scenario', 'call_api_2']);
    expect(event.payload.call_api_2).toEqual({ body: { error: 'no' }, headers: {}, status: 401 });
    expect(ask(`/events/${event.previous_event_ids[0]}`).body.story_run_guid).toBe(event.story_run_guid);
    const logs = ask('/actions/1003/logs').body.action_logs;
    expect(logs.map(({ level }: { level: number }) => level)).toEqual([4, 3]);
    expect(logs[1].message).toContain('"Authorization": "Bearer ****************"');
    expect(ask('/actions/1003/logs?level=4').body.action_logs).toHaveLength(1);
    expect(ask(`/actions/1003/events?since_id=${event.id}`).body.events).toEqual([]);
  });

  it('emits no event where Tines got no answer', () => {
    const ask = createAsk();
    expect(ask('/actions/1001/events').body.events).toEqual([]);
    expect(ask('/actions/1001/logs').body.action_logs[0].message).toBe('execution expired');
  });

  it('shows credentials without their values', () => {
    const ask = createAsk();
    expect(ask('/user_credentials').body.user_credentials).toMatchObject([{ slug: 'key', mode: 'TEXT' }]);
    for (const path of [
      '/user_credentials',
      '/actions?per_page=500',
      '/stories/7/export',
      '/events?per_page=500',
      '/global_resources',
      '/info',
    ]) {
      expect(JSON.stringify(ask(path).body)).not.toContain('made-up-value');
    }
  });

  it('allows 100 requests a minute to actions, and others more', () => {
    let now = 1000;
    const ask = createAsk({ now: () => now });
    for (let count = 0; count < 100; count += 1) expect(ask('/actions/1001').status).toBe(200);
    expect(ask('/agents')).toMatchObject({ status: 429, headers: { 'Retry-After': '60' } });
    expect(ask('/events').status).toBe(200);
    now += 60_000;
    expect(ask('/actions').status).toBe(200);
  });
});

describe('a rate limiter', () => {
  it('says how many seconds of the minute are left', () => {
    let now = 0;
    const limiter = createRateLimiter({ actions: 1, others: 5 }, () => now);
    expect(limiter('/actions/1')).toBeUndefined();
    now = 30_500;
    expect(limiter('/actions/1/events')).toBe(30);
    expect(limiter('/actionsheet')).toBeUndefined();
  });
});

describe('rendering', () => {
  const known = { credential: (name: string) => (name === 'key' ? 'value' : ''), data: { a: { b: [1, 'x'], o: { n: null } } } };

  it.each([
    ['Bearer <<CREDENTIAL.key>>', 'Bearer value'],
    ['<<.CREDENTIAL.other>>!', '!'],
    ['=CREDENTIAL.key', 'value'],
    ['Basic <<BASE64_ENCODE(CREDENTIAL.key)>>', 'Basic dmFsdWU='],
    ['<<a.b[1]>> <<a.b>> <<a.none>>', 'x [1,"x"] '],
    ['=a.b', [1, 'x']],
    ['=a.o.n', null],
    ['= not a formula', '= not a formula'],
  ])('‹%s› gives %j', (text, expected) => {
    expect(renderOptions(text, known)).toEqual(expected);
  });

  it('encodes forms as Faraday does', () => {
    expect(encodeForm({ b: [1, 2], a: { z: null, y: "it's +" }, c: [], d: true })).toBe(
      'a%5By%5D=it%27s+%2B&a%5Bz%5D&b%5B%5D=1&b%5B%5D=2&c%5B%5D&d=true',
    );
  });

  it('gives the request for the wire', () => {
    const wire = (options: Readonly<Record<string, unknown>>) =>
      wireRequest(renderRequest({ url: 'http://127.0.0.1/p?x=1 2#f', ...options }, known));
    expect(wire({ method: 'get', payload: { q: 'a b' } })).toMatchObject({
      method: 'GET',
      url: { href: 'http://127.0.0.1/p?q=a+b&x=1+2' },
      body: '',
    });
    expect(wire({ payload: { q: 'a b' } })).toMatchObject({
      method: 'POST',
      body: 'q=a+b',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(wire({ payload: { q: [1] }, content_type: 'json', headers: { 'x-key': '<<CREDENTIAL.key>>' } })).toMatchObject({
      body: '{"q":[1]}',
      headers: {
        'X-Key': 'value',
        'Content-Type': 'application/json; charset=utf-8',
        'User-Agent': 'Tines (Advanced Security Automation; tines.io)',
        Accept: '*/*',
      },
    });
    expect(wire({ method: 'get', basic_auth: ['u', '<<CREDENTIAL.key>>'] }).headers).toMatchObject({
      Authorization: 'Basic dTp2YWx1ZQ==',
    });
  });
});

describe('sending', () => {
  it('follows redirects as Faraday does, and no further than three', async () => {
    const seen: string[] = [];
    const server = createServer((request, response) => {
      seen.push(
        `${request.method} ${request.url} ${request.headers.authorization ?? '-'} ${request.headers['content-length'] ?? '-'}`,
      );
      const location = { '/302': '/end', '/307': '/end', '/host': `http://localhost:${port}/end`, '/loop': '/loop' }[
        request.url ?? ''
      ];
      response
        .writeHead(location === undefined ? 200 : request.url === '/307' ? 307 : 302, location === undefined ? {} : { location })
        .end('done');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const send = (path: string, followRedirects = true) =>
      sendRequest(
        {
          method: 'POST',
          url: new URL(`http://127.0.0.1:${port}${path}`),
          headers: { Authorization: 'k', 'Content-Type': 'text/plain' },
          body: 'abc',
        },
        { followRedirects, timeoutSeconds: 5 },
      );
    try {
      expect(String((await send('/302')).bytes)).toBe('done');
      await send('/307');
      await send('/host');
      expect(seen).toEqual(['POST /302 k 3', 'GET /end k -', 'POST /307 k 3', 'POST /end k 3', 'POST /host k 3', 'GET /end - -']);
      expect((await send('/302', false)).status).toBe(302);
      await expect(send('/loop')).rejects.toThrow('too many redirects');
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
    await expect(send('/302')).rejects.toThrow('Connection refused');
    await expect(
      sendRequest(
        { method: 'GET', url: new URL('http://example.com/'), headers: {}, body: '' },
        { followRedirects: true, timeoutSeconds: 1 },
      ),
    ).rejects.toThrow('getaddrinfo');
  });
});
