import type { TinesOutcome } from '../../../src/model/outcome.ts';
import type { RequestSpec } from '../../../src/model/request-spec.ts';
import type { CaseAnswer } from './diagnose-case.ts';
import { basic, bearerOf, fakeJwt, good, silent, talkative, token } from './fake-credentials.ts';
import { bearer, robot, withToken } from './scenario-parts.ts';
import type { Scenario } from './scenarios.ts';

const get = (headers: Readonly<Record<string, string>> = bearer, path = '/items') => ({
  url: `{origin}${path}`,
  method: 'get',
  headers,
});
const post = (headers: Readonly<Record<string, string>> = bearer) => ({
  url: '{origin}/items',
  method: 'post',
  content_type: 'application_json',
  payload: { name: 'made up' },
  headers,
});
const refused: CaseAnswer = { status: 401, body: { error: 'unauthorized' } };
const challenge: CaseAnswer = { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="x"' }, body: '' };

function recorded(status: number, body: Readonly<Record<string, string>>): TinesOutcome {
  return {
    client: 'tines',
    status: 'recorded',
    response: {
      status,
      headers: [],
      body: {
        kind: 'json',
        value: {
          kind: 'object',
          members: Object.entries(body).map(([key, value]) => ({ key, value: { kind: 'string', value } as const })),
        },
      },
    },
  };
}

const replaced =
  (name: string, value: string) =>
  (request: RequestSpec): RequestSpec => ({
    ...request,
    headers: [...request.headers.filter(([field]) => field.toLowerCase() !== name.toLowerCase()), [name, [value]]],
  });

/** Two faults at once, near misses, failures that only Tines has, and requests that are known to work. */
export const freshTrapScenarios: readonly Scenario[] = [
  {
    title: 'the scheme twice and quotation marks within',
    cause: 'scheme-doubled',
    also: ['credential-quoted'],
    confidence: 'likely',
    answer: (request) => talkative(request) ?? good,
    options: get(),
    credentials: { acme: `"Bearer ${token}"` },
    most: 8,
  },
  {
    title: 'no scheme, and quotation marks around the token',
    cause: 'scheme-missing',
    also: ['credential-quoted'],
    confidence: 'confirmed',
    answer: (request) => talkative(request) ?? good,
    options: get({ 'X-Ignore': '1', Authorization: '<<CREDENTIAL.acme>>' }),
    credentials: { acme: `"${token}"` },
    most: 8,
  },
  {
    title: 'the wrong header and quotation marks',
    cause: 'header-wrong',
    also: ['credential-quoted'],
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers['x-api-key'] === token ? good : { status: 401, body: { message: 'Missing or invalid X-API-Key header' } },
    options: get(),
    credentials: { acme: `"${token}"` },
    most: 8,
  },
  {
    title: 'Basic not encoded, and the password ends in a space',
    cause: 'basic-not-encoded',
    also: ['credential-whitespace'],
    confidence: 'confirmed',
    answer: ({ headers }) => (headers.authorization === basic('robot:s3cret-pass-1') ? good : challenge),
    options: get({ Authorization: 'Basic robot:<<CREDENTIAL.acme>>' }),
    credentials: { acme: 's3cret-pass-1 ' },
    most: 8,
  },
  {
    title: 'a refused name, and behind it a missing permission',
    cause: 'user-agent-blocked',
    also: ['permission-missing'],
    confidence: 'confirmed',
    answer: (request) => {
      if (/tines/i.test(request.headers['user-agent'] ?? '')) return { status: 403, body: '<html>blocked</html>' };
      return talkative(request) ?? { status: 403, body: { error: 'insufficient permissions' } };
    },
    options: get(),
    ...withToken,
    most: 8,
  },
  {
    title: 'a quotation mark that belongs to the password, and a missing permission',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: ({ headers }) => {
      if (headers.authorization === basic('robot:"quoted"')) return { status: 403, body: { error: 'forbidden' } };
      return challenge;
    },
    options: { ...get({}), ...robot },
    credentials: { acme: '"quoted"' },
  },
  {
    title: 'a password that looks like base64 and is none too much',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: ({ headers }) => (headers.authorization === basic('robot:other') ? good : challenge),
    options: { ...get({}), ...robot },
    credentials: { acme: 'cm9ib3Q6czNjcmV0LXBhc3M=' },
    most: 8,
  },
  {
    title: 'a read-only key, in the server’s words',
    cause: 'permission-missing',
    also: ['method-not-permitted'],
    confidence: 'likely',
    answer: (request) => {
      const failed = talkative(request);
      if (failed !== null) return failed;
      return request.method === 'GET' ? good : { status: 403, body: { message: 'This API key is read-only' } };
    },
    options: post(),
    ...withToken,
  },
  {
    title: 'a placeholder was never replaced',
    cause: 'credential-rejected',
    also: ['credential-unresolved'],
    confidence: 'confirmed',
    answer: (request) => talkative(request) ?? good,
    options: get({ Authorization: 'Bearer YOUR_API_KEY' }),
  },
  {
    title: 'an empty key in the query',
    cause: 'credential-empty',
    confidence: 'confirmed',
    answer: ({ search }) => (/api_key=[^&]/.test(search) ? good : { status: 401, body: { error: 'api_key is missing' } }),
    options: get({}, '/items?api_key=<<CREDENTIAL.acme>>'),
    credentials: { acme: '' },
  },
  {
    title: 'everybody gets the same 401, whatever is sent',
    cause: 'credential-rejected',
    confidence: 'possible',
    answer: () => refused,
    options: get(),
    ...withToken,
    most: 10,
  },
  {
    title: 'a login page under a 200, whatever is sent',
    cause: 'credential-rejected',
    confidence: 'possible',
    answer: ({ path }) =>
      path === '/login'
        ? {
            status: 200,
            headers: { 'Content-Type': 'text/html' },
            body: '<html><head><title>Sign in</title></head><body><form action="/login" method="post"><input name="username"><input type="password" name="password"></form></body></html>',
          }
        : { status: 302, headers: { Location: '/login' } },
    options: get(),
    ...withToken,
    most: 12,
  },
  {
    title: 'a server whose clock is an hour ahead of a short-lived token',
    cause: 'clock-skew',
    confidence: 'likely',
    answer: (request) => {
      const answer = talkative(request) ?? good;
      return { ...answer, headers: { ...answer.headers, Date: 'Tue, 24 Nov 2026 13:00:00 GMT' } };
    },
    options: get(),
    credentials: { acme: fakeJwt({ iss: 'x', iat: 1_795_521_300, nbf: 1_795_521_300, exp: 1_795_521_900 }) },
  },
  {
    title: 'the signature is expired, in the words of AWS',
    cause: 'clock-skew',
    also: ['credential-expired'],
    confidence: 'confirmed',
    answer: () => ({
      status: 403,
      headers: { 'x-amzn-ErrorType': 'InvalidSignatureException' },
      body: { message: 'Signature expired: 20261124T110000Z is now earlier than 20261124T114500Z (20261124T120000Z - 15 min.)' },
    }),
    options: get({
      Authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261124/us-east-1/x/aws4_request, SignedHeaders=host, Signature=<<CREDENTIAL.acme>>',
    }),
    credentials: { acme: 'fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024' },
    most: 0,
  },
  {
    title: '503 with Retry-After may be a limit or a failure',
    cause: 'server-error',
    also: ['rate-limited'],
    confidence: 'likely',
    answer: () => ({ status: 503, headers: { 'Retry-After': '30' }, body: { error: 'temporarily unavailable' } }),
    options: get(),
    ...withToken,
  },
  {
    title: 'a body that a server does not take and that the editor did not write',
    cause: 'unexplained',
    confidence: 'possible',
    answer: () => ({ status: 400, body: { error: 'unknown field "name"' } }),
    options: post(),
    ...withToken,
  },
  {
    title: 'the editor’s sample in the body',
    cause: 'leftover-payload',
    confidence: 'likely',
    answer: ({ body }) =>
      body.includes('array_example')
        ? { status: 400, body: { error: 'unknown field "key"' } }
        : { status: 400, body: { error: 'name is required' } },
    options: { ...post(), payload: { key: 'value', array_example: ['foo', 'bar'], object_example: { key: 'value' } } },
    ...withToken,
  },
  {
    title: 'a conflict is nobody’s credential',
    cause: 'unexplained',
    confidence: 'possible',
    answer: (request) => talkative(request) ?? { status: 409, body: { error: 'already exists' } },
    options: post(),
    ...withToken,
  },
  {
    title: '404 to the credential where strangers get 401 and another path would be right',
    cause: 'not-found',
    confidence: 'likely',
    answer: (request) => talkative(request) ?? { status: 404, body: { message: 'Not Found' } },
    options: get(),
    ...withToken,
  },
  {
    title: '405 without Allow for a POST, and GET works',
    cause: 'method-not-allowed',
    confidence: 'confirmed',
    answer: ({ method }) => (method === 'GET' ? good : { status: 405, body: { detail: 'Method "POST" not allowed.' } }),
    options: post(),
    ...withToken,
  },
  {
    title: 'Tines alone is limited',
    cause: 'rate-limited',
    confidence: 'likely',
    answer: (request) => talkative(request) ?? good,
    options: get(),
    ...withToken,
    tines: recorded(429, { message: 'Too Many Requests' }),
  },
  {
    title: 'Tines alone had an expired token',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: (request) => talkative(request) ?? good,
    options: get(),
    ...withToken,
    tines: recorded(401, { error: 'invalid_token', error_description: 'The access token expired' }),
  },
  {
    title: 'Tines alone is turned away by its address, in the server’s words',
    cause: 'address-not-allowed',
    confidence: 'possible',
    answer: (request) => talkative(request) ?? good,
    options: get(),
    ...withToken,
    tines: recorded(403, { message: 'Access from this IP address is not allowed' }),
  },
  {
    title: 'Tines alone met a server that failed',
    cause: 'server-error',
    confidence: 'likely',
    answer: (request) => talkative(request) ?? good,
    options: get(),
    ...withToken,
    tines: recorded(502, { message: 'Bad Gateway' }),
  },
  {
    title: 'Tines alone lacks a scope',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) => talkative(request) ?? good,
    options: get(),
    ...withToken,
    tines: recorded(403, { error: 'insufficient_scope', error_description: 'The request requires higher privileges' }),
  },
  {
    title: 'a working request with another value of the credential',
    cause: 'credential-rejected',
    confidence: 'confirmed',
    answer: (request) => silent(bearerOf(request) === token),
    options: get(),
    credentials: { acme: 'tok_9Aw3nE5bTy6Uj1Ko' },
    working: replaced('Authorization', `Bearer ${token}`),
    most: 8,
  },
  {
    title: 'a working request with a cookie and no other difference',
    cause: 'client-header',
    confidence: 'confirmed',
    answer: ({ headers }) => silent(headers.cookie === 'session=7Fq2xR9vLm4Kd8Zc'),
    options: get(),
    ...withToken,
    working: replaced('Cookie', 'session=7Fq2xR9vLm4Kd8Zc'),
    most: 8,
  },
  {
    title: 'a working request to another path',
    cause: 'not-found',
    also: ['unexplained'],
    confidence: 'confirmed',
    answer: ({ path }) => (path === '/v2/items' ? good : { status: 404, body: { error: 'not found' } }),
    options: get(),
    ...withToken,
    working: (request, origin) => ({ ...request, url: [`${origin}/v2/items`] }),
    most: 8,
  },
  {
    title: 'a working request that posts a form',
    cause: 'content-type-mismatch',
    confidence: 'confirmed',
    answer: ({ headers, body }) =>
      headers['content-type'] === 'application/x-www-form-urlencoded' && body === 'name=made+up'
        ? good
        : { status: 400, body: { error: 'invalid_request' } },
    options: post(),
    ...withToken,
    working: (request) => ({
      ...request,
      headers: request.headers.map(([name, value]) => [
        name,
        name.toLowerCase() === 'content-type' ? ['application/x-www-form-urlencoded'] : value,
      ]),
      body: { kind: 'form', fields: [[['name'], ['made up']]], text: ['name=made+up'] },
    }),
    most: 8,
  },
  {
    title: 'a working request that uses PUT',
    cause: 'method-not-allowed',
    confidence: 'confirmed',
    answer: ({ method }) => (method === 'PUT' ? good : { status: 404, body: { error: 'not found' } }),
    options: post(),
    ...withToken,
    working: (request) => ({ ...request, method: 'PUT' }),
    most: 8,
  },
  {
    title: 'a working request with Basic in place of Bearer',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) => silent(headers.authorization === basic(`robot:${token}`)),
    options: get(),
    ...withToken,
    working: replaced('Authorization', basic(`robot:${token}`)),
    most: 8,
  },
];
