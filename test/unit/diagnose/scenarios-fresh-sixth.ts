import type { ClientErrorKind, RunOutcome, TinesOutcome } from '../../../src/model/outcome.ts';
import type { CaseAnswer } from './diagnose-case.ts';
import { basic, bearerOf, fakeJwt, good, talkative, token } from './fake-credentials.ts';
import {
  answerAs,
  bearer,
  challenge,
  get,
  given,
  type Headers,
  isBearer,
  isRobot,
  json,
  post,
  robot,
  withToken,
  wrongToken,
} from './scenario-parts.ts';
import type { Scenario } from './scenarios.ts';

const html = answerAs('text/html; charset=utf-8');
const plain = (status: number, body: string, headers: Headers = {}): CaseAnswer => ({
  status,
  body,
  headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff', ...headers },
});

const nginx = (status: number, phrase: string, headers: Headers = {}): CaseAnswer =>
  html(
    status,
    `<html>\r\n<head><title>${status} ${phrase}</title></head>\r\n<body>\r\n<center><h1>${status} ${phrase}</h1></center>\r\n<hr><center>nginx/1.26.2</center>\r\n</body>\r\n</html>\r\n`,
    { Server: 'nginx/1.26.2', ...headers },
  );
const apache = (status: number, phrase: string, words: string, headers: Headers = {}): CaseAnswer =>
  html(
    status,
    `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>${status} ${phrase}</title>\n</head><body>\n<h1>${phrase}</h1>\n<p>${words}</p>\n<hr>\n<address>Apache/2.4.62 (Debian) Server at api.example.com Port 443</address>\n</body></html>\n`,
    { Server: 'Apache/2.4.62 (Debian)', ...headers },
  );
const apache401 = apache(
  401,
  'Unauthorized',
  "This server could not verify that you\nare authorized to access the document\nrequested.  Either you supplied the wrong\ncredentials (e.g., bad password), or your\nbrowser doesn't understand how to supply\nthe credentials required.",
  challenge('Basic realm="Restricted"'),
);
const spring = (status: number, error: string, headers: Headers = {}): CaseAnswer =>
  json(status, { timestamp: '2026-11-24T12:00:00.000+00:00', status, error, path: '/items' }, headers);
const problem = (status: number, title: string, section: string, rest: Readonly<Record<string, unknown>> = {}): CaseAnswer =>
  json(
    status,
    {
      type: `https://tools.ietf.org/html/rfc9110#section-${section}`,
      title,
      status,
      traceId: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00',
      ...rest,
    },
    { 'Content-Type': 'application/problem+json; charset=utf-8' },
  );
const rabbit = (status: number, error: string, reason: string): CaseAnswer =>
  json(status, { error, reason }, status === 401 ? challenge('Basic realm="RabbitMQ Management"') : {});
const influx1 = (status: number, error: string): CaseAnswer =>
  json(status, { error }, { 'X-Influxdb-Version': '1.8.10', ...(status === 401 ? challenge('Basic realm="InfluxDB"') : {}) });
const registry = (status: number, code: string, message: string, headers: Headers = {}): CaseAnswer =>
  json(status, { errors: [{ code, message, detail: null }] }, { 'Docker-Distribution-Api-Version': 'registry/2.0', ...headers });
const aws = (status: number, code: string, message: string, rest = ''): CaseAnswer => ({
  status,
  headers: { 'Content-Type': 'application/xml', Server: 'AmazonS3' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message>${rest}<RequestId>VR3NH4JF5F39GB66</RequestId><HostId>ZDzYFC1w0E5K34+ZCAnvh9ZiGaAhvx5COyZVYTUnKvSP/694xCiXmJ2AEGZd5T1Epy9vB4EOOjk=</HostId></Error>`,
});
const soap = (status: number, code: string, words: string): CaseAnswer => ({
  status,
  headers: { 'Content-Type': 'text/xml; charset=utf-8' },
  body: `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><soapenv:Fault><faultcode>${code}</faultcode><faultstring>${words}</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>`,
});

function fails(kind: ClientErrorKind, code: string, message: string): Pick<Scenario, 'prepare' | 'answer'> {
  const failed = (client: 'curl' | 'postman'): RunOutcome => ({
    client,
    status: 'failed',
    error: { kind, code: client === 'curl' ? code : kind, message, conclusive: true },
    hops: [],
    milliseconds: 1,
  });
  return {
    answer: () => good,
    prepare: async () => [[failed('curl'), failed('curl')], [failed('postman')]],
  };
}

function inTines(status: number, body?: Readonly<Record<string, string>>): TinesOutcome {
  if (body === undefined) return { client: 'tines', status: 'recorded', response: { status } };
  const members = Object.entries(body).map(([key, value]) => ({ key, value: { kind: 'string', value } as const }));
  return {
    client: 'tines',
    status: 'recorded',
    response: { status, headers: [], body: { kind: 'json', value: { kind: 'object', members } } },
  };
}

const foreign = fakeJwt({ iss: 'https://login.example.com/', aud: 'api://orders', scope: 'read', exp: 1_900_000_000 });

/** Real servers in their plain way: the bodies and headers that they have by default, by their sources and documentation. */
export const freshSixthScenarios: readonly Scenario[] = [
  // The article's first cause: how the credential is written.
  {
    title: 'nginx: a Liquid tag inside of a value',
    cause: 'credential-unresolved',
    confidence: 'confirmed',
    answer: (request) =>
      isRobot(request) ? good : nginx(401, 'Authorization Required', challenge('Basic realm="Restricted Content"')),
    options: get('/items', { Authorization: 'Basic <<CREDENTIAL.acme>>' }),
    credentials: { acme: '{{ "robot:pw" | base64_encode }}' },
  },
  {
    title: 'Spring: an empty pill after Bearer',
    cause: 'credential-empty',
    confidence: 'confirmed',
    answer: (request) => (isBearer(request) ? good : { status: 401, headers: challenge('Bearer') }),
    options: get(),
    credentials: { acme: '' },
  },
  {
    title: 'FastAPI: no header at all, and the old 403',
    cause: 'credential-empty',
    confidence: 'likely',
    answer: (request) => (isBearer(request) ? good : json(403, { detail: 'Not authenticated' })),
    options: get('/items', {}),
  },
  {
    title: 'Apache: basic_auth with two empty pills',
    cause: 'credential-empty',
    confidence: 'confirmed',
    answer: (request) => (isRobot(request) ? good : apache401),
    options: { ...get('/items', {}), basic_auth: ['<<CREDENTIAL.user>>', '<<CREDENTIAL.acme>>'] },
    credentials: { user: '', acme: '' },
  },
  {
    title: 'ASP.NET Core: the credential’s value begins with Bearer',
    cause: 'scheme-doubled',
    confidence: 'confirmed',
    answer: (request) =>
      isBearer(request) ? good : { status: 401, headers: challenge(given(request) ? 'Bearer error="invalid_token"' : 'Bearer') },
    options: get(),
    credentials: { acme: `Bearer ${token}` },
  },
  {
    title: 'Traefik: basic_auth with a pair that is encoded, after Basic',
    cause: 'basic-double-encoded',
    confidence: 'confirmed',
    answer: (request) => (isRobot(request) ? good : plain(401, '401 Unauthorized\n', challenge('Basic realm="traefik"'))),
    options: get('/items', { Authorization: 'Basic <<BASE64_ENCODE(CREDENTIAL.acme)>>' }),
    credentials: { acme: Buffer.from(`robot:${token}`).toString('base64') },
  },
  {
    title: 'RabbitMQ: user and password after Basic as they are',
    cause: 'basic-not-encoded',
    confidence: 'confirmed',
    answer: (request) =>
      isRobot(request)
        ? good
        : rabbit(401, 'not_authorised', request.headers.authorization === undefined ? 'Not_Authorized' : 'Login failed'),
    options: get('/api/overview', { Authorization: 'Basic robot:<<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'Rails: an API token after Basic as it is',
    cause: 'basic-not-encoded',
    also: ['basic-no-colon'],
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization === basic(`${token}:`)
        ? good
        : plain(401, 'HTTP Basic: Access denied.\n', challenge('Basic realm="Application"')),
    options: get('/items.json', { Authorization: 'Basic <<CREDENTIAL.acme>>' }),
    ...withToken,
    most: 7,
  },
  {
    title: 'Express: the password alone in base64',
    cause: 'basic-no-colon',
    also: ['credential-rejected'],
    confidence: 'likely',
    answer: (request) => (isRobot(request) ? good : plain(401, 'Unauthorized', challenge('Basic realm="Users"'))),
    options: get('/items', { Authorization: 'Basic <<BASE64_ENCODE(CREDENTIAL.acme)>>' }),
    ...withToken,
    most: 8,
  },
  {
    title: 'InfluxDB 1: a pair in URL-safe base64',
    cause: 'basic-url-safe',
    confidence: 'confirmed',
    answer: ({ headers }) => {
      if (headers.authorization === undefined) return influx1(401, 'unable to parse authentication credentials');
      return headers.authorization === basic('robot:p>?p>?~~pass>>>') ? good : influx1(401, 'authorization failed');
    },
    options: get('/query?q=SHOW+DATABASES', { Authorization: 'Basic <<CREDENTIAL.acme>>' }),
    credentials: { acme: Buffer.from('robot:p>?p>?~~pass>>>').toString('base64url') },
  },
  {
    title: 'Django REST: quotation marks around the token, and a message about the token',
    cause: 'credential-quoted',
    confidence: 'confirmed',
    answer: ({ headers }) => {
      if (headers.authorization === `Token ${token}`) return good;
      return json(
        401,
        { detail: headers.authorization === undefined ? 'Authentication credentials were not provided.' : 'Invalid token.' },
        challenge('Token'),
      );
    },
    options: get('/items/', { Authorization: 'Token <<CREDENTIAL.acme>>' }),
    credentials: { acme: `"${token}"` },
  },
  {
    title: 'Django REST: a space in the token, in its words',
    cause: 'credential-whitespace',
    confidence: 'confirmed',
    answer: ({ headers }) => {
      if (headers.authorization === `Token ${token}`) return good;
      const words =
        headers.authorization === undefined
          ? 'Authentication credentials were not provided.'
          : headers.authorization.split(' ').length > 2
            ? 'Invalid token header. Token string should not contain spaces.'
            : 'Invalid token.';
      return json(401, { detail: words }, challenge('Token'));
    },
    options: get('/items/', { Authorization: 'Token <<CREDENTIAL.acme>>' }),
    credentials: { acme: `tok_7Fq2xR9 vLm4Kd8Zc` },
  },
  {
    title: 'Kong: a key in the query with a space at its end',
    cause: 'credential-whitespace',
    confidence: 'confirmed',
    answer: ({ headers, search }) => {
      if (search === `?apikey=${token}`) return good;
      return json(
        401,
        {
          message: search.includes('apikey') || headers['apikey'] !== undefined ? 'Unauthorized' : 'No API key found in request',
        },
        challenge('Key realm="kong"'),
      );
    },
    options: get('/items?apikey=<<CREDENTIAL.acme>>', {}),
    credentials: { acme: `${token} ` },
  },
  {
    title: 'Jenkins: a stale header beside basic_auth',
    cause: 'auth-overridden',
    confidence: 'confirmed',
    answer: (request) =>
      isRobot(request)
        ? good
        : html(
            401,
            '<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html;charset=ISO-8859-1"/>\n<title>Error 401 Unauthorized</title>\n</head>\n<body><h2>HTTP ERROR 401 Unauthorized</h2>\n<table>\n<tr><th>URI:</th><td>/api/json</td></tr>\n<tr><th>STATUS:</th><td>401</td></tr>\n<tr><th>MESSAGE:</th><td>Unauthorized</td></tr>\n</table>\n</body>\n</html>\n',
            challenge('Basic realm="Jenkins"'),
          ),
    options: { ...get('/api/json', { Authorization: 'Bearer <<CREDENTIAL.old>>' }), ...robot },
    credentials: { acme: token, old: 'old_2Kx8pQ4wZr6Lm1Vb' },
  },
  {
    title: 'express-jwt: the token alone, and the format in its words',
    cause: 'scheme-missing',
    confidence: 'confirmed',
    answer: (request) => {
      if (bearerOf(request) === foreign) return good;
      const words = given(request) ? 'Format is Authorization: Bearer [token]' : 'No authorization token was found';
      return html(
        401,
        `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Error</title>\n</head>\n<body>\n<pre>UnauthorizedError: ${words}<br> &nbsp; &nbsp;at middleware (/app/node_modules/express-jwt/lib/index.js:44:23)<br> &nbsp; &nbsp;at Layer.handle (/app/node_modules/express/lib/router/layer.js:95:5)</pre>\n</body>\n</html>\n`,
      );
    },
    options: get('/items', { Authorization: '<<CREDENTIAL.acme>>' }),
    credentials: { acme: foreign },
  },
  {
    title: 'Go: a token alone, and one word for all',
    cause: 'scheme-missing',
    confidence: 'confirmed',
    answer: (request) => (isBearer(request) ? good : plain(401, 'Unauthorized\n')),
    options: get('/items', { Authorization: '<<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'InfluxDB 2: Bearer, and the answer has no version',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization === `Token ${token}`
        ? good
        : json(401, { code: 'unauthorized', message: 'unauthorized access' }, { 'X-Platform-Error-Code': 'unauthorized' }),
    options: get('/api/v2/buckets'),
    ...withToken,
  },
  {
    title: 'Rails: Bearer where HTTP Token is asked for',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization === `Token ${token}` || headers.authorization === `Token token=${token}`
        ? good
        : plain(401, 'HTTP Token: Access denied.\n', challenge('Token realm="Application"')),
    options: get('/items.json'),
    ...withToken,
  },
  {
    title: 'MongoDB Atlas: Basic where Digest is asked for',
    cause: 'scheme-wrong',
    confidence: 'likely',
    answer: () =>
      json(
        401,
        { detail: 'You are not authorized for this resource.', error: 401, parameters: [], reason: 'Unauthorized' },
        challenge(
          'Digest realm="MMS Public API", domain="", nonce="hBg3UoRhBPkoEbGsxZBHWq0Ai2Gbt8MO", algorithm=MD5, qop="auth", stale=false',
        ),
      ),
    options: { ...get('/api/atlas/v2/groups', {}), ...robot },
    ...withToken,
  },
  {
    title: 'Docker registry: a pair where a token is asked for',
    cause: 'scheme-wrong',
    confidence: 'likely',
    answer: (request) =>
      registry(
        401,
        'UNAUTHORIZED',
        'authentication required',
        challenge(
          `Bearer realm="https://auth.example.com/token",service="registry.example.com",scope="repository:library/app:pull"${given(request) ? ',error="invalid_token"' : ''}`,
        ),
      ),
    options: { ...get('/v2/library/app/tags/list', {}), ...robot },
    ...withToken,
    also: ['credential-rejected'],
  },
  {
    title: 'AWS: Bearer where a signature is asked for',
    cause: 'scheme-wrong',
    also: ['header-wrong'],
    confidence: 'likely',
    answer: ({ headers }) =>
      json(
        403,
        headers.authorization === undefined
          ? { message: 'Missing Authentication Token' }
          : {
              message: `Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. Authorization=Bearer`,
            },
        {
          'x-amzn-ErrorType':
            headers.authorization === undefined ? 'MissingAuthenticationTokenException' : 'IncompleteSignatureException',
        },
      ),
    options: get('/prod/items'),
    ...withToken,
    most: 8,
  },
  {
    title: 'FastAPI: APIKeyHeader of another name, 403 for all',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) => (headers['x-api-key'] === token ? good : json(403, { detail: 'Not authenticated' })),
    options: get(),
    ...withToken,
    most: 8,
  },
  {
    title: 'FastAPI: the header is named in the validation',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) => {
      if (headers['x-token'] === token) return good;
      return json(422, { detail: [{ type: 'missing', loc: ['header', 'x-token'], msg: 'Field required', input: null }] });
    },
    options: get(),
    ...withToken,
  },
  {
    title: 'Kong: key-auth that reads apikey, and a key in X-API-Key',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) => {
      if (headers['apikey'] === token) return good;
      return json(
        401,
        {
          message: headers['apikey'] === undefined ? 'No API key found in request' : 'Unauthorized',
          request_id: '5f1d2c3b4a59687766554433221100ff',
        },
        challenge('Key'),
      );
    },
    options: get('/items', { 'X-API-Key': '<<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'Hasura: the admin secret after Bearer, under a 200',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) => {
      if (headers['x-hasura-admin-secret'] === token) return good;
      return json(200, {
        errors: [
          {
            extensions: { path: '$', code: 'access-denied' },
            message: 'x-hasura-admin-secret/x-hasura-access-key required, but not found',
          },
        ],
      });
    },
    options: post('/v1/graphql', bearer, { query: '{ users { id } }' }),
    ...withToken,
  },
  {
    title: 'a Go service: the key in the query where a header is read',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) => (headers['x-api-key'] === token ? good : plain(401, 'missing X-API-Key header\n')),
    options: get('/items?api_key=<<CREDENTIAL.acme>>', {}),
    ...withToken,
  },

  // The second cause: what the credential may do.
  {
    title: 'express-rate-limit: no more for now',
    cause: 'rate-limited',
    confidence: 'confirmed',
    answer: () =>
      html(429, 'Too many requests, please try again later.', {
        'RateLimit-Policy': '100;w=900',
        'RateLimit-Limit': '100',
        'RateLimit-Remaining': '0',
        'RateLimit-Reset': '512',
        'Retry-After': '512',
      }),
    options: get(),
    ...withToken,
    most: 0,
  },
  {
    title: 'Django REST: throttled',
    cause: 'rate-limited',
    confidence: 'confirmed',
    answer: () => json(429, { detail: 'Request was throttled. Expected available in 52 seconds.' }, { 'Retry-After': '52' }),
    options: get(),
    ...withToken,
    most: 0,
  },
  {
    title: 'nginx: limit_req with 429 and no header',
    cause: 'rate-limited',
    confidence: 'likely',
    answer: () => nginx(429, 'Too Many Requests'),
    options: get(),
    ...withToken,
  },
  {
    title: 'Spring: a JWT that has expired',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: (request) => ({
      status: 401,
      headers: challenge(
        given(request)
          ? 'Bearer error="invalid_token", error_description="An error occurred while attempting to decode the Jwt: Jwt expired at 2026-11-24T10:00:00Z", error_uri="https://tools.ietf.org/html/rfc6750#section-3.1"'
          : 'Bearer',
      ),
    }),
    options: get(),
    credentials: { acme: fakeJwt({ iss: 'https://login.example.com/', scope: 'read', exp: 1_795_514_400 }) },
    most: 0,
  },
  {
    title: 'Kong: the claim exp is named, and nothing else',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: (request) =>
      given(request) ? json(401, { exp: 'token expired' }) : json(401, { message: 'Unauthorized' }, challenge('Bearer')),
    options: get(),
    credentials: { acme: fakeJwt({ iss: 'acme-key', exp: 1_795_514_400 }) },
  },
  {
    title: 'simplejwt: “Token is invalid or expired” of a token that is in its time',
    cause: 'credential-rejected',
    also: ['wrong-environment', 'wrong-audience'],
    confidence: 'likely',
    answer: (request) =>
      given(request)
        ? json(
            401,
            {
              detail: 'Given token not valid for any token type',
              code: 'token_not_valid',
              messages: [{ token_class: 'AccessToken', token_type: 'access', message: 'Token is invalid or expired' }],
            },
            challenge('Bearer realm="api"'),
          )
        : json(401, { detail: 'Authentication credentials were not provided.' }, challenge('Bearer realm="api"')),
    options: get('/items/'),
    credentials: { acme: fakeJwt({ token_type: 'access', exp: 1_900_000_000, user_id: 7 }) },
  },
  {
    title: 'AWS: the temporary credentials are over',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: () =>
      json(
        403,
        { message: 'The security token included in the request is expired' },
        { 'x-amzn-ErrorType': 'ExpiredTokenException' },
      ),
    options: get('/prod/items', {
      Authorization:
        'AWS4-HMAC-SHA256 Credential=ASIAIOSFODNN7EXAMPLE/20261124/eu-west-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date, Signature=<<CREDENTIAL.acme>>',
    }),
    credentials: { acme: 'fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024' },
  },
  {
    title: 'ASP.NET Core: the token is for later',
    cause: 'credential-not-yet-valid',
    confidence: 'confirmed',
    answer: (request) => ({
      status: 401,
      headers: challenge(
        given(request)
          ? `Bearer error="invalid_token", error_description="The token is not valid before '11/25/2026 09:00:00'"`
          : 'Bearer',
      ),
    }),
    options: get(),
    credentials: { acme: fakeJwt({ iss: 'https://login.example.com/', scope: 'read', nbf: 1_795_597_200, exp: 1_900_000_000 }) },
    most: 0,
  },
  {
    title: 'AWS: a signature of half an hour ago',
    cause: 'clock-skew',
    also: ['credential-expired'],
    confidence: 'confirmed',
    answer: () =>
      json(
        403,
        {
          message: 'Signature expired: 20261124T112500Z is now earlier than 20261124T115500Z (20261124T120000Z - 5 min.)',
        },
        { 'x-amzn-ErrorType': 'InvalidSignatureException' },
      ),
    options: get('/prod/items', {
      Authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261124/eu-west-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date, Signature=<<CREDENTIAL.acme>>',
    }),
    credentials: { acme: 'fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024' },
  },
  {
    title: 'Spring: the audience in the words of its validator',
    cause: 'wrong-audience',
    confidence: 'confirmed',
    answer: (request) => ({
      status: 401,
      headers: challenge(
        given(request)
          ? 'Bearer error="invalid_token", error_description="An error occurred while attempting to decode the Jwt: The aud claim is not valid", error_uri="https://tools.ietf.org/html/rfc6750#section-3.1"'
          : 'Bearer',
      ),
    }),
    options: get(),
    credentials: { acme: foreign },
  },
  {
    title: 'express-jwt: the audience is another’s',
    cause: 'wrong-audience',
    confidence: 'confirmed',
    answer: (request) =>
      html(
        401,
        `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Error</title>\n</head>\n<body>\n<pre>UnauthorizedError: ${given(request) ? 'jwt audience invalid. expected: https://api.example.com' : 'No authorization token was found'}<br> &nbsp; &nbsp;at new UnauthorizedError</pre>\n</body>\n</html>\n`,
      ),
    options: get(),
    credentials: { acme: foreign },
  },
  {
    title: 'ASP.NET Core: the issuer is another tenant',
    cause: 'wrong-environment',
    confidence: 'likely',
    answer: (request) => ({
      status: 401,
      headers: challenge(
        given(request)
          ? `Bearer error="invalid_token", error_description="The issuer 'https://sts.windows.net/11111111-1111-4111-8111-111111111111/' is invalid"`
          : 'Bearer',
      ),
    }),
    options: get(),
    credentials: {
      acme: fakeJwt({
        iss: 'https://sts.windows.net/11111111-1111-4111-8111-111111111111/',
        aud: 'api://orders',
        exp: 1_900_000_000,
      }),
    },
  },
  {
    title: 'Mailchimp: a key of another data center',
    cause: 'wrong-environment',
    confidence: 'confirmed',
    answer: (request) =>
      isRobot(request)
        ? json(403, {
            type: 'https://mailchimp.com/developer/marketing/docs/errors/',
            title: 'Wrong Datacenter',
            status: 403,
            detail: 'The API Key provided is linked to a different data center',
            instance: 'a1b2c3d4-e5f6-4a5b-8c9d-0e1f2a3b4c5d',
          })
        : json(
            401,
            {
              type: 'https://mailchimp.com/developer/marketing/docs/errors/',
              title: 'API Key Missing',
              status: 401,
              detail: 'Your request did not include an API key.',
              instance: 'a1b2c3d4-e5f6-4a5b-8c9d-0e1f2a3b4c5d',
            },
            challenge('Basic realm="Mailchimp API"'),
          ),
    options: { ...get('/3.0/lists', {}), ...robot },
    ...withToken,
  },
  {
    title: 'S3: signed for another region than the bucket’s',
    cause: 'wrong-environment',
    confidence: 'confirmed',
    answer: () =>
      aws(
        400,
        'AuthorizationHeaderMalformed',
        "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'",
        '<Region>eu-west-1</Region>',
      ),
    options: get('/b/k', {
      Authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261124/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=<<CREDENTIAL.acme>>',
    }),
    credentials: { acme: 'fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024' },
    most: 0,
  },
  {
    title: 'Spring: a scope is missing',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: (request) =>
      given(request)
        ? {
            status: 403,
            headers: challenge(
              'Bearer error="insufficient_scope", error_description="The request requires higher privileges than provided by the access token.", error_uri="https://tools.ietf.org/html/rfc6750#section-3.1"',
            ),
          }
        : { status: 401, headers: challenge('Bearer') },
    options: get(),
    credentials: { acme: foreign },
    most: 0,
  },
  {
    title: 'Django REST: a user without the permission',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: ({ headers }) => {
      if (headers.authorization === `Token ${token}`)
        return json(403, { detail: 'You do not have permission to perform this action.' });
      return json(
        401,
        { detail: headers.authorization === undefined ? 'Authentication credentials were not provided.' : 'Invalid token.' },
        challenge('Token'),
      );
    },
    options: get('/items/', { Authorization: 'Token <<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'ASP.NET Core: a policy that fails, an empty 403',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) => {
      if (bearerOf(request) === foreign) return { status: 403 };
      return {
        status: 401,
        headers: challenge(
          given(request) ? 'Bearer error="invalid_token", error_description="The signature is invalid"' : 'Bearer',
        ),
      };
    },
    options: get(),
    credentials: { acme: foreign },
  },
  {
    title: 'InfluxDB 1: a user without the right to read',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) => {
      if (isRobot(request))
        return influx1(
          403,
          "error authorizing query: robot not authorized to execute statement 'SELECT * FROM prod..cpu', requires READ on prod",
        );
      return influx1(401, given(request) ? 'authorization failed' : 'unable to parse authentication credentials');
    },
    options: { ...get('/query?db=prod&q=SELECT+*+FROM+cpu', {}), ...robot },
    ...withToken,
  },
  {
    title: 'GitHub: a fine-grained token, and the header says what is asked for',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: (request) => {
      if (isBearer(request))
        return json(
          403,
          { message: 'Must have admin rights to Repository.', documentation_url: 'https://docs.github.com/rest', status: '403' },
          { 'X-Accepted-GitHub-Permissions': 'administration=write', 'X-RateLimit-Remaining': '4999' },
        );
      return json(401, { message: given(request) ? 'Bad credentials' : 'Requires authentication', status: '401' });
    },
    options: get('/repos/acme/app/keys'),
    ...withToken,
  },
  {
    title: 'Kong: basic-auth and a wrong password',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: () =>
      json(401, { message: 'Unauthorized', request_id: '5f1d2c3b4a59687766554433221100ff' }, challenge('Basic realm="service"')),
    options: { ...get('/items', {}), ...robot },
    ...wrongToken,
  },
  {
    title: 'Kong: a JWT of an issuer that it does not know',
    cause: 'credential-rejected',
    also: ['wrong-environment', 'wrong-audience'],
    confidence: 'likely',
    answer: (request) =>
      given(request)
        ? json(401, { message: "No credentials found for given 'iss'" })
        : json(401, { message: 'Unauthorized' }, challenge('Bearer')),
    options: get(),
    credentials: { acme: foreign },
  },
  {
    title: 'passport-http-bearer: a token that is not known',
    cause: 'credential-rejected',
    confidence: 'confirmed',
    answer: (request) => {
      if (isBearer(request)) return good;
      return plain(401, 'Unauthorized', challenge(`Bearer realm="Users"${given(request) ? ', error="invalid_token"' : ''}`));
    },
    options: get(),
    ...wrongToken,
  },
  {
    title: 'httpbin: basic-auth with another password',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: (request) => (isRobot(request) ? good : { status: 401, headers: challenge('Basic realm="Fake Realm"') }),
    options: { ...get('/basic-auth/robot/secret', {}), ...robot },
    ...wrongToken,
  },
  {
    title: 'FastAPI: “Could not validate credentials”',
    cause: 'credential-rejected',
    also: ['wrong-audience', 'wrong-environment'],
    confidence: 'likely',
    answer: (request) =>
      json(401, { detail: given(request) ? 'Could not validate credentials' : 'Not authenticated' }, challenge('Bearer')),
    options: get('/users/me'),
    credentials: { acme: foreign },
  },
  {
    title: 'S3: a signature that does not fit, and the same canonical request',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: () =>
      aws(
        403,
        'SignatureDoesNotMatch',
        'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
        '<AWSAccessKeyId>AKIAIOSFODNN7EXAMPLE</AWSAccessKeyId><StringToSign>AWS4-HMAC-SHA256\n20261124T120000Z\n20261124/us-east-1/s3/aws4_request\n7c</StringToSign><SignatureProvided>fe5f</SignatureProvided><CanonicalRequest>GET\n/b/k\n\nhost:127.0.0.1\n\nhost\nUNSIGNED-PAYLOAD</CanonicalRequest>',
      ),
    options: get('/b/k', {
      Authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261124/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=<<CREDENTIAL.acme>>',
    }),
    credentials: { acme: 'fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024' },
    most: 8,
  },
  {
    title: 'SOAP: a session that is not valid, under a 500',
    cause: 'credential-rejected',
    also: ['credential-expired'],
    confidence: 'likely',
    answer: () =>
      soap(500, 'sf:INVALID_SESSION_ID', 'INVALID_SESSION_ID: Invalid Session ID found in SessionHeader: Illegal Session'),
    options: { ...get('/services/Soap/u/60.0'), method: 'post', content_type: 'text/xml', payload: '<x/>' },
    ...wrongToken,
  },
  {
    title: 'XML under a 200: an invalid credential of a firewall’s API',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers['x-pan-key'] === token
        ? {
            status: 200,
            headers: { 'Content-Type': 'application/xml; charset=UTF-8' },
            body: '<response status="success"><result/></response>',
          }
        : {
            status: 200,
            headers: { 'Content-Type': 'application/xml; charset=UTF-8' },
            body: "<response status = 'error' code = '403'><result><msg>Invalid Credential</msg></result></response>",
          },
    options: get('/api/?type=op&cmd=show', { 'X-PAN-KEY': '<<CREDENTIAL.acme>>' }),
    ...wrongToken,
    most: 8,
  },
  {
    title: 'SOAP under a 200: a fault of WS-Security',
    cause: 'credential-rejected',
    confidence: 'possible',
    answer: (request) =>
      isRobot(request)
        ? good
        : soap(200, 'wsse:FailedAuthentication', 'The security token could not be authenticated or authorized'),
    options: { ...get('/ws', {}), method: 'post', content_type: 'text/xml', payload: '<x/>', ...robot },
    ...wrongToken,
    most: 8,
  },
  {
    title: 'GraphQL: Apollo’s UNAUTHENTICATED under a 200, and a wrong token',
    cause: 'credential-rejected',
    confidence: 'confirmed',
    answer: (request) =>
      isBearer(request)
        ? good
        : json(200, {
            errors: [
              {
                message: given(request) ? 'Invalid token' : 'You must be logged in',
                path: ['me'],
                extensions: { code: 'UNAUTHENTICATED' },
              },
            ],
            data: { me: null },
          }),
    options: post('/graphql', bearer, { query: '{ me { id } }' }),
    ...wrongToken,
    also: ['credential-empty'],
  },
  {
    title: 'oauth2-proxy: a redirect to a page to sign in at another host',
    cause: 'credential-rejected',
    confidence: 'possible',
    answer: (request) =>
      request.path === '/items'
        ? { status: 302, headers: { Location: `${request.otherOrigin}/oauth2/authorize?client_id=x&response_type=code` } }
        : html(
            200,
            '<!DOCTYPE html><html><head><title>Sign in to your account</title></head><body><form><input name="user"><input type="password" name="passwd"></form></body></html>',
          ),
    options: get(),
    ...withToken,
  },
  {
    title: 'Rails: Devise sends a stranger to its page to sign in',
    cause: 'credential-rejected',
    also: ['header-wrong', 'scheme-wrong', 'credential-empty'],
    confidence: 'possible',
    answer: ({ path }) =>
      path === '/items'
        ? {
            status: 302,
            headers: { Location: '/users/sign_in' },
            body: '<html><body>You are being <a href="/users/sign_in">redirected</a>.</body></html>',
          }
        : html(
            200,
            '<!DOCTYPE html><html><head><title>App</title></head><body><h2>Log in</h2><form class="new_user" action="/users/sign_in" method="post"><input type="email" name="user[email]"><input type="password" name="user[password]"></form></body></html>',
          ),
    options: get(),
    ...withToken,
    most: 12,
  },

  // What is not there, and what may not be seen.
  {
    title: 'RabbitMQ: a queue that is not there',
    cause: 'not-found',
    confidence: 'likely',
    answer: (request) =>
      isRobot(request) ? rabbit(404, 'Object Not Found', 'Not Found') : rabbit(401, 'not_authorised', 'Login failed'),
    options: { ...get('/api/queues/%2F/orders', {}), ...robot },
    ...withToken,
  },
  {
    title: 'InfluxDB 1: a database that is not there, under a 200',
    cause: 'not-found',
    confidence: 'likely',
    answer: (request) =>
      isRobot(request)
        ? json(200, { results: [{ statement_id: 0, error: 'database not found: prod' }] }, { 'X-Influxdb-Version': '1.8.10' })
        : influx1(401, 'authorization failed'),
    options: { ...get('/query?db=prod&q=SELECT+*+FROM+cpu', {}), ...robot },
    ...withToken,
  },
  {
    title: 'S3: a bucket that is not there',
    cause: 'not-found',
    confidence: 'likely',
    answer: () => aws(404, 'NoSuchBucket', 'The specified bucket does not exist', '<BucketName>prod-logs</BucketName>'),
    options: get('/prod-logs/k'),
    ...withToken,
  },
  {
    title: 'API Gateway: an explicit deny of a policy',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      given(request)
        ? json(
            403,
            {
              Message:
                'User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:********9012:a1b2c3/prod/GET/items with an explicit deny',
            },
            { 'x-amzn-ErrorType': 'AccessDeniedException' },
          )
        : json(401, { message: 'Unauthorized' }, { 'x-amzn-ErrorType': 'UnauthorizedException' }),
    options: get('/prod/items'),
    ...withToken,
    also: ['credential-rejected', 'address-not-allowed'],
  },

  // The third cause: the method. And what else a request may have wrong.
  {
    title: 'Spring: a POST to an address that only reads',
    cause: 'method-not-allowed',
    confidence: 'confirmed',
    answer: (request) => (request.method === 'GET' ? good : spring(405, 'Method Not Allowed', { Allow: 'GET' })),
    options: post(),
    ...withToken,
    most: 0,
  },
  {
    title: 'Docker registry: an operation that it does not support',
    cause: 'method-not-allowed',
    confidence: 'confirmed',
    answer: (request) =>
      isRobot(request)
        ? registry(405, 'UNSUPPORTED', 'The operation is unsupported.')
        : registry(401, 'UNAUTHORIZED', 'authentication required', challenge('Basic realm="Registry Realm"')),
    options: { ...get('/v2/app/manifests/latest', {}), method: 'delete', ...robot },
    ...withToken,
    most: 0,
  },
  {
    title: 'Spring: its CSRF check refuses every POST, and says nothing of it',
    cause: 'method-not-permitted',
    also: ['client-header'],
    confidence: 'likely',
    answer: (request) => {
      if (request.method !== 'GET') return spring(403, 'Forbidden');
      return isRobot(request) ? good : { status: 401, headers: challenge('Basic realm="Realm"') };
    },
    options: { ...post('/items', {}), ...robot },
    ...withToken,
  },
  {
    title: 'Spring: a form where JSON is read',
    cause: 'content-type-mismatch',
    confidence: 'confirmed',
    answer: (request) =>
      request.headers['content-type']?.startsWith('application/json') === true
        ? good
        : spring(415, 'Unsupported Media Type', { Accept: 'application/json, application/*+json' }),
    options: { ...post(), content_type: 'form' },
    ...withToken,
  },
  {
    title: 'FastAPI: a form where a model is read',
    cause: 'content-type-mismatch',
    confidence: 'confirmed',
    answer: (request) =>
      request.headers['content-type']?.startsWith('application/json') === true
        ? good
        : json(422, {
            detail: [
              {
                type: 'model_attributes_type',
                loc: ['body'],
                msg: 'Input should be a valid dictionary or object to extract fields from',
                input: 'name=made+up',
              },
            ],
          }),
    options: { ...post(), content_type: 'form' },
    ...withToken,
  },
  {
    title: 'InfluxDB 2: a line where the server takes text, sent as JSON',
    cause: 'content-type-mismatch',
    also: ['unexplained'],
    confidence: 'possible',
    answer: ({ headers }) =>
      headers.authorization === `Token ${token}`
        ? json(
            400,
            { code: 'invalid', message: 'unable to parse \'{"name":"made up"}\': missing fields' },
            { 'X-Influxdb-Version': 'v2.7.10' },
          )
        : json(401, { code: 'unauthorized', message: 'unauthorized access' }),
    options: post('/api/v2/write?org=a&bucket=b', { Authorization: 'Token <<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'ASP.NET Core: a charset that the formatter does not take',
    cause: 'charset-rejected',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers['content-type'] === 'application/json' ? good : problem(415, 'Unsupported Media Type', '15.5.16'),
    options: { ...post(), content_type: 'json' },
    ...withToken,
  },
  {
    title: 'ASP.NET Core: a number that arrives as text',
    cause: 'pill-stringified',
    confidence: 'confirmed',
    answer: ({ body }) =>
      body.includes('"count":5')
        ? good
        : problem(400, 'One or more validation errors occurred.', '15.5.1', {
            errors: {
              order: ['The order field is required.'],
              '$.count': [
                'The JSON value could not be converted to System.Int32. Path: $.count | LineNumber: 0 | BytePositionInLine: 12.',
              ],
            },
          }),
    options: post('/items', bearer, { count: '<<before.count>>' }),
    data: { before: new Map([['count', 5n]]) },
    ...withToken,
  },
  {
    title: 'Elasticsearch: the editor’s sample in the query',
    cause: 'leftover-payload',
    confidence: 'confirmed',
    answer: ({ search }) =>
      search === ''
        ? good
        : json(400, {
            error: {
              root_cause: [
                {
                  type: 'illegal_argument_exception',
                  reason:
                    'request [/_cluster/health] contains unrecognized parameters: [array_example[]], [key], [object_example[key]]',
                },
              ],
              type: 'illegal_argument_exception',
              reason:
                'request [/_cluster/health] contains unrecognized parameters: [array_example[]], [key], [object_example[key]]',
            },
            status: 400,
          }),
    options: {
      ...get('/_cluster/health'),
      payload: { key: 'value', array_example: ['foo', 'bar'], object_example: { key: 'value' } },
    },
    ...withToken,
  },
  {
    title: 'Elasticsearch: a body’s member in the query of a GET',
    cause: 'payload-as-query',
    confidence: 'confirmed',
    answer: ({ search }) =>
      search === ''
        ? good
        : json(400, {
            error: {
              root_cause: [
                {
                  type: 'illegal_argument_exception',
                  reason: 'request [/logs/_search] contains unrecognized parameter: [query]',
                },
              ],
              type: 'illegal_argument_exception',
              reason: 'request [/logs/_search] contains unrecognized parameter: [query]',
            },
            status: 400,
          }),
    options: { ...get('/logs/_search'), payload: { query: 'all' } },
    ...withToken,
  },
  {
    title: 'Go: a list that is written with brackets',
    cause: 'query-encoding',
    confidence: 'confirmed',
    answer: ({ search }) => (search.includes('%5B%5D') || search.includes('[]') ? plain(400, 'id is required\n') : good),
    options: { ...get(), payload: { id: ['4', '7'] } },
    ...withToken,
    most: 8,
  },
  {
    title: 'Docker registry: an index that the request does not accept',
    cause: 'client-header',
    confidence: 'confirmed',
    answer: ({ headers }) => {
      if (headers.authorization !== basic(`robot:${token}`))
        return registry(401, 'UNAUTHORIZED', 'authentication required', challenge('Basic realm="Registry Realm"'));
      return headers['accept']?.includes('application/vnd.oci.image.index.v1+json') === true
        ? good
        : registry(404, 'MANIFEST_UNKNOWN', 'OCI index found, but accept header does not support OCI indexes');
    },
    options: { ...get('/v2/app/manifests/latest', {}), ...robot },
    ...withToken,
  },
  {
    title: 'Rails: a POST without the token against forgery',
    cause: 'client-header',
    confidence: 'likely',
    answer: (request) =>
      request.headers['x-csrf-token'] === undefined
        ? json(422, {
            status: 422,
            error: 'Unprocessable Content',
            exception: "#<ActionController::InvalidAuthenticityToken: Can't verify CSRF token authenticity.>",
          })
        : good,
    options: post('/items.json'),
    ...withToken,
  },
  {
    title: 'FastAPI: a header of the API’s own that is missing',
    cause: 'client-header',
    confidence: 'likely',
    answer: (request) =>
      talkative(request) ??
      (request.headers['x-tenant-id'] === undefined
        ? json(422, { detail: [{ type: 'missing', loc: ['header', 'x-tenant-id'], msg: 'Field required', input: null }] })
        : good),
    options: get(),
    ...withToken,
  },
  {
    title: 'nginx: a bad bot by the name of the client',
    cause: 'user-agent-blocked',
    confidence: 'confirmed',
    answer: (request) =>
      /tines|curl|python|java/i.test(request.headers['user-agent'] ?? '')
        ? nginx(403, 'Forbidden')
        : (talkative(request) ?? good),
    options: get(),
    ...withToken,
  },
  {
    title: 'Kong: bot-detection',
    cause: 'user-agent-blocked',
    confidence: 'confirmed',
    answer: (request) =>
      /tines/i.test(request.headers['user-agent'] ?? '')
        ? json(403, { message: 'Forbidden', request_id: '5f1d2c3b4a59687766554433221100ff' })
        : (talkative(request) ?? good),
    options: get(),
    ...withToken,
    most: 8,
  },
  {
    title: 'F5: its page of refusal under a 200',
    cause: 'user-agent-blocked',
    also: ['address-not-allowed'],
    confidence: 'possible',
    answer: () =>
      html(
        200,
        "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 9108677460373260626<br><br><a href='javascript:history.back();'>[Go Back]</a></body></html>",
      ),
    options: get(),
    ...withToken,
  },
  {
    title: 'Kong: ip-restriction',
    cause: 'address-not-allowed',
    confidence: 'possible',
    answer: () => json(403, { message: 'IP address not allowed: 198.51.100.7', request_id: '5f1d2c3b4a59687766554433221100ff' }),
    options: get(),
    ...withToken,
    most: 8,
  },
  {
    title: 'Traefik: ipAllowList',
    cause: 'address-not-allowed',
    also: ['permission-missing'],
    confidence: 'possible',
    answer: () => plain(403, 'Forbidden'),
    options: { ...get('/items', {}), ...robot },
    ...withToken,
    most: 8,
  },
  {
    title: 'GitHub: an organization with a list of addresses',
    cause: 'address-not-allowed',
    confidence: 'possible',
    answer: (request) =>
      isBearer(request)
        ? json(403, {
            message:
              'Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
            documentation_url: 'https://docs.github.com/rest',
            status: '403',
          })
        : json(401, { message: given(request) ? 'Bad credentials' : 'Requires authentication', status: '401' }),
    options: get('/orgs/acme/repos'),
    ...withToken,
    most: 8,
  },
  {
    title: 'MongoDB Atlas: the list of addresses of a key',
    cause: 'address-not-allowed',
    confidence: 'possible',
    answer: (request) =>
      given(request)
        ? json(403, {
            detail: 'IP address 198.51.100.7 is not allowed to access this resource.',
            error: 403,
            errorCode: 'IP_ADDRESS_NOT_ON_ACCESS_LIST',
            parameters: ['198.51.100.7'],
            reason: 'Forbidden',
          })
        : json(401, { detail: 'You are not authorized for this resource.', error: 401, parameters: [], reason: 'Unauthorized' }),
    options: get('/api/atlas/v2/groups'),
    ...withToken,
    most: 8,
  },
  {
    title: 'Spring: a slash at the end that a redirect takes away, and a POST becomes a GET',
    cause: 'redirect-changed-method',
    confidence: 'confirmed',
    answer: (request) => {
      if (request.path === '/items') return { status: 302, headers: { Location: '/items/' } };
      return request.method === 'POST' ? good : spring(405, 'Method Not Allowed', { Allow: 'POST' });
    },
    options: post(),
    ...withToken,
  },
  {
    title: 'Traefik: http to https, and the credential stays behind',
    cause: 'redirect-dropped-authorization',
    confidence: 'likely',
    answer: (request) =>
      request.path === '/items'
        ? { status: 301, headers: { Location: `${request.otherOrigin}/secure/items` }, body: 'Moved Permanently' }
        : isRobot(request)
          ? good
          : plain(401, '401 Unauthorized\n', challenge('Basic realm="traefik"')),
    options: { ...get('/items', {}), ...robot },
    ...withToken,
    most: 0,
  },
  {
    title: 'nginx in front of a service of HTTP/2 alone',
    cause: 'http-version',
    confidence: 'confirmed',
    answer: () => plain(426, 'Upgrade Required', { Upgrade: 'HTTP/2.0', Connection: 'Upgrade' }),
    options: get(),
    ...withToken,
    most: 0,
  },
  {
    title: 'Kong: a route of https alone, called by http',
    cause: 'tls-other',
    confidence: 'confirmed',
    answer: () => json(426, { message: 'Please use HTTPS protocol' }, { Upgrade: 'TLS/1.2, HTTP/1.1', Connection: 'Upgrade' }),
    options: get(),
    ...withToken,
    most: 0,
  },
  {
    title: 'nginx: a client certificate that it does not accept',
    cause: 'tls-client-certificate-required',
    confidence: 'confirmed',
    answer: () => nginx(400, 'The SSL certificate error'),
    options: get(),
    ...withToken,
    also: ['tls-other'],
  },
  {
    title: 'IIS: a client certificate is required, 403.7',
    cause: 'tls-client-certificate-required',
    confidence: 'confirmed',
    answer: () =>
      html(
        403,
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>IIS 10.0 Detailed Error - 403.7 - Forbidden</title></head><body><h3>HTTP Error 403.7 - Forbidden</h3><h4>The page you are attempting to access requires your browser to have a Secure Sockets Layer (SSL) client certificate that the Web server recognizes.</h4></body></html>',
        { Server: 'Microsoft-IIS/10.0' },
      ),
    options: get(),
    ...withToken,
  },
  {
    title: 'a proxy of the company shows a certificate of its own authority',
    cause: 'tls-untrusted',
    confidence: 'likely',
    ...fails('tls', 'curl 60', 'SSL certificate problem: self-signed certificate in certificate chain'),
    options: get(),
    ...withToken,
    settings: { experiments: false },
  },
  {
    title: 'a name that is mistyped',
    cause: 'dns',
    confidence: 'confirmed',
    ...fails('dns', 'curl 6', 'Could not resolve host: api.exmaple.com'),
    options: get(),
    ...withToken,
    most: 0,
  },
  {
    title: 'a port that nobody listens at',
    cause: 'connect',
    confidence: 'confirmed',
    ...fails('connect', 'curl 7', 'Failed to connect to api.example.com port 8443 after 12 ms: Could not connect to server'),
    options: get(),
    ...withToken,
    most: 0,
  },
  {
    title: 'a firewall that drops what comes',
    cause: 'timeout',
    confidence: 'confirmed',
    ...fails('timeout', 'curl 28', 'Connection timed out after 10002 milliseconds'),
    options: get(),
    ...withToken,
    most: 0,
  },
  {
    title: 'nginx: the service behind it is down',
    cause: 'server-error',
    confidence: 'likely',
    answer: () => nginx(502, 'Bad Gateway'),
    options: get(),
    ...withToken,
  },
  {
    title: 'Rails: an exception whatever is sent',
    cause: 'server-error',
    confidence: 'likely',
    answer: () => json(500, { status: 500, error: 'Internal Server Error' }),
    options: post('/items.json'),
    ...withToken,
  },
  {
    title: 'squid: the proxy asks for a login',
    cause: 'credential-empty',

    confidence: 'likely',
    answer: () =>
      html(
        407,
        '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">\n<html><head>\n<title>ERROR: Cache Access Denied</title>\n</head><body id=ERR_CACHE_ACCESS_DENIED>\n<h1>ERROR</h1>\n<h2>Cache Access Denied.</h2>\n<p>Sorry, you are not currently allowed to request http://api.example.com/ from this cache until you have authenticated yourself.</p>\n</body></html>',
        { 'Proxy-Authenticate': 'Basic realm="Squid proxy-caching web server"', 'X-Squid-Error': 'ERR_CACHE_ACCESS_DENIED 0' },
      ),
    options: get(),
    ...withToken,
    most: 8,
  },
  {
    title: 'squid: its rules refuse the address that is called',
    cause: 'address-not-allowed',

    confidence: 'possible',
    answer: () =>
      html(
        403,
        '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">\n<html><head>\n<title>ERROR: The requested URL could not be retrieved</title>\n</head><body id=ERR_ACCESS_DENIED>\n<h1>ERROR</h1>\n<h2>The requested URL could not be retrieved</h2>\n<p><b>Access Denied.</b></p>\n<p>Access control configuration prevents your request from being allowed at this time. Please contact your service provider if you feel this is incorrect.</p>\n</body></html>',
        { 'X-Squid-Error': 'ERR_ACCESS_DENIED 0', Via: '1.1 proxy (squid/5.7)' },
      ),
    options: get(),
    ...withToken,
    most: 8,
  },
  {
    title: 'Express: a body that is no JSON',
    cause: 'unexplained',
    also: ['content-type-mismatch'],
    confidence: 'possible',
    answer: () =>
      html(
        400,
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Error</title>\n</head>\n<body>\n<pre>SyntaxError: Unexpected token &#39;h&#39;, &quot;hello&quot; is not valid JSON<br> &nbsp; &nbsp;at JSON.parse (&lt;anonymous&gt;)</pre>\n</body>\n</html>\n',
      ),
    options: { ...get(), method: 'post', content_type: 'application_json', payload: 'hello' },
    ...withToken,
  },
  {
    title: 'FastAPI: a parameter that is out of range',
    cause: 'unexplained',
    confidence: 'possible',
    answer: (request) =>
      talkative(request) ??
      json(422, {
        detail: [
          {
            type: 'less_than_equal',
            loc: ['query', 'limit'],
            msg: 'Input should be less than or equal to 100',
            input: '500',
            ctx: { le: 100 },
          },
        ],
      }),
    options: get('/items?limit=500'),
    ...withToken,
  },

  // What only Tines has.
  {
    title: 'Tines alone gets no answer, and the log names egress control',
    cause: 'egress-blocked',
    confidence: 'likely',
    answer: (request) => talkative(request) ?? good,
    options: get(),
    ...withToken,
    tines: inTines(0),
    settings: { log: ['The request was blocked by the egress rules of your tenant'] },
  },
  {
    title: 'Tines alone may not send the credential there, by its log',
    cause: 'credential-domain-restricted',
    confidence: 'likely',
    answer: (request) => talkative(request) ?? good,
    options: get(),
    ...withToken,
    tines: inTines(0),
    settings: { log: ['Credential "acme" cannot be used with the domain 127.0.0.1'] },
  },
  {
    title: 'Tines alone cannot reach an address of a private network',
    cause: 'private-address',
    confidence: 'likely',
    answer: (request) => talkative(request) ?? good,
    options: get(),
    ...withToken,
    tines: inTines(0),
  },
  {
    title: 'Tines alone used the test value, by its log',
    cause: 'test-credential',
    confidence: 'likely',
    answer: (request) => talkative(request) ?? good,
    options: get(),
    ...withToken,
    tines: inTines(401, { error: 'invalid_token' }),
    settings: { log: ['Running in test mode: using the test value of CREDENTIAL.acme'] },
  },
  {
    title: 'Tines alone is refused, and two credentials have one name',
    cause: 'shadowed-credential',
    also: ['credential-rejected', 'test-credential'],
    confidence: 'possible',
    answer: (request) => talkative(request) ?? good,
    options: get(),
    ...withToken,
    tines: inTines(401, { error: 'invalid_token' }),
  },
];
