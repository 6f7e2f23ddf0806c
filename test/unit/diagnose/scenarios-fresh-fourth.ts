import type { TinesOutcome } from '../../../src/model/outcome.ts';
import type { RequestSpec } from '../../../src/model/request-spec.ts';
import { basic, bearerOf, good, silent, talkative, token } from './fake-credentials.ts';
import { bearer, json, postPayload, withToken } from './scenario-parts.ts';
import type { Scenario } from './scenarios.ts';

const get = (headers: Readonly<Record<string, string>> = bearer, path = '/items') => ({
  url: `{origin}${path}`,
  method: 'get',
  headers,
});

function recorded(status: number, body?: Readonly<Record<string, string>> | string): TinesOutcome {
  if (body === undefined) return { client: 'tines', status: 'recorded', response: { status } };
  if (typeof body === 'string')
    return { client: 'tines', status: 'recorded', response: { status, headers: [], body: { kind: 'text', text: body } } };
  const members = Object.entries(body).map(([key, value]) => ({ key, value: { kind: 'string', value } as const }));
  return {
    client: 'tines',
    status: 'recorded',
    response: { status, headers: [], body: { kind: 'json', value: { kind: 'object', members } } },
  };
}

const withHeaders =
  (...headers: readonly (readonly [string, string])[]) =>
  (request: RequestSpec): RequestSpec => ({
    ...request,
    headers: [
      ...request.headers.filter(([name]) => !headers.some(([other]) => other.toLowerCase() === name.toLowerCase())),
      ...headers.map(([name, value]) => [name, [value]] as const),
    ],
  });

/** Requests that are known to work, and failures that only Tines has. */
export const freshFourthScenarios: readonly Scenario[] = [
  {
    title: 'a working request from a browser, with many headers and one that matters',
    cause: 'client-header',
    confidence: 'confirmed',
    answer: (request) =>
      request.headers['x-requested-with'] === 'XMLHttpRequest' ? (talkative(request) ?? good) : json(403, { error: 'denied' }),
    options: get(),
    ...withToken,
    working: withHeaders(
      ['Accept', 'application/json, text/plain, */*'],
      ['Accept-Language', 'de,en;q=0.9'],
      ['Referer', 'https://app.example.com/items'],
      ['Sec-Fetch-Mode', 'cors'],
      ['X-Requested-With', 'XMLHttpRequest'],
      ['User-Agent', 'Mozilla/5.0 (X11; Linux x86_64)'],
    ),
    most: 12,
  },
  {
    title: 'a working request whose key is in another header',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) => silent(headers['x-acme-key'] === token),
    options: get(),
    ...withToken,
    working: (request) => ({
      ...request,
      headers: [...request.headers.filter(([name]) => name !== 'Authorization'), ['X-Acme-Key', [token]]],
    }),
    most: 10,
  },
  {
    title: 'a working request that carries a pair of another user',
    cause: 'credential-rejected',
    confidence: 'confirmed',
    answer: ({ headers }) => silent(headers.authorization === basic('alice:s3cret-pass-1')),
    options: { ...get({}), basic_auth: ['robot', '<<CREDENTIAL.acme>>'] },
    ...withToken,
    working: withHeaders(['Authorization', basic('alice:s3cret-pass-1')]),
    most: 10,
  },
  {
    title: 'a working request whose number is no text',
    cause: 'pill-stringified',
    also: ['unexplained'],
    confidence: 'confirmed',
    answer: ({ body }) => (/"count":5\b/.test(body) ? good : json(400, { error: 'schema' })),
    options: postPayload({ count: '<<before.count>>' }),
    data: { before: new Map([['count', 5n]]) },
    ...withToken,
    working: (request) => ({ ...request, body: { kind: 'text', text: ['{"count":5}'] } }),
    most: 10,
  },
  {
    title: 'a working request with one parameter more',
    cause: 'unexplained',
    confidence: 'confirmed',
    answer: ({ search }) => (search.includes('api-version=2') ? good : json(400, { error: 'bad request' })),
    options: get(),
    ...withToken,
    working: (request, origin) => ({ ...request, url: [`${origin}/items?api-version=2`] }),
    most: 10,
  },
  {
    title: 'a working request that has no User-Agent of Tines',
    cause: 'user-agent-blocked',
    confidence: 'confirmed',
    answer: (request) =>
      /tines/i.test(request.headers['user-agent'] ?? '') ? { status: 403, body: 'no' } : (talkative(request) ?? good),
    options: get(),
    ...withToken,
    working: withHeaders(['User-Agent', 'curl/8.5.0']),
    most: 10,
  },
  {
    title: 'a working request that is the same, and works now',
    cause: 'credential-rejected',
    also: ['scheme-wrong', 'header-wrong'],
    confidence: 'possible',
    answer: () => json(401, { error: 'unauthorized' }),
    options: get(),
    ...withToken,
    working: (request) => request,
    most: 10,
  },
  {
    title: 'a working request with Accept and a version that only together work',
    cause: 'client-header',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.accept === 'application/vnd.acme+json' && headers['acme-version'] === '3' ? good : json(406, { error: 'no' }),
    options: get(),
    ...withToken,
    working: withHeaders(['Accept', 'application/vnd.acme+json'], ['Acme-Version', '3'], ['Cache-Control', 'no-cache']),
    most: 12,
  },
  {
    title: 'Tines alone met a firewall’s page',
    cause: 'address-not-allowed',
    also: ['user-agent-blocked'],
    confidence: 'possible',
    answer: (request) => talkative(request) ?? good,
    options: get(),
    ...withToken,
    tines: recorded(
      403,
      '<html><head><title>Attention Required! | Cloudflare</title></head><body>Sorry, you have been blocked</body></html>',
    ),
  },
  {
    title: 'Tines alone was told that the token is invalid',
    cause: 'credential-rejected',
    confidence: 'possible',
    answer: (request) => talkative(request) ?? good,
    options: get(),
    ...withToken,
    tines: recorded(401, { error: 'invalid_token' }),
  },
  {
    title: 'Tines alone was told that no token was sent',
    cause: 'credential-empty',
    confidence: 'likely',
    answer: (request) =>
      bearerOf(request) === null
        ? json(401, { message: 'No token provided' })
        : bearerOf(request) === token
          ? good
          : json(401, { message: 'Invalid token' }),
    options: get(),
    ...withToken,
    tines: recorded(401, { message: 'No token provided' }),
  },
  {
    title: 'Tines alone was told that the media type is wrong',
    cause: 'content-type-mismatch',
    also: ['unexplained'],
    confidence: 'likely',
    answer: (request) => talkative(request) ?? good,
    options: postPayload(),
    ...withToken,
    tines: recorded(415, { error: 'Unsupported Media Type' }),
  },
  {
    title: 'Tines alone was told that a value is bad',
    cause: 'unexplained',
    confidence: 'possible',
    answer: (request) => talkative(request) ?? good,
    options: postPayload(),
    ...withToken,
    tines: recorded(422, { error: 'name is too long' }),
  },
  {
    title: 'Tines alone timed out',
    cause: 'private-address',
    also: ['timeout', 'egress-blocked'],
    confidence: 'likely',
    answer: (request) => talkative(request) ?? good,
    options: get(),
    ...withToken,
    tines: recorded(0),
    settings: { log: ['Request failed: execution expired (Net::OpenTimeout)'] },
  },
  {
    title: 'Tines alone may not use the credential at this host, in the log’s words',
    cause: 'credential-domain-restricted',
    confidence: 'likely',
    answer: (request) => talkative(request) ?? good,
    options: get(),
    ...withToken,
    tines: recorded(0),
    settings: { log: ['Credential acme is not allowed for domain 127.0.0.1'] },
  },
  {
    title: 'Tines was told to wait by 503',
    cause: 'server-error',
    also: ['rate-limited'],
    confidence: 'likely',
    answer: (request) => talkative(request) ?? good,
    options: get(),
    ...withToken,
    tines: recorded(503, { message: 'Service Unavailable' }),
  },
  {
    title: 'Tines alone got a login page under a 200',
    cause: 'credential-rejected',
    also: ['credential-empty'],
    confidence: 'possible',
    answer: (request) =>
      bearerOf(request) === token
        ? good
        : {
            status: 200,
            headers: { 'Content-Type': 'text/html' },
            body: '<html><head><title>Log in</title></head><body><input type="password"></body></html>',
          },
    options: get(),
    ...withToken,
    tines: recorded(200, '<html><head><title>Log in</title></head><body><input type="password"></body></html>'),
  },
  {
    title: 'Tines alone was told of an address list in prose',
    cause: 'address-not-allowed',
    confidence: 'possible',
    answer: (request) => talkative(request) ?? good,
    options: get(),
    ...withToken,
    tines: recorded(401, { message: 'Your source IP 34.250.1.2 is not in the allow list of this key' }),
  },
];
