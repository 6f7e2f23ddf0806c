import type { ClientErrorKind, RunOutcome, TinesOutcome } from '../../../src/model/outcome.ts';
import type { CaseAnswer, CaseRequest } from './diagnose-case.ts';
import { basic, bearerOf, fakeJwt, good, token } from './fake-credentials.ts';
import { knownHost } from './known-host.ts';
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
  postPayload,
  withToken,
  wrongToken,
} from './scenario-parts.ts';
import type { Scenario } from './scenarios.ts';

const withBasic = (path = '/items', user = 'robot') => ({
  url: `{origin}${path}`,
  method: 'get',
  basic_auth: [user, '<<CREDENTIAL.acme>>'],
});

const html = answerAs('text/html');
const plain = answerAs('text/plain');
const xml = (status: number, body: string): CaseAnswer => ({
  status,
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
  headers: { 'Content-Type': 'application/xml' },
});
const nginx = (status: number, phrase: string, more = '', headers: Headers = {}): CaseAnswer =>
  html(
    status,
    `<html>\r\n<head><title>${status} ${phrase}</title></head>\r\n<body>\r\n<center><h1>${status} ${phrase.replace(/^.*(?=Bad Request)/, '')}</h1></center>\r\n${more === '' ? '' : `<center>${more}</center>\r\n`}<hr><center>nginx/1.27.3</center>\r\n</body>\r\n</html>\r\n`,
    { Server: 'nginx/1.27.3', ...headers },
  );
const nginx401 = nginx(401, 'Authorization Required', '', challenge('Basic realm="Restricted"'));
const apache = (status: number, phrase: string, words: string, headers: Headers = {}): CaseAnswer =>
  html(
    status,
    `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>${status} ${phrase}</title>\n</head><body>\n<h1>${phrase}</h1>\n<p>${words}</p>\n</body></html>\n`,
    { Server: 'Apache', 'Content-Type': 'text/html; charset=iso-8859-1', ...headers },
  );
const apache401 = (scheme: string) =>
  apache(
    401,
    'Unauthorized',
    "This server could not verify that you\nare authorized to access the document\nrequested.  Either you supplied the wrong\ncredentials (e.g., bad password), or your\nbrowser doesn't understand how to supply\nthe credentials required.",
    challenge(scheme),
  );

function failing(kind: ClientErrorKind, code: string, message: string): Pick<Scenario, 'prepare' | 'answer'> {
  const failed = (client: 'curl' | 'postman'): RunOutcome => ({
    client,
    status: 'failed',
    error: { kind, code: client === 'curl' ? code : kind, message, conclusive: true },
    hops: [],
    milliseconds: 1,
  });
  return { answer: () => good, prepare: async () => [[failed('curl'), failed('curl')], [failed('postman')]] };
}
const recorded = (status: number): TinesOutcome => ({ client: 'tines', status: 'recorded', response: { status } });

/** Answers in the order: no credential, a wrong one, the right one. */
const threefold =
  (none: CaseAnswer, wrong: CaseAnswer, right: CaseAnswer) =>
  (request: CaseRequest): CaseAnswer =>
    given(request) ? (isBearer(request) ? right : wrong) : none;

const jwt = (claims: Readonly<Record<string, unknown>>) =>
  fakeJwt({ iss: 'https://login.example.com/', sub: '7', iat: 1_700_000_000, exp: 1_900_000_000, ...claims });
const plainJwt = jwt({ scope: 'read' });
const oldJwt = jwt({ exp: 1_750_000_000 });
const otherJwt = jwt({ aud: 'api://other' });

/** Web servers and gateways as they are configured. */
const servers: readonly Scenario[] = [
  {
    title: 'nginx auth_basic: a token is sent where a user and a password belong',
    cause: 'scheme-wrong',
    confidence: 'likely',
    answer: (request) => (isRobot(request) ? good : nginx401),
    options: get(),
    ...withToken,
  },
  {
    title: 'nginx auth_basic: the password is wrong',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: (request) => (isRobot(request) ? good : nginx401),
    options: withBasic(),
    ...wrongToken,
  },
  {
    title: 'nginx auth_basic: no credential is in the action',
    cause: 'credential-empty',
    confidence: 'likely',
    answer: (request) => (isRobot(request) ? good : nginx401),
    options: { url: '{origin}/items', method: 'get' },
  },
  {
    title: 'nginx: the redirect to the trailing slash leads to the name of the server',
    cause: 'redirect-dropped-authorization',
    confidence: 'likely',
    answer: (request) => {
      if (request.path !== '/items/')
        return { ...nginx(301, 'Moved Permanently'), headers: { Location: `${request.otherOrigin}/items/` } };
      return isRobot(request) ? good : nginx401;
    },
    options: withBasic(),
    ...withToken,
  },
  {
    title: 'nginx client_max_body_size: the payload is too large',
    cause: 'unexplained',
    confidence: 'possible',
    answer: ({ method, headers }) =>
      Number(headers['content-length'] ?? 0) > 500 ? nginx(413, 'Request Entity Too Large') : method === 'GET' ? nginx401 : good,
    options: postPayload({ text: 'x'.repeat(2000) }),
    ...withToken,
  },
  {
    title: 'nginx: the address is too long',
    cause: 'unexplained',
    also: ['payload-as-query'],
    confidence: 'likely',
    answer: ({ search }) => (search.length > 1000 ? nginx(414, 'Request-URI Too Large') : good),
    options: { ...get(), payload: { q: 'x'.repeat(1500) } },
    ...withToken,
  },
  {
    title: 'nginx: the header is too large',
    cause: 'unexplained',
    also: ['client-header'],
    confidence: 'possible',
    answer: ({ headers }) =>
      (headers.authorization?.length ?? 0) > 4000
        ? nginx(400, 'Request Header Or Cookie Too Large', 'Request Header Or Cookie Too Large')
        : json(401, { error: 'unauthorized' }),
    options: get(),
    credentials: { acme: `tok_${'a7Kq9'.repeat(1200)}` },
  },
  {
    title: 'nginx: plain HTTP to the port of HTTPS',
    cause: 'tls-other',
    also: ['unexplained'],
    confidence: 'confirmed',
    answer: () => nginx(400, 'The plain HTTP request was sent to HTTPS port', 'The plain HTTP request was sent to HTTPS port'),
    options: get(),
    ...withToken,
  },
  {
    title: 'Apache: plain HTTP to the port of HTTPS',
    cause: 'tls-other',
    also: ['unexplained'],
    confidence: 'confirmed',
    answer: () =>
      apache(
        400,
        'Bad Request',
        "Your browser sent a request that this server could not understand.<br />\nReason: You're speaking plain HTTP to an SSL-enabled server port.<br />\n Instead use the HTTPS scheme to access this URL, please.<br />",
      ),
    options: get(),
    ...withToken,
  },
  {
    title: 'nginx ssl_verify_client: no certificate was sent',
    cause: 'tls-client-certificate-required',
    confidence: 'confirmed',
    answer: () => nginx(400, 'No required SSL certificate was sent', 'No required SSL certificate was sent'),
    options: get(),
    ...withToken,
  },
  {
    title: 'nginx auth_request: the service that it asks is down',
    cause: 'server-error',
    confidence: 'likely',
    answer: () => nginx(500, 'Internal Server Error'),
    options: get(),
    ...withToken,
  },
  {
    title: 'nginx allow and deny: everyone gets 403',
    cause: 'address-not-allowed',
    also: ['permission-missing'],
    confidence: 'possible',
    answer: () => nginx(403, 'Forbidden'),
    options: get(),
    ...withToken,
  },
  {
    title: 'nginx limit_except GET: 403 to a POST',
    cause: 'method-not-permitted',
    also: ['permission-missing'],
    confidence: 'likely',
    answer: (request) =>
      request.method === 'POST' ? nginx(403, 'Forbidden') : isBearer(request) ? good : json(401, { error: 'unauthorized' }),
    options: postPayload(),
    ...withToken,
  },
  {
    title: 'nginx: 405 for a POST to a static file, without Allow',
    cause: 'method-not-allowed',
    confidence: 'confirmed',
    answer: ({ method }) => (method === 'POST' ? nginx(405, 'Not Allowed') : good),
    options: postPayload(),
    ...withToken,
  },
  {
    title: 'nginx: underscores in a header are dropped',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) => (headers['x-api-key'] === token ? good : json(401, { error: 'API key is missing' })),
    options: get('/items', { X_Api_Key: '<<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'nginx secure location: $http_x_api_key is looked at and anything else is forbidden',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) => (headers['x-api-key'] === token ? good : nginx(403, 'Forbidden')),
    options: get(),
    ...withToken,
    most: 8,
  },
  {
    title: 'Apache Require group: 401 to a user who is not in it',
    cause: 'credential-rejected',
    also: ['permission-missing'],
    confidence: 'likely',
    answer: () => apache401('Basic realm="Staff"'),
    options: withBasic(),
    ...withToken,
  },
  {
    title: 'Apache Require ip beside valid-user: 403 to everyone',
    cause: 'address-not-allowed',
    also: ['permission-missing'],
    confidence: 'possible',
    answer: () => apache(403, 'Forbidden', "You don't have permission to access this resource."),
    options: withBasic(),
    ...withToken,
  },
  {
    title: 'Apache AuthType Digest: a Basic pair',
    cause: 'scheme-wrong',
    confidence: 'likely',
    answer: () => apache401('Digest realm="private", nonce="nqXh1CkgBgA=0f0a8d0c", algorithm=MD5, qop="auth"'),
    options: withBasic(),
    ...withToken,
  },
  {
    title: 'Apache SSLVerifyClient in a directory: no client certificate',
    cause: 'tls-client-certificate-required',
    confidence: 'confirmed',
    answer: () =>
      apache(
        403,
        'Forbidden',
        "You don't have permission to access this resource.Reason: Cannot perform Post-Handshake Authentication.<br />",
      ),
    options: get(),
    ...withToken,
  },
  {
    title: 'IIS: 403.7, a client certificate is wanted',
    cause: 'tls-client-certificate-required',
    confidence: 'confirmed',
    answer: () =>
      html(
        403,
        '<html><head><title>403 - Forbidden: Access is denied.</title></head><body><h2>403.7 - Forbidden</h2><h3>The page you are attempting to access requires your browser to have a Secure Sockets Layer (SSL) client certificate that the Web server recognizes.</h3></body></html>',
        { Server: 'Microsoft-IIS/10.0' },
      ),
    options: get(),
    ...withToken,
  },
  {
    title: 'IIS: Windows authentication, a Basic pair is sent',
    cause: 'scheme-wrong',
    confidence: 'likely',
    answer: () =>
      html(
        401,
        '<html><head><title>401 - Unauthorized: Access is denied due to invalid credentials.</title></head><body><h2>401 - Unauthorized: Access is denied due to invalid credentials.</h2><h3>You do not have permission to view this directory or page using the credentials that you supplied.</h3></body></html>',
        { Server: 'Microsoft-IIS/10.0', ...challenge('Negotiate, NTLM') },
      ),
    options: withBasic(),
    ...withToken,
  },
  {
    title: 'HAProxy: http-request deny by User-Agent',
    cause: 'user-agent-blocked',
    confidence: 'confirmed',
    answer: (request) =>
      /tines/i.test(request.headers['user-agent'] ?? '')
        ? html(403, '<html><body><h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.\n</body></html>\n')
        : isBearer(request)
          ? good
          : json(401, { error: 'unauthorized' }),
    options: get(),
    ...withToken,
  },
  {
    title: 'Traefik: no router for this host and path',
    cause: 'not-found',
    confidence: 'likely',
    answer: () => plain(404, '404 page not found\n', { 'X-Content-Type-Options': 'nosniff' }),
    options: get(),
    ...withToken,
  },
  {
    title: 'Envoy: RBAC refuses a token that it accepts',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      bearerOf(request) === plainJwt
        ? plain(403, 'RBAC: access denied', { Server: 'envoy' })
        : given(request)
          ? plain(401, 'Jwt verification fails', {
              Server: 'envoy',
              ...challenge('Bearer realm="http://api/items", error="invalid_token"'),
            })
          : plain(401, 'Jwt is missing', { Server: 'envoy', ...challenge('Bearer realm="http://api/items"') }),
    options: get(),
    credentials: { acme: plainJwt },
  },
  {
    title: 'Envoy: the JWT has expired',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: (request) =>
      bearerOf(request) === oldJwt
        ? plain(401, 'Jwt is expired', {
            Server: 'envoy',
            ...challenge('Bearer realm="http://api/items", error="invalid_token"'),
          })
        : plain(401, given(request) ? 'Jwt verification fails' : 'Jwt is missing', {
            Server: 'envoy',
            ...challenge('Bearer realm="http://api/items"'),
          }),
    options: get(),
    credentials: { acme: oldJwt },
  },
  {
    title: 'Envoy: the audience of the JWT is not allowed',
    cause: 'wrong-audience',
    confidence: 'confirmed',
    answer: (request) =>
      bearerOf(request) === otherJwt
        ? plain(403, 'Audiences in Jwt are not allowed', { Server: 'envoy' })
        : plain(401, given(request) ? 'Jwt verification fails' : 'Jwt is missing', { Server: 'envoy' }),
    options: get(),
    credentials: { acme: otherJwt },
  },
  {
    title: 'Kong key-auth: the key is in Authorization',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.apikey === token
        ? good
        : json(
            401,
            { message: headers.apikey === undefined ? 'No API key found in request' : 'Unauthorized' },
            challenge('Key realm="kong"'),
          ),
    options: get(),
    ...withToken,
    most: 8,
  },
  {
    title: 'Kong key-auth: the key is not known',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: ({ headers }) =>
      json(
        401,
        { message: headers.apikey === undefined ? 'No API key found in request' : 'Unauthorized' },
        challenge('Key realm="kong"'),
      ),
    options: get('/items', { apikey: '<<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'Kong acl: the consumer is in no group that may',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers.apikey === token
        ? json(403, { message: 'You cannot consume this service' })
        : json(
            401,
            { message: headers.apikey === undefined ? 'No API key found in request' : 'Unauthorized' },
            challenge('Key realm="kong"'),
          ),
    options: get('/items', { apikey: '<<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'Kong request-size-limiting: the payload is too large',
    cause: 'unexplained',
    confidence: 'possible',
    answer: (request) =>
      isBearer(request) ? json(413, { message: 'Request size limit exceeded' }) : json(401, { message: 'Unauthorized' }),
    options: postPayload(),
    ...withToken,
  },
  {
    title: 'Kong ip-restriction',
    cause: 'address-not-allowed',
    confidence: 'possible',
    answer: () => json(403, { message: 'IP address not allowed: 10.1.2.3' }),
    options: get(),
    ...withToken,
  },
  {
    title: 'Kong: no route',
    cause: 'not-found',
    confidence: 'likely',
    answer: () => json(404, { message: 'no Route matched with those values' }),
    options: get(),
    ...withToken,
  },
  {
    title: 'Cloudflare: a firewall rule of the site',
    cause: 'address-not-allowed',
    also: ['user-agent-blocked'],
    confidence: 'possible',
    answer: () =>
      html(
        403,
        '<!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title></head><body><h1>Sorry, you have been blocked</h1><p>You are unable to access example.com</p><p>This website is using a security service to protect itself from online attacks.</p><p>Cloudflare Ray ID: <strong>8e7a1b2c3d4e5f60</strong></p></body></html>',
        { Server: 'cloudflare', 'CF-RAY': '8e7a1b2c3d4e5f60-FRA' },
      ),
    options: get(),
    ...withToken,
    most: 10,
  },
  {
    title: 'httpbin hidden-basic-auth: 404 to a wrong password',
    cause: 'not-found',
    also: ['credential-rejected'],
    confidence: 'likely',
    answer: (request) => (isRobot(request) ? good : json(404, { status: 404 })),
    options: withBasic('/hidden-basic-auth/robot/secret'),
    ...wrongToken,
  },
  {
    title: 'httpbin bearer: a Basic pair',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: (request) => (bearerOf(request) === null ? { status: 401, headers: challenge('Bearer') } : good),
    options: withBasic('/bearer'),
    ...withToken,
  },
  {
    title: 'RabbitMQ: the login fails',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: () => json(401, { error: 'not_authorized', reason: 'Login failed' }, challenge('Basic realm="RabbitMQ Management"')),
    options: withBasic('/api/overview'),
    ...withToken,
  },
  {
    title: 'RabbitMQ: the user is no management user, told by 401',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      json(
        401,
        { error: 'not_authorized', reason: isRobot(request) ? 'Not management user' : 'Login failed' },
        challenge('Basic realm="RabbitMQ Management"'),
      ),
    options: withBasic('/api/overview'),
    ...withToken,
  },
  {
    title: 'RabbitMQ: guest may log in from localhost only',
    cause: 'address-not-allowed',
    confidence: 'possible',
    answer: ({ headers }) =>
      json(
        401,
        {
          error: 'not_authorized',
          reason: headers.authorization === basic(`guest:${token}`) ? 'User can only log in via localhost' : 'Login failed',
        },
        challenge('Basic realm="RabbitMQ Management"'),
      ),
    options: withBasic('/api/overview', 'guest'),
    ...withToken,
  },
  {
    title: 'InfluxDB 2: the organisation does not exist',
    cause: 'not-found',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers.authorization === `Token ${token}`
        ? json(404, { code: 'not found', message: 'organization name "acme" not found' })
        : json(401, { code: 'unauthorized', message: 'unauthorized access' }),
    options: get('/api/v2/buckets?org=acme', { Authorization: 'Token <<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'InfluxDB 2: a line that cannot be parsed',
    cause: 'unexplained',
    confidence: 'possible',
    answer: ({ headers }) =>
      headers.authorization === `Token ${token}`
        ? json(400, { code: 'invalid', message: "unable to parse 'cpu': missing fields" })
        : json(401, { code: 'unauthorized', message: 'unauthorized access' }),
    options: postPayload('cpu', { Authorization: 'Token <<CREDENTIAL.acme>>' }, 'text/plain'),
    ...withToken,
  },
  {
    title: 'Docker registry: a Basic pair where a token of the token service is wanted',
    cause: 'scheme-wrong',
    confidence: 'likely',
    answer: () =>
      json(
        401,
        {
          errors: [
            {
              code: 'UNAUTHORIZED',
              message: 'authentication required',
              detail: [{ Type: 'repository', Class: '', Name: 'acme/app', Action: 'pull' }],
            },
          ],
        },
        challenge(
          'Bearer realm="https://auth.example.com/token",service="registry.example.com",scope="repository:acme/app:pull"',
        ),
      ),
    options: withBasic('/v2/acme/app/tags/list'),
    ...withToken,
  },
  {
    title: 'Docker registry: a token without the scope',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: (request) =>
      json(
        401,
        { errors: [{ code: 'UNAUTHORIZED', message: 'authentication required' }] },
        challenge(
          `Bearer realm="https://auth.example.com/token",service="registry.example.com",scope="repository:acme/app:pull"${given(request) ? `,error="${bearerOf(request) === plainJwt ? 'insufficient_scope' : 'invalid_token'}"` : ''}`,
        ),
      ),
    options: get('/v2/acme/app/tags/list'),
    credentials: { acme: plainJwt },
  },
  {
    title: 'TLS: the server does not know the name',
    cause: 'tls-other',
    confidence: 'likely',
    ...failing('tls', 'curl 35', 'TLS connect error: error:0A000458:SSL routines::tlsv1 unrecognized name'),
    options: { ...get(), url: 'https://api.example.com/items' },
    ...withToken,
  },
  {
    title: 'TLS 1.3: the server wants a certificate',
    cause: 'tls-client-certificate-required',
    confidence: 'confirmed',
    ...failing(
      'tls',
      'curl 56',
      'OpenSSL SSL_read: OpenSSL/3.0.15: error:0A00045C:SSL routines::tlsv13 alert certificate required, errno 0',
    ),
    options: { ...get(), url: 'https://api.example.com/items' },
    ...withToken,
  },
  {
    title: 'TLS: the certificate is for another name',
    cause: 'tls-untrusted',
    confidence: 'likely',
    ...failing('tls', 'curl 60', "SSL: no alternative certificate subject name matches target host name 'api.example.com'"),
    options: { ...get(), url: 'https://api.example.com/items' },
    ...withToken,
  },
];

/** Frameworks that services are built with. */
const frameworks: readonly Scenario[] = [
  {
    title: 'Django: the check against forged requests fails',
    cause: 'client-header',
    confidence: 'likely',
    answer: () => json(403, { detail: 'CSRF Failed: Referer checking failed - no Referer.' }),
    options: postPayload(),
    ...withToken,
    most: 9,
  },
  {
    title: 'Django REST framework: Bearer where Token is wanted',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization === `Token ${token}`
        ? good
        : json(
            401,
            {
              detail:
                headers.authorization?.startsWith('Token ') === true
                  ? 'Invalid token.'
                  : 'Authentication credentials were not provided.',
            },
            challenge('Token'),
          ),
    options: get(),
    ...withToken,
  },
  {
    title: 'Django REST framework: the scheme stands in the credential too',
    cause: 'scheme-doubled',
    confidence: 'confirmed',
    answer: ({ headers }) => {
      const words = (headers.authorization ?? '').split(' ');
      if (words[0] !== 'Token') return json(401, { detail: 'Authentication credentials were not provided.' }, challenge('Token'));
      if (words.length > 2)
        return json(401, { detail: 'Invalid token header. Token string should not contain spaces.' }, challenge('Token'));
      return words[1] === token ? good : json(401, { detail: 'Invalid token.' }, challenge('Token'));
    },
    options: get('/items', { Authorization: 'Token <<CREDENTIAL.acme>>' }),
    credentials: { acme: `Token ${token}` },
  },
  {
    title: 'Django REST framework with sessions: 403 to a wrong token',
    cause: 'credential-rejected',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      json(403, {
        detail:
          headers.authorization?.startsWith('Token ') === true
            ? 'Invalid token.'
            : 'Authentication credentials were not provided.',
      }),
    options: get('/items', { Authorization: 'Token <<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'FastAPI HTTPBearer: the scheme Token',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: (request) =>
      isBearer(request)
        ? good
        : json(403, {
            detail: given(request) && bearerOf(request) === null ? 'Invalid authentication credentials' : 'Not authenticated',
          }),
    options: get('/items', { Authorization: 'Token <<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'FastAPI OAuth2: a JWT that is past its end, told by no word',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: (request) =>
      json(401, { detail: given(request) ? 'Could not validate credentials' : 'Not authenticated' }, challenge('Bearer')),
    options: get(),
    credentials: { acme: oldJwt },
  },
  {
    title: 'FastAPI: the key belongs in the query',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ search }) => {
      const key = new URLSearchParams(search).get('api_key');
      if (key === null)
        return json(422, { detail: [{ type: 'missing', loc: ['query', 'api_key'], msg: 'Field required', input: null }] });
      return key === token ? good : json(403, { detail: 'Invalid key' });
    },
    options: get(),
    ...withToken,
  },
  {
    title: 'FastAPI: a field of the payload is missing',
    cause: 'unexplained',
    confidence: 'possible',
    answer: (request) =>
      isBearer(request)
        ? json(422, {
            detail: [{ type: 'missing', loc: ['body', 'token_name'], msg: 'Field required', input: { name: 'made up' } }],
          })
        : json(401, { detail: 'Not authenticated' }, challenge('Bearer')),
    options: postPayload(),
    ...withToken,
  },
  {
    title: 'Devise: one answer to everything',
    cause: 'credential-rejected',
    confidence: 'possible',
    answer: () => json(401, { error: 'You need to sign in or sign up before continuing.' }),
    options: get(),
    ...withToken,
    most: 10,
  },
  {
    title: 'Rails: the authenticity token cannot be verified',
    cause: 'client-header',
    confidence: 'likely',
    answer: () => json(422, { status: 422, error: "Can't verify CSRF token authenticity." }),
    options: postPayload(),
    ...withToken,
  },
  {
    title: 'Express: a form under the type of JSON, an unexpected token',
    cause: 'content-type-mismatch',
    confidence: 'confirmed',
    answer: (request) => {
      if (!isBearer(request)) return json(401, { error: 'unauthorized' });
      if (request.headers['content-type']?.includes('x-www-form-urlencoded') === true) return good;
      return html(
        400,
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Error</title></head><body><pre>SyntaxError: Unexpected token \'u\', &quot;user=1&quot; is not valid JSON<br> &nbsp; &nbsp;at JSON.parse (&lt;anonymous&gt;)</pre></body></html>',
      );
    },
    options: postPayload('user=1&name=x'),
    ...withToken,
  },
  {
    title: 'ASP.NET: 415 to a form',
    cause: 'content-type-mismatch',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers['content-type']?.includes('json') === true
        ? good
        : json(415, {
            type: 'https://tools.ietf.org/html/rfc9110#section-15.5.16',
            title: 'Unsupported Media Type',
            status: 415,
            traceId: '00-1',
          }),
    options: { url: '{origin}/items', method: 'post', content_type: 'form', payload: { name: 'x' }, headers: bearer },
    ...withToken,
  },
  {
    title: 'ASP.NET: the audience is invalid',
    cause: 'wrong-audience',
    confidence: 'confirmed',
    answer: (request) => ({
      status: 401,
      headers: challenge(
        bearerOf(request) === otherJwt
          ? 'Bearer error="invalid_token", error_description="The audience \'api://other\' is invalid"'
          : given(request)
            ? 'Bearer error="invalid_token"'
            : 'Bearer',
      ),
    }),
    options: get(),
    credentials: { acme: otherJwt },
  },
  {
    title: 'ASP.NET: the key of the signature is not known',
    cause: 'credential-rejected',
    also: ['wrong-audience', 'wrong-environment'],
    confidence: 'likely',
    answer: (request) => ({
      status: 401,
      headers: challenge(
        given(request) ? 'Bearer error="invalid_token", error_description="The signature key was not found"' : 'Bearer',
      ),
    }),
    options: get(),
    credentials: { acme: plainJwt },
  },
  {
    title: 'Spring Security: 403 without a word to a POST, because of CSRF',
    cause: 'method-not-permitted',
    also: ['client-header', 'permission-missing'],
    confidence: 'likely',
    answer: (request) =>
      request.method === 'POST'
        ? json(403, { timestamp: '2026-11-24T12:00:00.000+00:00', status: 403, error: 'Forbidden', path: '/items' })
        : isBearer(request)
          ? good
          : { status: 401, headers: challenge('Bearer') },
    options: postPayload(),
    ...withToken,
  },
  {
    title: 'a service that takes the token of the pair with nothing after the colon',
    cause: 'basic-no-colon',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization === basic(`${token}:`)
        ? good
        : json(401, { error: 'Invalid API key' }, challenge('Basic realm="API"')),
    options: get('/items', { Authorization: 'Basic <<BASE64_ENCODE(CREDENTIAL.acme)>>' }),
    ...withToken,
  },
  {
    title: 'a line break at the end of the password',
    cause: 'credential-whitespace',
    confidence: 'confirmed',
    answer: (request) => (isRobot(request) ? good : nginx401),
    options: withBasic(),
    credentials: { acme: `${token}\n` },
  },
  {
    title: 'a line break at the end of a key in the query',
    cause: 'credential-whitespace',
    confidence: 'confirmed',
    answer: ({ search }) => (new URLSearchParams(search).get('key') === token ? good : json(403, { error: 'invalid key' })),
    options: { url: '{origin}/items', method: 'get', payload: { key: '<<CREDENTIAL.acme>>' } },
    credentials: { acme: `${token}\n` },
  },
  {
    title: 'the token of the action before is not there',
    cause: 'credential-empty',
    confidence: 'likely',
    answer: threefold(json(401, { error: 'missing token' }), json(401, { error: 'bad token' }), good),
    options: get('/items', { Authorization: '<<get_token.body.access_token>>' }),
    data: {},
  },
  {
    title: 'a pill in single brackets is sent as it is written',
    cause: 'credential-unresolved',
    confidence: 'likely',
    answer: threefold(json(401, { error: 'no token' }), json(401, { error: 'bad token' }), good),
    options: get('/items', { Authorization: 'Bearer <CREDENTIAL.acme>' }),
  },
];

/** Services by their documentation. */
const services: readonly Scenario[] = [
  {
    title: 'CrowdStrike: the scope is not permitted',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: threefold(
      json(401, { errors: [{ code: 401, message: 'access denied, authorization failed' }] }),
      json(401, { errors: [{ code: 401, message: 'access denied, invalid bearer token' }] }),
      json(403, { errors: [{ code: 403, message: 'access denied, authorization failed' }] }),
    ),
    options: get('/detects/queries/detects/v1'),
    ...withToken,
  },
  {
    title: 'CrowdStrike: the token is invalid',
    cause: 'credential-rejected',
    confidence: 'confirmed',
    answer: threefold(
      json(403, { errors: [{ code: 403, message: 'access denied, authorization failed' }] }),
      json(401, { errors: [{ code: 401, message: 'access denied, invalid bearer token' }] }),
      good,
    ),
    options: get('/detects/queries/detects/v1'),
    ...wrongToken,
  },
  {
    title: 'SentinelOne: Bearer where ApiToken is wanted',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization === `ApiToken ${token}`
        ? good
        : json(401, { errors: [{ code: 4010010, detail: null, title: 'Authentication Failed' }] }),
    options: get('/web/api/v2.1/threats'),
    ...withToken,
    settings: knownHost('SentinelOne'),
  },
  {
    title: 'Okta: an administrator who may not',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization === `SSWS ${token}`
        ? json(403, {
            errorCode: 'E0000006',
            errorSummary: 'You do not have permission to perform the requested action',
            errorCauses: [],
          })
        : json(401, { errorCode: 'E0000011', errorSummary: 'Invalid token provided', errorCauses: [] }),
    options: get('/api/v1/users', { Authorization: 'SSWS <<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'Okta: a field of the payload fails validation',
    cause: 'unexplained',
    confidence: 'possible',
    answer: ({ headers }) =>
      headers.authorization === `SSWS ${token}`
        ? json(400, {
            errorCode: 'E0000001',
            errorSummary: 'Api validation failed: login',
            errorCauses: [{ errorSummary: 'login: An object with this field already exists in the current organization' }],
          })
        : json(401, { errorCode: 'E0000011', errorSummary: 'Invalid token provided', errorCauses: [] }),
    options: postPayload({ profile: { login: 'a@example.com' } }, { Authorization: 'SSWS <<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'Jira: an issue that may not be seen, hidden from everyone alike',
    cause: 'not-found',
    confidence: 'likely',
    answer: () => json(404, { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} }),
    options: withBasic('/rest/api/3/issue/SEC-1'),
    ...withToken,
  },
  {
    title: 'Jira: the login is refused and a header says it',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers.authorization === undefined
        ? json(401, {
            errorMessages: ['You are not authenticated. Authentication required to perform this operation.'],
            errors: {},
          })
        : plain(401, 'Client must be authenticated to access this resource.', {
            'X-Seraph-Loginreason': 'AUTHENTICATED_FAILED',
            ...challenge('OAuth realm="https%3A%2F%2Facme.atlassian.net"'),
          }),
    options: withBasic('/rest/api/3/myself'),
    ...withToken,
  },
  {
    title: 'Jira: the XSRF check fails',
    cause: 'client-header',
    also: ['user-agent-blocked'],
    confidence: 'likely',
    answer: () => plain(403, 'XSRF check failed'),
    options: postPayload(),
    ...withToken,
    most: 9,
  },
  {
    title: 'ServiceNow: the user is not authenticated',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: () =>
      json(
        401,
        { error: { message: 'User Not Authenticated', detail: 'Required to provide Auth information' }, status: 'failure' },
        challenge('BASIC realm="Service-now"'),
      ),
    options: withBasic('/api/now/table/incident'),
    ...withToken,
  },
  {
    title: 'ServiceNow: rules of access refuse the record',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      isRobot(request)
        ? json(403, {
            error: { message: 'Operation Failed', detail: 'ACL Exception Update Failed due to security constraints' },
            status: 'failure',
          })
        : json(
            401,
            { error: { message: 'User Not Authenticated', detail: 'Required to provide Auth information' } },
            challenge('BASIC realm="Service-now"'),
          ),
    options: withBasic('/api/now/table/incident'),
    ...withToken,
  },
  {
    title: 'Slack: a channel that is not there',
    cause: 'not-found',
    also: ['unexplained'],
    confidence: 'likely',
    answer: (request) =>
      json(200, { ok: false, error: isBearer(request) ? 'channel_not_found' : given(request) ? 'invalid_auth' : 'not_authed' }),
    options: postPayload({ channel: 'C0', text: 'x' }),
    ...withToken,
    settings: knownHost('Slack'),
  },
  {
    title: 'Slack: the app is not in the channel',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      json(200, { ok: false, error: isBearer(request) ? 'not_in_channel' : given(request) ? 'invalid_auth' : 'not_authed' }),
    options: postPayload({ channel: 'C0', text: 'x' }),
    ...withToken,
    settings: knownHost('Slack'),
  },
  {
    title: 'Slack: the message has no text',
    cause: 'unexplained',
    confidence: 'possible',
    answer: (request) =>
      json(200, { ok: false, error: isBearer(request) ? 'no_text' : given(request) ? 'invalid_auth' : 'not_authed' }),
    options: postPayload({ channel: 'C0' }),
    ...withToken,
    settings: knownHost('Slack'),
  },
  {
    title: 'VirusTotal: the key is not in its header',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers['x-apikey'] === token
        ? good
        : json(401, { error: { code: 'AuthenticationRequiredError', message: 'X-Apikey header is missing' } }),
    options: get('/api/v3/ip_addresses/192.0.2.1'),
    ...withToken,
  },
  {
    title: 'VirusTotal: the key may not do this',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers['x-apikey'] === token
        ? json(403, { error: { code: 'ForbiddenError', message: 'You are not authorized to perform the requested operation' } })
        : headers['x-apikey'] === undefined
          ? json(401, { error: { code: 'AuthenticationRequiredError', message: 'X-Apikey header is missing' } })
          : json(401, { error: { code: 'WrongCredentialsError', message: 'Wrong API key' } }),
    options: get('/api/v3/intelligence/search', { 'x-apikey': '<<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'Microsoft Graph: no JWT at all',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: (request) =>
      json(401, {
        error: {
          code: 'InvalidAuthenticationToken',
          message: given(request) ? 'IDX14100: JWT is not well formed, there are no dots (.).' : 'Access token is empty.',
        },
      }),
    options: get('/v1.0/users'),
    ...withToken,
  },
  {
    title: 'Microsoft Graph: the lifetime is over',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: (request) =>
      json(401, {
        error: {
          code: 'InvalidAuthenticationToken',
          message: given(request) ? 'Lifetime validation failed, the token is expired.' : 'Access token is empty.',
        },
      }),
    options: get('/v1.0/users'),
    credentials: { acme: oldJwt },
  },
  {
    title: 'Microsoft Graph: privileges are missing',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: (request) =>
      bearerOf(request) === plainJwt
        ? json(403, {
            error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges to complete the operation.' },
          })
        : json(401, {
            error: { code: 'InvalidAuthenticationToken', message: given(request) ? 'Invalid JWT.' : 'Access token is empty.' },
          }),
    options: get('/v1.0/users'),
    credentials: { acme: plainJwt },
  },
  {
    title: 'Microsoft Defender: the application has no permission',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      bearerOf(request) === plainJwt
        ? json(403, {
            error: {
              code: 'Forbidden',
              message:
                'The application does not have any of the required application permissions (Alert.Read.All) to access the resource.',
              target: '|1',
            },
          })
        : json(401, { error: { code: 'Unauthorized', message: 'The request is not authenticated.' } }),
    options: get('/api/alerts'),
    credentials: { acme: plainJwt },
  },
  {
    title: 'Entra: JSON to the token endpoint',
    cause: 'content-type-mismatch',
    confidence: 'confirmed',
    answer: ({ headers, body }) =>
      headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true && body.includes('grant_type=')
        ? json(200, { token_type: 'Bearer', expires_in: 3599, access_token: 'made-up' })
        : json(400, {
            error: 'invalid_request',
            error_description: "AADSTS900144: The request body must contain the following parameter: 'grant_type'. Trace ID: 1",
            error_codes: [900144],
          }),
    options: {
      url: '{origin}/acme/oauth2/v2.0/token',
      method: 'post',
      content_type: 'application_json',
      payload: { grant_type: 'client_credentials', client_id: 'app', client_secret: '<<CREDENTIAL.acme>>' },
    },
    ...withToken,
  },
  {
    title: 'Entra: the id of the secret in place of its value',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: () =>
      json(401, {
        error: 'invalid_client',
        error_description:
          "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app 'app'.",
        error_codes: [7000215],
      }),
    options: {
      url: '{origin}/acme/oauth2/v2.0/token',
      method: 'post',
      content_type: 'form',
      payload: { grant_type: 'client_credentials', client_id: 'app', client_secret: '<<CREDENTIAL.acme>>' },
    },
    ...withToken,
  },
  {
    title: 'Entra: the secret has expired',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: () =>
      json(401, {
        error: 'invalid_client',
        error_description:
          "AADSTS7000222: The provided client secret keys for app 'app' are expired. Visit the Azure portal to create new keys for your app.",
        error_codes: [7000222],
      }),
    options: {
      url: '{origin}/acme/oauth2/v2.0/token',
      method: 'post',
      content_type: 'form',
      payload: { grant_type: 'client_credentials', client_id: 'app', client_secret: '<<CREDENTIAL.acme>>' },
    },
    ...withToken,
  },
  {
    title: 'Google: the API is disabled in the project',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: threefold(
      json(401, {
        error: { code: 401, message: 'Request is missing required authentication credential.', status: 'UNAUTHENTICATED' },
      }),
      json(401, { error: { code: 401, message: 'Request had invalid authentication credentials.', status: 'UNAUTHENTICATED' } }),
      json(403, {
        error: {
          code: 403,
          message:
            'Admin SDK API has not been used in project 1 before or it is disabled. Enable it by visiting the console then retry.',
          status: 'PERMISSION_DENIED',
          details: [
            { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'SERVICE_DISABLED', domain: 'googleapis.com' },
          ],
        },
      }),
    ),
    options: get('/admin/directory/v1/users'),
    ...withToken,
  },
  {
    title: 'Google: an API key that is not valid, told by 400',
    cause: 'credential-rejected',
    confidence: 'confirmed',
    answer: ({ search }) =>
      search.includes('key=')
        ? json(400, {
            error: {
              code: 400,
              message: 'API key not valid. Please pass a valid API key.',
              status: 'INVALID_ARGUMENT',
              details: [{ reason: 'API_KEY_INVALID', domain: 'googleapis.com' }],
            },
          })
        : json(403, {
            error: {
              code: 403,
              message:
                "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
              status: 'PERMISSION_DENIED',
            },
          }),
    options: { url: '{origin}/v4/threatMatches', method: 'get', payload: { key: '<<CREDENTIAL.acme>>' } },
    ...withToken,
  },
  {
    title: 'Google: the key is restricted to addresses',
    cause: 'address-not-allowed',
    confidence: 'possible',
    answer: ({ search }) =>
      search.includes(token)
        ? json(403, {
            error: {
              code: 403,
              message:
                'The provided API key has an IP address restriction. The originating IP address of the call (192.0.2.7) violates this restriction.',
              status: 'PERMISSION_DENIED',
              details: [{ reason: 'API_KEY_IP_ADDRESS_BLOCKED', domain: 'googleapis.com' }],
            },
          })
        : json(400, {
            error: { code: 400, message: 'API key not valid. Please pass a valid API key.', status: 'INVALID_ARGUMENT' },
          }),
    options: { url: '{origin}/v4/threatMatches', method: 'get', payload: { key: '<<CREDENTIAL.acme>>' } },
    ...withToken,
  },
  {
    title: 'Google: a limit that is told by 403',
    cause: 'rate-limited',
    confidence: 'likely',
    answer: threefold(
      json(401, { error: { code: 401, message: 'Login Required.' } }),
      json(401, { error: { code: 401, message: 'Invalid Credentials' } }),
      json(403, {
        error: {
          code: 403,
          message: 'User Rate Limit Exceeded',
          errors: [{ domain: 'usageLimits', reason: 'userRateLimitExceeded' }],
        },
      }),
    ),
    options: get('/gmail/v1/users/me/messages'),
    ...withToken,
  },
  {
    title: 'GitHub: a fine-grained token without the right',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: threefold(
      json(401, { message: 'Requires authentication', documentation_url: 'https://docs.github.com/rest' }),
      json(401, { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest' }),
      json(403, {
        message: 'Resource not accessible by personal access token',
        documentation_url: 'https://docs.github.com/rest',
      }),
    ),
    options: get('/orgs/acme/audit-log'),
    ...withToken,
  },
  {
    title: 'GitHub: a secondary limit',
    cause: 'rate-limited',
    confidence: 'likely',
    answer: threefold(
      json(401, { message: 'Requires authentication' }),
      json(401, { message: 'Bad credentials' }),
      json(
        403,
        { message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.' },
        { 'Retry-After': '60' },
      ),
    ),
    options: get('/search/code?q=x'),
    ...withToken,
  },
  {
    title: 'GitHub: the list of addresses of the organisation',
    cause: 'address-not-allowed',
    confidence: 'possible',
    answer: threefold(
      json(401, { message: 'Requires authentication' }),
      json(401, { message: 'Bad credentials' }),
      json(403, {
        message:
          'Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
      }),
    ),
    options: get('/orgs/acme/audit-log'),
    ...withToken,
  },
  {
    title: 'Splunk HEC: 403 to a token that it does not know',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers.authorization === undefined
        ? json(401, { text: 'Token is required', code: 2 })
        : headers.authorization.startsWith('Splunk ')
          ? json(403, { text: 'Invalid token', code: 4 })
          : json(401, { text: 'Invalid authorization', code: 3 }),
    options: postPayload({ event: 'x' }, { Authorization: 'Splunk <<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'Splunk HEC: the payload has no event',
    cause: 'unexplained',
    confidence: 'possible',
    answer: ({ headers }) =>
      headers.authorization === `Splunk ${token}`
        ? json(400, { text: 'Event field is required', code: 12, 'invalid-event-number': 0 })
        : json(403, { text: 'Invalid token', code: 4 }),
    options: postPayload({ evnt: 'x' }, { Authorization: 'Splunk <<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'Elasticsearch: an API key under Bearer',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization === `ApiKey ${token}`
        ? good
        : json(
            401,
            {
              error: {
                type: 'security_exception',
                reason:
                  headers.authorization === undefined
                    ? 'missing authentication credentials for REST request [/items]'
                    : 'unable to authenticate with provided credentials and anonymous access is not allowed for this request',
              },
              status: 401,
            },
            challenge('Basic realm="security", charset="UTF-8", Bearer realm="security", ApiKey'),
          ),
    options: get(),
    ...withToken,
  },
  {
    title: 'Elasticsearch: the API key may not read the index',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization === `ApiKey ${token}`
        ? json(403, {
            error: {
              type: 'security_exception',
              reason:
                'action [indices:data/read/search] is unauthorized for API key id [abc] of user [robot] on indices [logs], this action is granted by the index privileges [read,all]',
            },
            status: 403,
          })
        : json(
            401,
            { error: { type: 'security_exception', reason: 'unable to authenticate' }, status: 401 },
            challenge('ApiKey'),
          ),
    options: get('/logs/_search', { Authorization: 'ApiKey <<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'Elasticsearch: 406 about the type of the payload',
    cause: 'content-type-mismatch',
    confidence: 'confirmed',
    answer: (request) =>
      request.headers['content-type']?.includes('json') === true
        ? good
        : json(406, { error: 'Content-Type header [application/x-www-form-urlencoded] is not supported', status: 406 }),
    options: { ...postPayload({ query: 'x' }), content_type: 'form' },
    ...withToken,
  },
  {
    title: 'Qualys: X-Requested-With is missing',
    cause: 'client-header',
    confidence: 'likely',
    answer: () =>
      xml(
        400,
        '<SIMPLE_RETURN><RESPONSE><DATETIME>2026-11-24T12:00:00Z</DATETIME><CODE>1922</CODE><TEXT>Please specify X-Requested-With header</TEXT></RESPONSE></SIMPLE_RETURN>',
      ),
    options: withBasic('/api/2.0/fo/asset/host/'),
    ...withToken,
  },
  {
    title: 'Qualys: the calls at the same time are too many, told by 409',
    cause: 'rate-limited',
    confidence: 'likely',
    answer: (request) =>
      isRobot(request)
        ? xml(
            409,
            '<SIMPLE_RETURN><RESPONSE><CODE>1960</CODE><TEXT>This API cannot be run again until 1 currently running instance has finished.</TEXT></RESPONSE></SIMPLE_RETURN>',
          )
        : xml(401, '<SIMPLE_RETURN><RESPONSE><CODE>2000</CODE><TEXT>Bad Login/Password</TEXT></RESPONSE></SIMPLE_RETURN>'),
    options: withBasic('/api/2.0/fo/asset/host/'),
    ...withToken,
  },
  {
    title: 'Rapid7: the key under Bearer, nothing is said',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) => (headers['x-api-key'] === token ? good : { status: 401 }),
    options: get('/idr/v2/investigations'),
    ...withToken,
    most: 8,
  },
  {
    title: 'Wiz: a permission is missing, told under a 200',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      isBearer(request)
        ? json(200, {
            errors: [
              {
                message: 'access denied, at least one of the required permissions is missing: read:issues',
                extensions: { code: 'UNAUTHORIZED' },
              },
            ],
            data: null,
          })
        : json(401, { message: 'unauthenticated' }),
    options: postPayload({ query: '{ issues { nodes { id } } }' }),
    ...withToken,
  },
  {
    title: 'Snyk: a parameter that is not there',
    cause: 'unexplained',
    confidence: 'possible',
    answer: ({ headers }) =>
      headers.authorization === `token ${token}`
        ? json(400, {
            errors: [
              {
                status: '400',
                detail: 'parameter "version" in query has an error: value is required but missing',
                title: 'Bad request',
              },
            ],
          })
        : json(401, {
            errors: [
              {
                status: '401',
                detail: 'Authentication credentials not recognized, or user access is not provisioned',
                title: 'Unauthorized',
              },
            ],
          }),
    options: get('/rest/orgs', { Authorization: 'token <<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'AbuseIPDB: one text for a key that is missing, wrong or revoked',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: () =>
      json(401, {
        errors: [
          {
            detail:
              'Authentication failed. Your API key is either missing, incorrect, or revoked. Note: The APIv2 key differs from the APIv1 key.',
            status: 401,
          },
        ],
      }),
    options: get('/api/v2/check', { Key: '<<CREDENTIAL.acme>>' }),
    ...withToken,
    most: 8,
  },
  {
    title: 'urlscan: the header of the key is named by the server',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers['api-key'] === token
        ? good
        : json(401, {
            message: 'No API key supplied. Send the key using the "API-Key" header',
            description: 'API key missing',
            status: 401,
          }),
    options: get('/user/quotas/'),
    ...withToken,
  },
  {
    title: 'urlscan: the domain to scan has no address',
    cause: 'unexplained',
    confidence: 'possible',
    answer: ({ headers }) =>
      headers['api-key'] === token
        ? json(400, {
            message: 'DNS Error - Could not resolve domain',
            description:
              "The domain gone.example could not be resolved to a valid IPv4/IPv6 address. We won't try to load it in the browser.",
            status: 400,
          })
        : json(401, { message: 'No API key supplied. Send the key using the "API-Key" header', status: 401 }),
    options: postPayload({ url: 'https://gone.example' }, { 'API-Key': '<<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'MISP: the key under Bearer',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization === token
        ? good
        : json(403, {
            name: 'Authentication failed. Please make sure you pass the API key of an API enabled user along in the Authorization header.',
            message:
              'Authentication failed. Please make sure you pass the API key of an API enabled user along in the Authorization header.',
            url: '/events',
          }),
    options: get('/events'),
    ...withToken,
    most: 7,
  },
  {
    title: 'Cloudflare: the scheme twice, told by 400',
    cause: 'scheme-doubled',
    confidence: 'confirmed',
    answer: (request) =>
      isBearer(request)
        ? good
        : json(400, {
            success: false,
            errors: [
              {
                code: 6003,
                message: 'Invalid request headers',
                error_chain: [{ code: 6111, message: 'Invalid format for Authorization header' }],
              },
            ],
          }),
    options: get('/client/v4/zones', { Authorization: 'Bearer <<CREDENTIAL.acme>>' }),
    credentials: { acme: `Bearer ${token}` },
  },
  {
    title: 'Cloudflare: a token without the right is called an authentication error',
    cause: 'permission-missing',
    also: ['credential-rejected'],
    confidence: 'likely',
    answer: threefold(
      json(400, {
        success: false,
        errors: [{ code: 9106, message: 'Missing X-Auth-Key, X-Auth-Email or Authorization headers' }],
      }),
      json(403, { success: false, errors: [{ code: 9109, message: 'Invalid access token' }] }),
      json(403, { success: false, errors: [{ code: 10000, message: 'Authentication error' }] }),
    ),
    options: get('/client/v4/accounts'),
    ...withToken,
  },
  {
    title: 'Zendesk: the pair is refused',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: () => json(401, { error: "Couldn't authenticate you" }, challenge('Basic realm="Web Password"')),
    options: withBasic('/api/v2/tickets.json', 'agent@example.com'),
    ...withToken,
  },
  {
    title: 'Airtable: permissions or a model that is not there',
    cause: 'permission-missing',
    also: ['not-found'],
    confidence: 'likely',
    answer: threefold(
      json(401, { error: { type: 'AUTHENTICATION_REQUIRED', message: 'Authentication required' } }),
      json(401, { error: { type: 'AUTHENTICATION_REQUIRED', message: 'Authentication required' } }),
      json(403, {
        error: {
          type: 'INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND',
          message:
            'Invalid permissions, or the requested model was not found. Check that both your user and your token have the required permissions, and that the model names and/or ids are correct.',
        },
      }),
    ),
    options: get('/v0/app1/Table'),
    ...withToken,
  },
  {
    title: 'Notion: the version of the API is not named',
    cause: 'client-header',
    confidence: 'likely',
    answer: () =>
      json(400, {
        object: 'error',
        status: 400,
        code: 'missing_version',
        message: 'Notion-Version header failed validation: Notion-Version header should be defined, instead was `undefined`.',
      }),
    options: get('/v1/users'),
    ...withToken,
  },
  {
    title: 'Notion: a database that is not shared',
    cause: 'not-found',
    confidence: 'likely',
    answer: (request) =>
      isBearer(request)
        ? json(404, {
            object: 'error',
            status: 404,
            code: 'object_not_found',
            message:
              'Could not find database with ID: 1. Make sure the relevant pages and databases are shared with your integration.',
          })
        : json(401, { object: 'error', status: 401, code: 'unauthorized', message: 'API token is invalid.' }),
    options: get('/v1/databases/1', { ...bearer, 'Notion-Version': '2022-06-28' }),
    ...withToken,
  },
  {
    title: 'Salesforce: a session that is expired or invalid, told of everything',
    cause: 'credential-rejected',
    also: ['credential-expired'],
    confidence: 'likely',
    answer: () => json(401, [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]),
    options: get('/services/data/v60.0/query?q=x'),
    ...withToken,
    most: 8,
  },
  {
    title: 'HubSpot: scopes are missing',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: threefold(
      json(401, { status: 'error', message: 'Authentication credentials not found.', category: 'INVALID_AUTHENTICATION' }),
      json(401, {
        status: 'error',
        message: 'The OAuth token used to make this call is invalid.',
        category: 'INVALID_AUTHENTICATION',
      }),
      json(403, {
        status: 'error',
        message: "This app hasn't been granted all required scopes to make this call.",
        errors: [
          {
            message: 'One or more of the following scopes are required.',
            context: { requiredGranularScopes: ['crm.objects.contacts.read'] },
          },
        ],
        category: 'MISSING_SCOPES',
      }),
    ),
    options: get('/crm/v3/objects/contacts'),
    ...withToken,
  },
  {
    title: 'Amazon S3: an address that was signed has expired',
    cause: 'credential-expired',
    confidence: 'likely',
    answer: () =>
      xml(
        403,
        '<Error><Code>AccessDenied</Code><Message>Request has expired</Message><X-Amz-Expires>300</X-Amz-Expires><Expires>2026-11-24T11:00:00Z</Expires><ServerTime>2026-11-24T12:00:00Z</ServerTime></Error>',
      ),
    options: { url: '{origin}/report.csv?X-Amz-Signature=0a1b', method: 'get' },
  },
  {
    title: 'Amazon: the region in the signature is wrong',
    cause: 'wrong-environment',
    confidence: 'confirmed',
    answer: () =>
      xml(
        400,
        "<Error><Code>AuthorizationHeaderMalformed</Code><Message>The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'</Message><Region>eu-west-1</Region></Error>",
      ),
    options: get('/report.csv', {
      Authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20261124/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=<<CREDENTIAL.acme>>',
    }),
    ...withToken,
  },
  {
    title: 'Amazon API Gateway: the key under Bearer',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers['x-api-key'] === token ? good : json(403, { message: 'Forbidden' }, { 'x-amzn-ErrorType': 'ForbiddenException' }),
    options: get(),
    ...withToken,
    most: 8,
  },
  {
    title: 'Amazon: the signature is too old',
    cause: 'clock-skew',
    also: ['credential-expired'],
    confidence: 'confirmed',
    answer: () =>
      json(403, {
        message: 'Signature expired: 20261124T110000Z is now earlier than 20261124T115500Z (20261124T120000Z - 5 min.)',
      }),
    options: get('/', {
      Authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20261124/us-east-1/ec2/aws4_request, SignedHeaders=host, Signature=<<CREDENTIAL.acme>>',
    }),
    ...withToken,
  },
  {
    title: 'a page of maintenance',
    cause: 'server-error',
    confidence: 'likely',
    answer: () =>
      html(
        503,
        '<html><head><title>Scheduled maintenance</title></head><body>We will be back. You need permission? Log in later.</body></html>',
        { 'Retry-After': '3600' },
      ),
    options: get(),
    ...withToken,
  },
  {
    title: 'Tines was refused by 403 and outside it works',
    cause: 'address-not-allowed',
    confidence: 'possible',
    answer: () => good,
    options: get(),
    tines: recorded(403),
    ...withToken,
  },
  {
    title: 'Tines got 502 and outside it works',
    cause: 'server-error',
    confidence: 'likely',
    answer: () => good,
    options: get(),
    tines: recorded(502),
    ...withToken,
  },
];

/** Written before the rules were looked at: what web servers, frameworks and services answer by their documentation. */
export const freshNinthScenarios: readonly Scenario[] = [...servers, ...frameworks, ...services];
