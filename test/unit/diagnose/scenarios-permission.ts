import { basic, bearerOf, challenged, fakeJwt, good, silent, talkative, token } from './fake-credentials.ts';
import type { Scenario } from './scenarios.ts';

const options = { url: '{origin}/items', method: 'get', headers: { Authorization: 'Bearer <<CREDENTIAL.acme>>' } };
const post = { ...options, method: 'post', content_type: 'json', payload: { name: 'x' } };
const credentials = { acme: token };
const past = fakeJwt({ iss: 'https://login.example', exp: 1_700_000_000, scope: 'read' });
const wrongToken = 'tok_9Aw3nE5bTy6Uj1Ko';

export const permissionScenarios: readonly Scenario[] = [
  {
    title: 'expired, and the server says so',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: (request) =>
      bearerOf(request) === null
        ? challenged()
        : challenged(', error="invalid_token", error_description="The access token expired"'),
    options,
    credentials: { acme: past },
    most: 0,
  },
  {
    title: 'expired by its claims, and answered like a wrong token',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: (request) => talkative(request) ?? good,
    options,
    credentials: { acme: past },
  },
  {
    title: 'expired by its claims, server that says nothing',
    cause: 'credential-expired',
    confidence: 'likely',
    answer: () => silent(false),
    options,
    credentials: { acme: past },
  },
  {
    title: '“invalid or expired” is not expired for sure',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: (request) =>
      bearerOf(request) === null
        ? { status: 401, body: { message: 'No token provided' } }
        : { status: 401, body: { message: 'Invalid or expired token' } },
    options,
    credentials: { acme: wrongToken },
    settings: { hosts: [] },
  },
  {
    title: 'a token that is not valid yet',
    cause: 'credential-not-yet-valid',
    confidence: 'likely',
    answer: () => silent(false),
    options,
    credentials: { acme: fakeJwt({ nbf: 1_900_000_000, exp: 1_900_003_600, scope: 'read' }) },
  },
  {
    title: 'a wrong token, server that tells apart',
    cause: 'credential-rejected',
    confidence: 'confirmed',
    answer: (request) => talkative(request) ?? good,
    options,
    credentials: { acme: wrongToken },
  },
  {
    title: 'a wrong token, server that says nothing',
    cause: 'credential-rejected',
    confidence: 'possible',
    answer: ({ headers }) => silent(headers.authorization === `Bearer ${token}`),
    options,
    credentials: { acme: wrongToken },
    most: 8,
  },
  {
    title: 'a wrong token where anybody may read',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: (request) =>
      bearerOf(request) === null || bearerOf(request) === token ? good : { status: 401, body: { message: 'Bad credentials' } },
    options,
    credentials: { acme: wrongToken },
  },
  {
    title: 'a wrong password behind nginx, which says the same to all',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers.authorization === basic('robot:right')
        ? good
        : {
            status: 401,
            headers: { 'WWW-Authenticate': 'Basic realm="x"' },
            body: '<html><h1>401 Authorization Required</h1></html>',
          },
    options: { url: '{origin}/items', method: 'get', basic_auth: ['robot', '<<CREDENTIAL.acme>>'] },
    credentials: { acme: 'wrong-password' },
    most: 1,
  },
  {
    title: 'a failed login of a management API',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers.authorization === undefined
        ? {
            status: 401,
            headers: { 'WWW-Authenticate': 'Basic realm="M"' },
            body: { error: 'not_authorized', reason: 'Not_Authorized' },
          }
        : { status: 401, body: { error: 'not_authorised', reason: 'Login failed' } },
    options: { url: '{origin}/items', method: 'get', basic_auth: ['robot', '<<CREDENTIAL.acme>>'] },
    credentials: { acme: 'wrong-password' },
    most: 1,
  },
  {
    title: 'a user that is no administrator, answered with 401',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers.authorization === undefined
        ? { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="M"' } }
        : { status: 401, body: { error: 'not_authorised', reason: 'Not administrator user' } },
    options: { url: '{origin}/items', method: 'get', basic_auth: ['robot', '<<CREDENTIAL.acme>>'] },
    credentials: { acme: 'right-password' },
    most: 1,
  },
  {
    title: 'insufficient_scope in the challenge',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: (request) =>
      talkative(request) ?? { status: 403, headers: { 'WWW-Authenticate': 'Bearer error="insufficient_scope", scope="write"' } },
    options,
    credentials,
    most: 0,
  },
  {
    title: '403 where others get 401',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) => talkative(request) ?? { status: 403, body: { message: 'Forbidden' } },
    options,
    credentials,
  },
  {
    title: 'an expired token that the server refuses for its scope',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: (request) =>
      bearerOf(request) === null
        ? challenged()
        : { status: 403, headers: { 'WWW-Authenticate': 'Bearer error="insufficient_scope"' } },
    options,
    credentials: { acme: past },
    most: 0,
  },
  {
    title: '403 to everybody alike',
    cause: 'permission-missing',
    confidence: 'possible',
    answer: () => ({ status: 403, body: { message: 'Forbidden' } }),
    options,
    credentials,
    most: 9,
  },
  {
    title: 'Slack’s missing scope under a 200',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: () => ({ status: 200, body: { ok: false, error: 'missing_scope', needed: 'chat:write', provided: 'users:read' } }),
    options,
    credentials,
    most: 0,
  },
  {
    title: 'Slack’s invalid_auth under a 200',
    cause: 'credential-rejected',
    confidence: 'confirmed',
    answer: (request) => ({
      status: 200,
      body: { ok: false, error: bearerOf(request) === null ? 'not_authed' : 'invalid_auth' },
    }),
    options,
    credentials,
  },
  {
    title: 'a token for another audience, in the server’s words',
    cause: 'wrong-audience',
    confidence: 'confirmed',
    answer: () => ({
      status: 401,
      body: { error: { code: 'InvalidAuthenticationToken', message: 'Access token validation failure. Invalid audience.' } },
    }),
    options,
    credentials: { acme: fakeJwt({ aud: 'https://management.azure.com', exp: 1_900_000_000 }) },
    most: 0,
  },
  {
    title: 'an ID token where an access token belongs',
    cause: 'wrong-audience',
    confidence: 'likely',
    answer: () => silent(false),
    options,
    credentials: { acme: fakeJwt({ aud: 'client-1', nonce: 'n', at_hash: 'h', exp: 1_900_000_000 }) },
    most: 8,
  },
  {
    title: 'a skewed clock, in the words of AWS',
    cause: 'clock-skew',
    confidence: 'confirmed',
    answer: () => ({
      status: 403,
      body: '<Error><Code>RequestTimeTooSkewed</Code><Message>The difference between the request time and the current time is too large.</Message></Error>',
    }),
    options,
    credentials,
    most: 0,
  },
  {
    title: 'too many requests',
    cause: 'rate-limited',
    confidence: 'confirmed',
    answer: () => ({ status: 429, headers: { 'Retry-After': '30' } }),
    options,
    credentials,
    most: 0,
  },
  {
    title: '403 with nothing left of the limit',
    cause: 'rate-limited',
    confidence: 'confirmed',
    answer: () => ({ status: 403, headers: { 'X-RateLimit-Remaining': '0' }, body: { message: 'API rate limit exceeded' } }),
    options,
    credentials,
    most: 0,
  },
  {
    title: '404 for what the credential may not see',
    cause: 'not-found',
    confidence: 'likely',
    answer: (request) => talkative(request) ?? { status: 404, body: { message: 'Not Found' } },
    options,
    credentials,
  },
  {
    title: '404 for everybody',
    cause: 'not-found',
    confidence: 'likely',
    answer: () => ({ status: 404, body: { message: 'no such page' } }),
    options,
    credentials,
  },
  {
    title: '405 with Allow',
    cause: 'method-not-allowed',
    confidence: 'confirmed',
    answer: () => ({ status: 405, headers: { Allow: 'GET, HEAD' } }),
    options: post,
    credentials,
    most: 0,
  },
  {
    title: 'reading is permitted and writing is not',
    cause: 'method-not-permitted',
    confidence: 'likely',
    answer: (request) =>
      talkative(request) ?? (request.method === 'GET' ? good : { status: 403, body: { message: 'Forbidden' } }),
    options: post,
    credentials,
  },
  {
    title: 'reading is open to all, and writing needs more',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      request.method === 'GET' ? good : (talkative(request) ?? { status: 403, body: { message: 'Forbidden' } }),
    options: post,
    credentials,
  },
  {
    title: 'the server’s address list',
    cause: 'address-not-allowed',
    confidence: 'possible',
    answer: () => ({ status: 403, body: { message: 'Your IP address is not allowed to access this resource' } }),
    options,
    credentials,
    most: 8,
  },
];

const influx = (header: string | undefined) =>
  header === `Token ${token}`
    ? good
    : {
        status: 401,
        headers: { 'X-Influxdb-Version': 'v2.7', 'X-Platform-Error-Code': 'unauthorized' },
        body: { code: 'unauthorized', message: 'unauthorized access' },
      };
const basicOptions = { url: '{origin}/items', method: 'get', basic_auth: ['robot', '<<CREDENTIAL.acme>>'] };
const registry = {
  status: 401,
  headers: { 'WWW-Authenticate': 'Basic realm="Registry Realm"' },
  body: { errors: [{ code: 'UNAUTHORIZED', message: 'authentication required', detail: null }] },
};

/** Answers in the words of servers that are widely run, by their sources and documentation. */
export const serverScenarios: readonly Scenario[] = [
  {
    title: 'a time series server that takes Token and not Bearer',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) => influx(headers.authorization),
    options,
    credentials,
  },
  {
    title: 'a time series server and a wrong token',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: () => influx(undefined),
    options: { ...options, headers: { Authorization: 'Token <<CREDENTIAL.acme>>' } },
    credentials,
    settings: {
      hosts: [
        {
          name: 'Series',
          hosts: [],
          answers: [{ header: 'x-influxdb-version', pattern: '.' }],
          credentials: [{ place: 'header', name: 'Authorization', scheme: 'Token', prefixes: [] }],
          source: 'https://example.com',
        },
      ],
    },
  },
  {
    title: 'a registry and a wrong password',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: () => registry,
    options: basicOptions,
    credentials: { acme: 'wrong-password' },
    most: 1,
  },
  {
    title: 'a registry that has no such manifest',
    cause: 'not-found',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers.authorization === undefined
        ? registry
        : { status: 404, body: { errors: [{ code: 'MANIFEST_UNKNOWN', message: 'manifest unknown' }] } },
    options: basicOptions,
    credentials: { acme: 'right-password' },
    most: 2,
  },
  {
    title: 'a server that wants https',
    cause: 'tls-other',
    confidence: 'confirmed',
    answer: () => ({ status: 400, body: '<html><body>The plain HTTP request was sent to HTTPS port</body></html>' }),
    options,
    credentials,
    most: 0,
  },
  {
    title: 'a page of a static server that takes no POST',
    cause: 'method-not-allowed',
    confidence: 'confirmed',
    answer: () => ({ status: 405, body: '<html><h1>405 Not Allowed</h1></html>' }),
    options: post,
    credentials,
    most: 0,
  },
  {
    title: 'the old database that cannot read a Bearer token',
    cause: 'scheme-wrong',
    confidence: 'likely',
    answer: ({ headers }) => ({
      status: 401,
      headers: { 'WWW-Authenticate': 'Basic realm="InfluxDB"' },
      body: {
        error:
          headers.authorization?.startsWith('Basic') === true
            ? 'authorization failed'
            : 'unable to parse authentication credentials',
      },
    }),
    options,
    credentials,
  },
  {
    title: 'a session said to be over to strangers too is no expiry',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) => (headers['x-api-key'] === token ? good : { status: 401, body: { message: 'Session has expired' } }),
    options,
    credentials,
  },
  {
    title: 'an OAuth client that may not do it is no address',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: (request) => talkative(request) ?? { status: 403, body: { message: 'The client is not authorized to call this' } },
    options,
    credentials,
  },
  {
    title: 'a 403 that speaks of a header is no permission for sure',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) => talkative(request) ?? { status: 403, body: { message: 'The Origin header is not accepted' } },
    options,
    credentials,
  },
  {
    title: 'a wrong value in the query is no proof against the payload',
    cause: 'unexplained',
    confidence: 'possible',
    answer: ({ search }) => (search.includes('limit=9999') ? { status: 400, body: { error: 'limit is too large' } } : good),
    options: { ...options, payload: { limit: 9999 } },
    credentials,
  },
  {
    title: 'a server that recovers meanwhile',
    cause: 'server-error',
    confidence: 'likely',
    answer: recovering(),
    options,
    credentials,
    most: 8,
  },
];

/** Fails three times, as often as the clients ask, and is well then. */
function recovering(): Scenario['answer'] {
  let count = 0;
  return () => {
    count += 1;
    return count <= 3 ? { status: 503, body: '<html>busy</html>' } : good;
  };
}

const entry = {
  name: 'Acme',
  hosts: ['127.0.0.1'],
  credentials: [{ place: 'header', name: 'Authorization', scheme: 'Bearer', prefixes: ['eu_', 'us_'] }],
  source: 'https://example.com',
} as const;

/** What the knowledge about an API adds. */
export const hostScenarios: readonly Scenario[] = [
  {
    title: 'a header that the API needs',
    cause: 'client-header',
    confidence: 'confirmed',
    answer: (request) =>
      talkative(request) ?? (request.headers['acme-version'] === '3' ? good : { status: 400, body: { error: 'version' } }),
    options,
    credentials,
    settings: { hosts: [{ ...entry, requires: [{ name: 'Acme-Version', value: '3' }] }] },
  },
  {
    title: 'a key of another region, by its prefix',
    cause: 'wrong-environment',
    confidence: 'likely',
    answer: () => silent(false),
    options,
    credentials: { acme: 'eu_7Fq2xR9vLm4Kd8Zc' },
    settings: { hosts: [{ ...entry, environments: [{ name: 'eu', prefixes: ['eu_'], hosts: ['eu.acme.example'] }] }] },
  },
  {
    title: 'a token for another audience, by what the API’s tokens hold',
    cause: 'wrong-audience',
    confidence: 'likely',
    answer: () => silent(false),
    options,
    credentials: { acme: fakeJwt({ aud: 'other', scope: 'x', exp: 1_900_000_000 }) },
    settings: { hosts: [{ ...entry, token: { audience: '^acme$' } }] },
  },
  {
    title: 'an error that only this API has under a 200',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: () => ({ status: 200, body: { result: 'error', code: 'E17' } }),
    options,
    credentials,
    settings: {
      hosts: [
        {
          ...entry,
          errors: [{ pointer: '/result', equals: 'error', message: '/code' }],
          words: [{ pattern: '^E17$', code: 'credential-expired', certain: true }],
        },
      ],
    },
  },
  {
    title: 'the header that the API is known to read',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) => silent(headers['acme-key'] === token),
    options,
    credentials,
    settings: { hosts: [{ ...entry, credentials: [{ place: 'header', name: 'Acme-Key', scheme: '', prefixes: [] }] }] },
  },
];
