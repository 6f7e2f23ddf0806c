import type { CaseAnswer } from './diagnose-case.ts';
import { bearerOf, fakeJwt, good, token } from './fake-credentials.ts';
import {
  answerAs,
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

const jwt = fakeJwt({ iss: 'https://login.example.com/', sub: '7', scope: 'read', exp: 1_900_000_000 });
const past = fakeJwt({ iss: 'https://login.example.com/', sub: '7', scope: 'read', exp: 1_795_514_400 });
const html = answerAs('text/html; charset=utf-8');
const plain = answerAs('text/plain; charset=utf-8');
const werkzeug = (status: number, phrase: string, words: string, headers: Headers = {}): CaseAnswer =>
  html(
    status,
    `<!doctype html>\n<html lang=en>\n<title>${status} ${phrase}</title>\n<h1>${phrase}</h1>\n<p>${words}</p>\n`,
    headers,
  );
const haproxy = (status: number, phrase: string, words: string): CaseAnswer =>
  html(status, `<html><body><h1>${status} ${phrase}</h1>\n${words}\n</body></html>\n`);
const tomcat = (status: number, phrase: string, words: string, headers: Headers = {}): CaseAnswer =>
  html(
    status,
    `<!doctype html><html lang="en"><head><title>HTTP Status ${status} – ${phrase}</title></head><body><h1>HTTP Status ${status} – ${phrase}</h1><hr class="line" /><p><b>Type</b> Status Report</p><p><b>Description</b> ${words}</p><hr class="line" /><h3>Apache Tomcat/10.1.34</h3></body></html>`,
    headers,
  );

/** More software that people run, in its plain way, by its source and documentation. */
export const freshSeventhScenarios: readonly Scenario[] = [
  {
    title: 'Flask-HTTPAuth: a wrong password',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: () => plain(401, 'Unauthorized Access', challenge('Basic realm="Authentication Required"')),
    options: { ...get('/items', {}), ...robot },
    ...wrongToken,
  },
  {
    title: 'Werkzeug: its page about wrong credentials, for a token without its scheme',
    cause: 'scheme-missing',
    confidence: 'confirmed',
    answer: (request) =>
      isBearer(request)
        ? good
        : werkzeug(
            401,
            'Unauthorized',
            'The server could not verify that you are authorized to access the URL requested. You either supplied the wrong credentials (e.g. a bad password), or your browser doesn&#39;t understand how to supply the credentials required.',
          ),
    options: get('/items', { Authorization: '<<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'flask-jwt-extended: no scheme, told by 422',
    cause: 'scheme-missing',
    confidence: 'confirmed',
    answer: (request) => {
      if (bearerOf(request) === jwt) return good;
      return given(request)
        ? json(422, { msg: "Bad Authorization header. Expected 'Authorization: Bearer <JWT>'" })
        : json(401, { msg: 'Missing Authorization Header' });
    },
    options: get('/items', { Authorization: '<<CREDENTIAL.acme>>' }),
    credentials: { acme: jwt },
  },
  {
    title: 'flask-jwt-extended: a signature that is not its own, told by 422',
    cause: 'credential-rejected',
    also: ['wrong-environment'],
    confidence: 'likely',
    answer: (request) =>
      given(request) ? json(422, { msg: 'Signature verification failed' }) : json(401, { msg: 'Missing Authorization Header' }),
    options: get(),
    credentials: { acme: jwt },
  },
  {
    title: 'flask-jwt-extended: an expired token',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: (request) => json(401, { msg: given(request) ? 'Token has expired' : 'Missing Authorization Header' }),
    options: get(),
    credentials: { acme: past },
  },
  {
    title: 'Laravel: without Accept it redirects to its page to sign in',
    cause: 'credential-rejected',
    also: ['client-header'],
    confidence: 'possible',
    answer: ({ path }) =>
      path === '/login'
        ? html(
            200,
            '<!DOCTYPE html><html><head><title>Laravel</title></head><body><form method="POST" action="/login"><input type="email"><input id="password" type="password"></form></body></html>',
          )
        : { status: 302, headers: { Location: '/login', 'Content-Type': 'text/html' } },
    options: get(),
    ...wrongToken,
    most: 12,
  },
  {
    title: 'Laravel Sanctum: one word for all',
    cause: 'credential-rejected',
    also: ['scheme-wrong', 'header-wrong'],
    confidence: 'possible',
    answer: (request) => (isBearer(request) ? good : json(401, { message: 'Unauthenticated.' })),
    options: get(),
    ...wrongToken,
    most: 8,
  },
  {
    title: 'Lexik: a JWT that has expired',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: (request) =>
      json(401, { code: 401, message: given(request) ? 'Expired JWT Token' : 'JWT Token not found' }, challenge('Bearer')),
    options: get(),
    credentials: { acme: past },
  },
  {
    title: 'Lexik: a JWT in a header of its own',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: (request) =>
      bearerOf(request) === jwt
        ? good
        : json(401, { code: 401, message: given(request) ? 'Invalid JWT Token' : 'JWT Token not found' }, challenge('Bearer')),
    options: get('/items', { 'X-Auth-Token': '<<CREDENTIAL.acme>>' }),
    credentials: { acme: jwt },
  },
  {
    title: 'NestJS: a POST to an address that only reads',
    cause: 'method-not-allowed',
    confidence: 'likely',
    answer: ({ method }) =>
      method === 'GET' ? good : json(404, { message: 'Cannot POST /items', error: 'Not Found', statusCode: 404 }),
    options: post(),
    ...withToken,
  },
  {
    title: 'NestJS: a role that is missing',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      isBearer(request)
        ? json(403, { message: 'Forbidden resource', error: 'Forbidden', statusCode: 403 })
        : json(401, { message: 'Unauthorized', statusCode: 401 }),
    options: get(),
    ...withToken,
  },
  {
    title: 'gRPC gateway: a missing token, in another header',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: (request) =>
      isBearer(request) ? good : json(401, { code: 16, message: 'Request unauthenticated with bearer', details: [] }),
    options: get('/v1/items', { 'X-API-Key': '<<CREDENTIAL.acme>>' }),
    ...withToken,
    most: 8,
  },
  {
    title: 'gRPC gateway: permission denied',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: (request) =>
      isBearer(request)
        ? json(403, { code: 7, message: 'permission denied', details: [] })
        : json(401, { code: 16, message: 'unauthenticated', details: [] }),
    options: get('/v1/items'),
    ...withToken,
  },
  {
    title: 'Strapi: “Missing or invalid credentials”',
    cause: 'credential-rejected',
    also: ['credential-empty', 'header-wrong'],
    confidence: 'likely',
    answer: (request) =>
      isBearer(request)
        ? good
        : given(request)
          ? json(401, {
              data: null,
              error: { status: 401, name: 'UnauthorizedError', message: 'Missing or invalid credentials', details: {} },
            })
          : json(403, { data: null, error: { status: 403, name: 'ForbiddenError', message: 'Forbidden', details: {} } }),
    options: get('/api/articles'),
    ...wrongToken,
  },
  {
    title: 'Directus: TOKEN_EXPIRED',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: () => json(401, { errors: [{ message: 'Token expired.', extensions: { code: 'TOKEN_EXPIRED' } }] }),
    options: get(),
    credentials: { acme: past },
    most: 0,
  },
  {
    title: 'PostgREST: JWT expired',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: (request) =>
      json(
        401,
        given(request)
          ? { code: 'PGRST301', details: null, hint: null, message: 'JWT expired' }
          : { code: '42501', details: null, hint: null, message: 'permission denied for table items' },
        challenge('Bearer error="invalid_token", error_description="JWT expired"'),
      ),
    options: get('/rest/v1/items'),
    credentials: { acme: past },
    most: 0,
  },
  {
    title: 'Supabase: the key after Bearer alone',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers, search }) =>
      headers['apikey'] === jwt || search.includes('apikey=')
        ? good
        : json(401, { message: 'No API key found in request', hint: 'No `apikey` request header or url param was found.' }),
    options: get('/rest/v1/items'),
    credentials: { acme: jwt },
  },
  {
    title: 'Meilisearch: the key in its old header',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: (request) => {
      if (isBearer(request)) return good;
      return given(request)
        ? json(403, {
            message: 'The provided API key is invalid.',
            code: 'invalid_api_key',
            type: 'auth',
            link: 'https://docs.meilisearch.com/errors#invalid_api_key',
          })
        : json(401, {
            message: 'The Authorization header is missing. It must use the bearer authorization method.',
            code: 'missing_authorization_header',
            type: 'auth',
            link: 'https://docs.meilisearch.com/errors#missing_authorization_header',
          });
    },
    options: get('/indexes', { 'X-Meili-API-Key': '<<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'Meilisearch: an invalid key under 403',
    cause: 'credential-rejected',
    confidence: 'confirmed',
    answer: (request) =>
      given(request)
        ? json(403, { message: 'The provided API key is invalid.', code: 'invalid_api_key', type: 'auth' })
        : json(401, {
            message: 'The Authorization header is missing. It must use the bearer authorization method.',
            code: 'missing_authorization_header',
            type: 'auth',
          }),
    options: get('/indexes'),
    ...wrongToken,
  },
  {
    title: 'Typesense: the header is named in one sentence for all',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers['x-typesense-api-key'] === token
        ? good
        : json(401, { message: 'Forbidden - a valid `x-typesense-api-key` header must be sent.' }),
    options: get('/collections'),
    ...withToken,
  },
  {
    title: 'Qdrant: a key that is not known, in plain text',
    cause: 'credential-rejected',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      plain(
        401,
        headers['api-key'] === undefined ? 'Must provide an API key or an Authorization bearer token' : 'Invalid API key or JWT',
      ),
    options: get('/collections', { 'api-key': '<<CREDENTIAL.acme>>' }),
    ...wrongToken,
  },
  {
    title: 'Neo4j: a wrong password',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: (request) =>
      json(
        401,
        {
          errors: [
            {
              code: 'Neo.ClientError.Security.Unauthorized',
              message: given(request) ? 'Invalid username or password.' : 'No authentication header supplied.',
            },
          ],
        },
        challenge('Basic realm="Neo4j"'),
      ),
    options: { ...post('/db/neo4j/tx/commit', {}), ...robot },
    ...wrongToken,
  },
  {
    title: 'ArangoDB: not authorized, in the same words for strangers and for others',
    cause: 'credential-rejected',
    also: ['permission-missing'],
    confidence: 'likely',
    answer: () =>
      json(
        401,
        { error: true, code: 401, errorMessage: 'not authorized to execute this request', errorNum: 11 },
        challenge('Bearer token_type="JWT", realm="ArangoDB", Basic realm="ArangoDB"'),
      ),
    options: { ...get('/_api/version', {}), ...robot },
    ...wrongToken,
  },
  {
    title: 'Trino: a user is to be named',
    cause: 'header-wrong',
    also: ['client-header', 'scheme-wrong', 'credential-empty'],
    confidence: 'likely',
    answer: (request) =>
      isRobot(request)
        ? good
        : plain(
            401,
            'Basic authentication or X-Trino-Original-User or X-Trino-User must be sent',
            challenge('Basic realm="Trino"'),
          ),
    options: get('/v1/info'),
    ...withToken,
    most: 8,
  },
  {
    title: 'Rocket.Chat: the token alone, without the user’s id',
    cause: 'client-header',
    also: ['header-wrong', 'credential-rejected'],
    confidence: 'possible',
    answer: ({ headers }) =>
      headers['x-auth-token'] === token && headers['x-user-id'] !== undefined
        ? good
        : json(401, { status: 'error', message: 'You must be logged in to do this.' }),
    options: get('/api/v1/me', { 'X-Auth-Token': '<<CREDENTIAL.acme>>' }),
    ...withToken,
    most: 9,
  },
  {
    title: 'OPNsense: a key without its secret',
    cause: 'basic-no-colon',
    also: ['credential-rejected', 'basic-not-encoded'],
    confidence: 'likely',
    answer: (request) => (isRobot(request) ? good : json(401, { status: 401, message: 'Authentication Failed' })),
    options: get('/api/core/firmware/status', { Authorization: 'Basic <<BASE64_ENCODE(CREDENTIAL.acme)>>' }),
    ...withToken,
    most: 10,
  },
  {
    title: 'Rundeck: a token in Authorization',
    cause: 'header-wrong',
    confidence: 'possible',
    answer: ({ headers }) =>
      headers['x-rundeck-auth-token'] === token
        ? good
        : json(403, {
            error: true,
            apiversion: 46,
            errorCode: 'unauthorized',
            message: '(unauthenticated) is not authorized for: /api/46/projects',
          }),
    options: get('/api/46/projects'),
    ...withToken,
    also: ['credential-rejected', 'permission-missing', 'credential-empty'],
    most: 10,
  },
  {
    title: 'Nextcloud WebDAV: XML about a wrong password',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: (request) => ({
      status: 401,
      headers: { 'Content-Type': 'application/xml; charset=utf-8', ...challenge('Basic realm="Nextcloud", charset="UTF-8"') },
      body: `<?xml version="1.0" encoding="utf-8"?>\n<d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns">\n  <s:exception>Sabre\\DAV\\Exception\\NotAuthenticated</s:exception>\n  <s:message>${given(request) ? 'Username or password was incorrect' : "No 'Authorization: Basic' header found."}</s:message>\n</d:error>`,
    }),
    options: { ...get('/remote.php/dav/files/robot/', {}), ...robot },
    ...wrongToken,
  },
  {
    title: 'Caddy: basic auth, an empty body, and a pair after Bearer',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: (request) => (isRobot(request) ? good : { status: 401, headers: challenge('Basic realm="restricted"') }),
    options: get(),
    credentials: { acme: Buffer.from(`robot:${token}`).toString('base64') },
  },
  {
    title: 'HAProxy: a rule refuses',
    cause: 'address-not-allowed',
    also: ['permission-missing', 'unexplained'],
    confidence: 'possible',
    answer: () => haproxy(403, 'Forbidden', 'Request forbidden by administrative rules.'),
    options: get(),
    ...withToken,
    most: 8,
  },
  {
    title: 'HAProxy: a bad request',
    cause: 'unexplained',
    confidence: 'possible',
    answer: () => haproxy(400, 'Bad request', 'Your browser sent an invalid request.'),
    options: get(),
    ...withToken,
  },
  {
    title: 'Varnish: the service behind it fails',
    cause: 'server-error',
    confidence: 'likely',
    answer: () =>
      html(
        503,
        '<!DOCTYPE html>\n<html>\n  <head>\n    <title>503 Backend fetch failed</title>\n  </head>\n  <body>\n    <h1>Error 503 Backend fetch failed</h1>\n    <p>Backend fetch failed</p>\n    <h3>Guru Meditation:</h3>\n    <p>XID: 32770</p>\n    <hr>\n    <p>Varnish cache server</p>\n  </body>\n</html>\n',
      ),
    options: get(),
    ...withToken,
  },
  {
    title: 'Tomcat: a method that its servlet does not have',
    cause: 'method-not-allowed',
    confidence: 'confirmed',
    answer: () =>
      tomcat(
        405,
        'Method Not Allowed',
        'The method received in the request-line is known by the origin server but not supported by the target resource.',
        { Allow: 'GET, HEAD, OPTIONS' },
      ),
    options: post(),
    ...withToken,
    most: 0,
  },
  {
    title: 'Tomcat: a wrong password',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: () =>
      tomcat(
        401,
        'Unauthorized',
        'The request has not been applied to the target resource because it lacks valid authentication credentials for that resource.',
        challenge('Basic realm="Tomcat Manager Application"'),
      ),
    options: { ...get('/manager/text/list', {}), ...robot },
    ...wrongToken,
  },
  {
    title: 'IIS: a login that is not allowed by its address, 403.6',
    cause: 'address-not-allowed',
    confidence: 'possible',
    answer: () =>
      html(
        403,
        '<html><head><title>IIS 10.0 Detailed Error - 403.6 - Forbidden</title></head><body><h3>HTTP Error 403.6 - Forbidden</h3><h4>The IP address from which you are browsing is not permitted to access the requested Web site.</h4></body></html>',
        { Server: 'Microsoft-IIS/10.0' },
      ),
    options: get(),
    ...withToken,
    most: 8,
  },
  {
    title: 'IIS: https is required, 403.4',
    cause: 'tls-other',
    confidence: 'likely',
    answer: () =>
      html(
        403,
        '<html><head><title>IIS 10.0 Detailed Error - 403.4 - Forbidden</title></head><body><h3>HTTP Error 403.4 - Forbidden</h3><h4>The page you are trying to access is secured with Secure Sockets Layer (SSL).</h4></body></html>',
        { Server: 'Microsoft-IIS/10.0' },
      ),
    options: get(),
    ...withToken,
    most: 8,
  },
  {
    title: 'Keycloak: HTTPS required',
    cause: 'tls-other',
    confidence: 'likely',
    answer: () => json(403, { error: 'invalid_request', error_description: 'HTTPS required' }),
    options: post('/realms/x/protocol/openid-connect/token'),
    ...withToken,
    most: 8,
  },
  {
    title: 'a token endpoint: JSON where a form is read',
    cause: 'content-type-mismatch',
    confidence: 'confirmed',
    answer: ({ headers, body }) =>
      headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true && body.includes('grant_type=')
        ? good
        : json(400, { error: 'invalid_request', error_description: 'Missing form parameter: grant_type' }),
    options: post(
      '/realms/x/protocol/openid-connect/token',
      {},
      { grant_type: 'client_credentials', client_id: 'a', client_secret: '<<CREDENTIAL.acme>>' },
    ),
    ...withToken,
  },
  {
    title: 'a token endpoint: a wrong secret in the body',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: () => json(401, { error: 'invalid_client', error_description: 'Invalid client or Invalid client credentials' }),
    options: {
      ...post(
        '/realms/x/protocol/openid-connect/token',
        {},
        { grant_type: 'client_credentials', client_id: 'a', client_secret: '<<CREDENTIAL.acme>>' },
      ),
      content_type: 'form',
    },
    ...wrongToken,
  },
  {
    title: 'a token endpoint: a refresh token that is over',
    cause: 'credential-expired',
    also: ['credential-rejected'],
    confidence: 'likely',
    answer: () => json(400, { error: 'invalid_grant', error_description: 'Token is not active' }),
    options: {
      ...post(
        '/realms/x/protocol/openid-connect/token',
        {},
        { grant_type: 'refresh_token', refresh_token: '<<CREDENTIAL.acme>>' },
      ),
      content_type: 'form',
    },
    credentials: { acme: past },
  },
  {
    title: 'plain JSON under a 200: an invalid key',
    cause: 'credential-rejected',
    confidence: 'possible',
    answer: ({ search }) => (search.includes(token) ? good : json(200, { status: 'error', message: 'Invalid API key' })),
    options: get('/api/v1/items?key=<<CREDENTIAL.acme>>', {}),
    ...wrongToken,
    most: 8,
  },
  {
    title: 'S3: a bucket of another region, and a redirect without Location',
    cause: 'wrong-environment',
    confidence: 'confirmed',
    answer: () => ({
      status: 301,
      headers: { 'Content-Type': 'application/xml', 'x-amz-bucket-region': 'eu-central-1' },
      body: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>PermanentRedirect</Code><Message>The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.</Message><Endpoint>b.s3.eu-central-1.amazonaws.com</Endpoint><Bucket>b</Bucket></Error>',
    }),
    options: get('/b/k'),
    ...withToken,
  },
  {
    title: 'S3: slow down',
    cause: 'rate-limited',
    also: ['server-error'],
    confidence: 'likely',
    answer: () => ({
      status: 503,
      headers: { 'Content-Type': 'application/xml' },
      body: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>',
    }),
    options: get('/b/k'),
    ...withToken,
  },
  {
    title: 'AWS: throttled under 400',
    cause: 'rate-limited',
    confidence: 'likely',
    answer: () => json(400, { __type: 'com.amazon.coral.availability#ThrottlingException', message: 'Rate exceeded' }),
    options: post('/', {
      Authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261124/eu-west-1/logs/aws4_request, SignedHeaders=host, Signature=<<CREDENTIAL.acme>>',
    }),
    credentials: { acme: 'fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024' },
  },
  {
    title: 'AWS: no right to perform',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: () =>
      json(400, {
        __type: 'AccessDeniedException',
        Message:
          'User: arn:aws:iam::123456789012:user/robot is not authorized to perform: logs:DescribeLogGroups on resource: arn:aws:logs:eu-west-1:123456789012:log-group::log-stream: because no identity-based policy allows the logs:DescribeLogGroups action',
      }),
    options: post('/', {
      Authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261124/eu-west-1/logs/aws4_request, SignedHeaders=host, Signature=<<CREDENTIAL.acme>>',
    }),
    credentials: { acme: 'fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024' },
  },
  {
    title: 'Phoenix: no route for a PUT',
    cause: 'method-not-allowed',
    also: ['not-found'],
    confidence: 'likely',
    answer: ({ method }) => (method === 'GET' ? good : json(404, { errors: { detail: 'Not Found' } })),
    options: { ...post(), method: 'put' },
    ...withToken,
  },
  {
    title: 'Envoy: ext_authz refuses, with an empty 403',
    cause: 'permission-missing',
    also: ['credential-rejected', 'address-not-allowed', 'unexplained'],
    confidence: 'possible',
    answer: () => ({ status: 403, headers: { Server: 'envoy' } }),
    options: get(),
    ...withToken,
    most: 10,
  },
];
