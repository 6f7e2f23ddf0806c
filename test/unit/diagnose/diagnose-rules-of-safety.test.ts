import { describe, expect, test } from 'vitest';
import { diagnoseCase } from './diagnose-case.ts';
import { basic, good, silent, talkative, token } from './fake-credentials.ts';

const options = { url: '{origin}/items', method: 'get', headers: { Authorization: 'Bearer <<CREDENTIAL.acme>>' } };
const credentials = { acme: token };
const isWrong = (authorization: string | undefined) => authorization !== undefined && !authorization.includes(token);

describe('what experiments keep to', () => {
  test('no more requests than allowed', async () => {
    for (const maxRequests of [0, 1, 2, 3]) {
      const result = await diagnoseCase({ answer: () => silent(false), options, credentials, settings: { maxRequests } });
      expect(result.requests).toHaveLength(maxRequests);
      expect(result.experiments).toHaveLength(maxRequests);
    }
  });

  test('none where they are switched off', async () => {
    expect(
      (await diagnoseCase({ answer: () => silent(false), options, credentials, settings: { experiments: false } })).requests,
    ).toEqual([]);
  });

  test('one wrong credential at most', async () => {
    const result = await diagnoseCase({ answer: () => silent(false), options, credentials });
    expect(result.requests.filter(({ headers }) => isWrong(headers.authorization))).toHaveLength(1);
  });

  test('no wrong Basic pair unless the number of requests was set', async () => {
    const pair = {
      answer: () => ({ status: 401, headers: { 'WWW-Authenticate': 'Basic realm="x"' } }),
      options: { url: '{origin}/items', method: 'get', basic_auth: ['robot', '<<CREDENTIAL.acme>>'] },
      credentials,
    };
    const sent = basic(`robot:${token}`);
    const shy = await diagnoseCase(pair);
    expect(shy.requests.every(({ headers }) => headers.authorization === undefined || headers.authorization === sent)).toBe(true);
    const bold = await diagnoseCase({ ...pair, settings: { maxRequestsGiven: true } });
    expect(
      bold.requests.filter(({ headers }) => headers.authorization !== undefined && headers.authorization !== sent),
    ).toHaveLength(1);
  });

  test('safe methods only, unless writes are allowed', async () => {
    const post = { ...options, method: 'post', content_type: 'json', payload: { name: 'x' } };
    const result = await diagnoseCase({
      answer: (request) => talkative(request) ?? { status: 403, body: { message: 'Forbidden' } },
      options: post,
      credentials,
      settings: { allowWrites: false },
    });
    expect(result.requests.length).toBeGreaterThan(0);
    expect(result.requests.every(({ method }) => method === 'GET' || method === 'HEAD')).toBe(true);
  });

  test('never another origin, not even by a redirect', async () => {
    const result = await diagnoseCase({
      answer: (request) =>
        request.headers.authorization === undefined
          ? { status: 302, headers: { Location: `${request.otherOrigin}/login` } }
          : { status: 401, body: { error: 'unauthorized' } },
      options,
      credentials,
    });
    expect(result.requests.length).toBeGreaterThan(1);
    expect(result.requests.every(({ host }) => host.startsWith('127.0.0.1:'))).toBe(true);
    expect(result.diagnoses.every(({ confidence }) => confidence !== 'confirmed')).toBe(true);
  });

  test('redirects on the same origin are followed and counted', async () => {
    const result = await diagnoseCase({
      answer: (request) =>
        request.path === '/items' ? { status: 307, headers: { Location: '/v2/items' } } : (talkative(request) ?? good),
      options: { ...options, headers: { Authorization: '<<CREDENTIAL.acme>>' } },
      credentials,
    });
    expect(result.diagnoses[0]).toMatchObject({ code: 'scheme-missing', confidence: 'confirmed' });
    expect(result.experiments.map(({ change }) => change)).toContain('without the credential, after a redirect');
    expect(result.requests).toHaveLength(result.experiments.length);
  });

  test('a server that echoes the credential does not get it into the report', async () => {
    const result = await diagnoseCase({
      answer: ({ headers }) => ({
        status: 401,
        body: { message: `Invalid token: ${headers.authorization} (${token.slice(0, 12)}****)` },
      }),
      options,
      credentials,
    });
    expect(JSON.stringify(result.diagnoses)).not.toContain(token.slice(0, 12));
  });

  test('a credential that only some of the time fails confirms nothing', async () => {
    let count = 0;
    const result = await diagnoseCase({
      answer: () => {
        count += 1;
        return count % 2 === 1 ? { status: 401, body: { error: 'x' } } : good;
      },
      options,
      credentials,
    });
    expect(result.diagnoses.every(({ confidence }) => confidence === 'possible')).toBe(true);
  });

  test('the identity call is sent only when it is asked for', async () => {
    const hosts = [
      {
        name: 'Acme',
        hosts: ['127.0.0.1'],
        credentials: [{ place: 'header', name: 'Authorization', scheme: 'Bearer', prefixes: [] } as const],
        identity: { method: 'GET', path: '/me' } as const,
        source: 'https://example.com',
      },
    ];
    const answer = (request: Parameters<typeof talkative>[0]) =>
      talkative(request) ?? (request.path === '/me' ? good : { status: 403, body: { message: 'Forbidden' } });
    const without = await diagnoseCase({ answer, options, credentials, settings: { hosts } });
    expect(without.requests.some(({ path }) => path === '/me')).toBe(false);
    const withIt = await diagnoseCase({ answer, options, credentials, settings: { hosts, probeIdentity: true } });
    expect(withIt.requests.some(({ path }) => path === '/me')).toBe(true);
    expect(withIt.diagnoses[0]).toMatchObject({ code: 'permission-missing', confidence: 'likely' });
  });
});

describe('what the clients could not send', () => {
  const failed = (kind: 'dns' | 'connect' | 'timeout' | 'tls', code: string, message: string) =>
    ({ client: 'curl', status: 'failed', error: { kind, code, message, conclusive: true }, hops: [], milliseconds: 1 }) as const;

  test.each(['dns', 'connect', 'timeout'] as const)('%s is the client’s own word', async (kind) => {
    const result = await diagnoseCase({
      answer: () => good,
      options,
      credentials,
      settings: { runs: [[failed(kind, 'curl', 'no')]] },
    });
    expect(result.diagnoses[0]).toMatchObject({ code: kind, confidence: 'confirmed' });
    expect(result.requests).toEqual([]);
  });

  test('an untrusted certificate is confirmed by a request that carries no credential', async () => {
    const result = await diagnoseCase({
      answer: () => ({ status: 404 }),
      options: { ...options, url: '{origin}/items?a=1' },
      credentials,
      settings: { runs: [[failed('tls', 'curl 60', 'SSL certificate problem: self-signed certificate')]] },
    });
    expect(result.diagnoses[0]).toMatchObject({ code: 'tls-untrusted', confidence: 'confirmed' });
    expect(result.requests).toHaveLength(1);
    expect(result.requests[0]).toMatchObject({ method: 'GET', search: '' });
    expect(result.requests[0]?.headers.authorization).toBeUndefined();
  });

  test('an alert that asks for a certificate', async () => {
    const result = await diagnoseCase({
      answer: () => good,
      options,
      credentials,
      settings: { runs: [[failed('tls', 'curl 56', 'alert certificate required')]] },
    });
    expect(result.diagnoses[0]).toMatchObject({ code: 'tls-client-certificate-required', confidence: 'confirmed' });
  });

  test('a client that could not run leads to no conclusion', async () => {
    const result = await diagnoseCase({
      answer: () => good,
      options,
      credentials,
      settings: {
        runs: [
          [
            {
              client: 'curl',
              status: 'failed',
              error: { kind: 'other', code: 'ENOENT', message: 'no curl', conclusive: false },
              hops: [],
              milliseconds: 1,
            },
          ],
        ],
      },
    });
    expect(result.diagnoses).toEqual([]);
    expect(result.checklist.every(({ state }) => state === 'unknown')).toBe(true);
  });
});
