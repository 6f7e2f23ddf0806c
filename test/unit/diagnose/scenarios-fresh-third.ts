import type { CaseAnswer } from './diagnose-case.ts';
import { basic, bearerOf, fakeJwt, good, token } from './fake-credentials.ts';
import { bearer, given, isRobot, json, robot, withToken } from './scenario-parts.ts';
import type { Scenario } from './scenarios.ts';

const get = (headers: Readonly<Record<string, string>> = bearer, path = '/items') => ({
  url: `{origin}${path}`,
  method: 'get',
  headers,
});
const post = (headers: Readonly<Record<string, string>> = bearer, path = '/items', payload: unknown = { name: 'made up' }) => ({
  url: `{origin}${path}`,
  method: 'post',
  content_type: 'application_json',
  payload,
  headers,
});
const page = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): CaseAnswer => ({
  status,
  body,
  headers: { 'Content-Type': 'text/html', ...headers },
});
const basicChallenge = { 'WWW-Authenticate': 'Basic realm="x"' };

/** Servers of the third kind: gateways, and what people run behind them, by their documentation and source. */
export const freshThirdScenarios: readonly Scenario[] = [
  {
    title: 'Azure API Management: a key in a header that it does not read',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers['ocp-apim-subscription-key'] === token
        ? good
        : json(401, {
            statusCode: 401,
            message:
              'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.',
          }),
    options: get({ 'x-api-key': '<<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'Azure API Management: a key that is not valid',
    cause: 'credential-rejected',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      json(401, {
        statusCode: 401,
        message:
          headers['ocp-apim-subscription-key'] === undefined
            ? 'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.'
            : 'Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.',
      }),
    options: get({ 'Ocp-Apim-Subscription-Key': '<<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'Apigee: a key that the product does not cover',
    cause: 'permission-missing',
    also: ['credential-rejected'],
    confidence: 'possible',
    answer: ({ search }) => {
      if (!search.includes('apikey='))
        return json(401, { fault: { faultstring: 'Failed to resolve API Key variable request.queryparam.apikey' } });
      if (!search.includes(token)) return json(401, { fault: { faultstring: 'Invalid ApiKey' } });
      return json(401, {
        fault: {
          faultstring: 'Invalid API call as no apiproduct match found',
          detail: { errorcode: 'keymanagement.service.InvalidAPICallAsNoApiProductMatchFound' },
        },
      });
    },
    options: get({}, '/v1/items?apikey=<<CREDENTIAL.acme>>'),
    ...withToken,
  },
  {
    title: 'Apigee: the quota is used up',
    cause: 'rate-limited',
    confidence: 'likely',
    answer: () =>
      json(429, {
        fault: {
          faultstring: 'Rate limit quota violation. Quota limit  exceeded. Identifier : x',
          detail: { errorcode: 'policies.ratelimit.QuotaViolation' },
        },
      }),
    options: get(),
    ...withToken,
  },
  {
    title: 'Tyk: a key that may not use this API',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: ({ headers }) => {
      if (headers.authorization === undefined) return json(401, { error: 'Authorization field missing' });
      return headers.authorization === token
        ? json(403, { error: 'Access to this API has been disallowed' })
        : json(403, { error: 'Access to this API has been disallowed' });
    },
    options: get({ Authorization: '<<CREDENTIAL.acme>>' }),
    ...withToken,
    also: ['credential-rejected', 'scheme-missing'],
    most: 8,
  },
  {
    title: 'HAProxy: no server is available',
    cause: 'server-error',
    confidence: 'likely',
    answer: () =>
      page(503, '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n'),
    options: get(),
    ...withToken,
  },
  {
    title: 'Tomcat: a user without the role',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) => {
      if (isRobot(request))
        return page(
          403,
          '<html><head><title>403 Access Denied</title></head><body><h1>403 Access Denied</h1><p>You are not authorized to view this page.</p></body></html>',
        );
      return page(401, '<html><head><title>401 Unauthorized</title></head><body><h1>401 Unauthorized</h1></body></html>', {
        'WWW-Authenticate': 'Basic realm="Tomcat Manager Application"',
      });
    },
    options: { ...get({}, '/manager/text/list'), ...robot },
    ...withToken,
  },
  {
    title: 'WordPress: a server that drops Authorization',
    cause: 'credential-rejected',
    also: ['permission-missing', 'header-wrong', 'credential-empty', 'unexplained'],
    confidence: 'possible',
    answer: () => json(401, { code: 'rest_not_logged_in', message: 'You are not currently logged in.', data: { status: 401 } }),
    options: { ...get({}, '/wp-json/wp/v2/users/me'), ...robot },
    ...withToken,
    most: 8,
  },
  {
    title: 'WordPress: a user who may not',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      isRobot(request)
        ? json(403, {
            code: 'rest_cannot_create',
            message: 'Sorry, you are not allowed to create posts as this user.',
            data: { status: 403 },
          })
        : json(401, {
            code: 'rest_cannot_create',
            message: 'Sorry, you are not allowed to create posts as this user.',
            data: { status: 401 },
          }),
    options: { ...post({}, '/wp-json/wp/v2/posts'), ...robot },
    ...withToken,
  },
  {
    title: 'Nextcloud: the header that OCS asks for',
    cause: 'client-header',
    also: ['permission-missing', 'unexplained'],
    confidence: 'likely',
    answer: (request) => {
      if (!isRobot(request)) return json(401, { message: 'Current user is not logged in' }, basicChallenge);
      return request.headers['ocs-apirequest'] === 'true' ? good : json(412, { message: 'CSRF check failed' });
    },
    options: { ...get({}, '/ocs/v2.php/cloud/users'), ...robot },
    ...withToken,
  },
  {
    title: 'Graylog: a POST without X-Requested-By',
    cause: 'client-header',
    confidence: 'likely',
    answer: (request) => {
      if (!isRobot(request)) return { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="Graylog Server"' } };
      return request.headers['x-requested-by'] === undefined
        ? json(400, {
            type: 'ApiError',
            message: 'CSRF protection header is missing. Please add a "X-Requested-By" header to your request.',
          })
        : good;
    },
    options: { ...post({}, '/api/streams'), ...robot },
    ...withToken,
  },
  {
    title: 'Gitea: a token that lacks a scope',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) => {
      if (request.headers.authorization === `token ${token}`)
        return json(403, {
          message: 'token does not have at least one of required scope(s): [write:repository]',
          url: 'http://gitea/api/swagger',
        });
      return json(401, { message: 'token is required', url: 'http://gitea/api/swagger' });
    },
    options: post({ Authorization: 'token <<CREDENTIAL.acme>>' }, '/api/v1/user/repos'),
    ...withToken,
  },
  {
    title: 'Artifactory: a token behind the wrong header',
    cause: 'scheme-wrong',
    also: ['header-wrong'],
    confidence: 'likely',
    answer: ({ headers }) =>
      headers['x-jfrog-art-api'] === token || headers.authorization === `Bearer ${token}`
        ? good
        : json(
            401,
            { errors: [{ status: 401, message: 'Bad credentials' }] },
            { 'WWW-Authenticate': 'Basic realm="Artifactory Realm"' },
          ),
    options: get({ Authorization: 'Token <<CREDENTIAL.acme>>' }, '/artifactory/api/repositories'),
    ...withToken,
    most: 8,
  },
  {
    title: 'SonarQube: Bearer where an old server takes the token as a user',
    cause: 'scheme-wrong',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers.authorization === basic(`${token}:`)
        ? good
        : { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="SonarQube"' } },
    options: get(bearer, '/api/projects/search'),
    ...withToken,
  },
  {
    title: 'MinIO: access denied, signed by a key without a policy',
    cause: 'permission-missing',
    confidence: 'possible',
    answer: (request) => {
      const denied =
        '<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Access Denied.</Message><Resource>/b/k</Resource></Error>';
      return { status: 403, headers: { 'Content-Type': 'application/xml' }, body: given(request) ? denied : denied };
    },
    options: get(
      {
        Authorization:
          'AWS4-HMAC-SHA256 Credential=Q3AM3UQ867SPQQA43P2F/20261124/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=<<CREDENTIAL.acme>>',
      },
      '/b/k',
    ),
    credentials: { acme: 'fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024' },
    most: 10,
  },
  {
    title: 'Zabbix: a session that is over, under a 200',
    cause: 'credential-rejected',
    also: ['credential-expired'],
    confidence: 'possible',
    answer: () =>
      json(200, {
        jsonrpc: '2.0',
        error: { code: -32602, message: 'Invalid params.', data: 'Session terminated, re-login, please.' },
        id: 1,
      }),
    options: post(bearer, '/api_jsonrpc.php', { jsonrpc: '2.0', method: 'host.get', params: {}, id: 1 }),
    ...withToken,
    most: 8,
  },
  {
    title: 'Zabbix: no right to call the method, under a 200',
    cause: 'permission-missing',
    confidence: 'possible',
    answer: () =>
      json(200, {
        jsonrpc: '2.0',
        error: { code: -32500, message: 'Application error.', data: 'No permissions to call "user.create".' },
        id: 1,
      }),
    options: post(bearer, '/api_jsonrpc.php', { jsonrpc: '2.0', method: 'user.create', params: {}, id: 1 }),
    ...withToken,
    most: 8,
  },
  {
    title: 'Proxmox: a token without its prefix',
    cause: 'scheme-missing',
    also: ['credential-rejected'],
    confidence: 'likely',
    answer: ({ headers }) =>
      headers.authorization === 'PVEAPIToken=robot@pam!tines=8a1c1f0e-9d3b-4c52-8f0e-2b7a6d5c4e3f'
        ? good
        : { status: 401, body: '' },
    options: get({ Authorization: '<<CREDENTIAL.acme>>' }, '/api2/json/nodes'),
    credentials: { acme: 'robot@pam!tines=8a1c1f0e-9d3b-4c52-8f0e-2b7a6d5c4e3f' },
    most: 8,
  },
  {
    title: 'Redmine: the key in the header of its own, and a key that is wrong',
    cause: 'credential-rejected',
    also: ['header-wrong'],
    confidence: 'likely',
    answer: ({ headers }) =>
      headers['x-redmine-api-key'] === 'right'
        ? good
        : { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="Redmine API"' } },
    options: get({ 'X-Redmine-API-Key': '<<CREDENTIAL.acme>>' }, '/issues.json'),
    ...withToken,
    most: 8,
  },
  {
    title: 'GLPI: the App-Token is missing',
    cause: 'client-header',
    also: ['header-wrong', 'credential-empty'],
    confidence: 'likely',
    answer: () => json(400, ['ERROR_APP_TOKEN_PARAMETERS_MISSING', 'missing parameter(s): App-Token header']),
    options: get({ 'Session-Token': '<<CREDENTIAL.acme>>' }, '/apirest.php/Ticket'),
    ...withToken,
    most: 8,
  },
  {
    title: 'osTicket: a key that is bound to an address',
    cause: 'address-not-allowed',
    also: ['credential-rejected'],
    confidence: 'possible',
    answer: ({ headers }) =>
      headers['x-api-key'] === undefined
        ? { status: 401, body: 'Valid API key required' }
        : { status: 401, body: 'API key not found/active or source IP not authorized' },
    options: post({ 'X-API-Key': '<<CREDENTIAL.acme>>' }, '/api/tickets.json'),
    ...withToken,
    most: 8,
  },
  {
    title: 'Home Assistant: an address that is banned after failed logins',
    cause: 'address-not-allowed',
    also: ['permission-missing'],
    confidence: 'possible',
    answer: () => page(403, '403: Forbidden', { 'Content-Type': 'text/plain; charset=utf-8' }),
    options: get(bearer, '/api/states'),
    ...withToken,
    most: 10,
  },
  {
    title: 'CouchDB: a user who is no administrator',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      isRobot(request)
        ? json(401, { error: 'unauthorized', reason: 'You are not a server admin.' })
        : json(401, { error: 'unauthorized', reason: 'Name or password is incorrect.' }),
    options: { ...get({}, '/_all_dbs'), ...robot },
    ...withToken,
  },
  {
    title: 'CouchDB: a wrong password',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: (request) =>
      json(401, {
        error: 'unauthorized',
        reason: given(request) ? 'Name or password is incorrect.' : 'You are not authorized to access this db.',
      }),
    options: { ...get({}, '/db'), ...robot },
    ...withToken,
  },
  {
    title: 'ClickHouse: a wrong password under 403',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: () => ({
      status: 403,
      headers: { 'X-ClickHouse-Exception-Code': '516' },
      body: 'Code: 516. DB::Exception: robot: Authentication failed: password is incorrect, or there is no user with such name. (AUTHENTICATION_FAILED)',
    }),
    options: { ...get({}, '/?query=SELECT'), ...robot },
    ...withToken,
    most: 8,
  },
  {
    title: 'OpenSearch: a role without the privilege, 403 with a type',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      isRobot(request)
        ? json(403, {
            error: {
              root_cause: [
                {
                  type: 'security_exception',
                  reason:
                    'no permissions for [indices:data/read/search] and User [name=robot, backend_roles=[], requestedTenant=null]',
                },
              ],
              type: 'security_exception',
              reason:
                'no permissions for [indices:data/read/search] and User [name=robot, backend_roles=[], requestedTenant=null]',
            },
            status: 403,
          })
        : { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="OpenSearch Security"' }, body: 'Unauthorized' },
    options: { ...get({}, '/logs/_search'), ...robot },
    ...withToken,
  },
  {
    title: 'Nomad: an unknown token under 403',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers['x-nomad-token'] === undefined
        ? { status: 403, body: 'Permission denied' }
        : { status: 403, body: 'ACL token not found' },
    options: get({ 'X-Nomad-Token': '<<CREDENTIAL.acme>>' }, '/v1/jobs'),
    credentials: { acme: '5b1e6f2a-0c3d-4e8f-9a7b-6c5d4e3f2a1b' },
  },
  {
    title: 'Portainer: a token in Authorization where X-API-Key is read',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers['x-api-key'] === 'ptr_7Fq2xR9vLm4Kd8ZcWq1T'
        ? good
        : json(401, { message: 'A valid authorization token is missing', details: 'Unauthorized' }),
    options: get(bearer, '/api/endpoints'),
    credentials: { acme: 'ptr_7Fq2xR9vLm4Kd8ZcWq1T' },
    most: 8,
  },
  {
    title: 'Argo CD: an expired token, in the words of gRPC',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: (request) =>
      json(401, {
        error: given(request) ? 'invalid session: token is expired by 12h3m' : 'no session information',
        code: 16,
        message: given(request) ? 'invalid session: token is expired by 12h3m' : 'no session information',
      }),
    options: get(bearer, '/api/v1/applications'),
    credentials: { acme: fakeJwt({ iss: 'argocd', exp: 1_795_000_000 }) },
  },
  {
    title: 'Airflow: Bearer where Basic is set up, problem details',
    cause: 'scheme-wrong',
    confidence: 'likely',
    answer: () =>
      json(
        401,
        {
          detail: null,
          status: 401,
          title: 'Unauthorized',
          type: 'https://airflow.apache.org/docs/apache-airflow/2.9/stable-rest-api-ref.html#section/Trying-the-API',
        },
        { 'WWW-Authenticate': 'Basic' },
      ),
    options: get(bearer, '/api/v1/dags'),
    ...withToken,
  },
  {
    title: 'Metabase: a session in Authorization',
    cause: 'header-wrong',
    also: ['credential-rejected', 'scheme-wrong'],
    confidence: 'possible',
    answer: ({ headers }) => (headers['x-metabase-session'] === token ? good : { status: 401, body: 'Unauthenticated' }),
    options: get(bearer, '/api/user/current'),
    ...withToken,
    most: 9,
  },
  {
    title: 'n8n: the header is named',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers['x-n8n-api-key'] === token ? good : json(401, { message: "'X-N8N-API-KEY' header required" }),
    options: get(bearer, '/api/v1/workflows'),
    ...withToken,
  },
  {
    title: 'Mattermost: a token that is over, in one sentence for both',
    cause: 'credential-rejected',
    also: ['credential-expired'],
    confidence: 'likely',
    answer: () =>
      json(401, {
        id: 'api.context.session_expired.app_error',
        message: 'Invalid or expired session, please login again.',
        detailed_error: '',
        status_code: 401,
      }),
    options: get(bearer, '/api/v4/users/me'),
    ...withToken,
    most: 8,
  },
  {
    title: 'Keycloak: a client without the role of the administration',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) => {
      const given = bearerOf(request);
      if (given === keycloak) return json(403, { error: 'unknown_error' });
      return json(401, { error: 'HTTP 401 Unauthorized' });
    },
    options: get(bearer, '/admin/realms/x/users'),
    credentials: {
      acme: fakeJwt({ iss: 'https://kc.example/realms/x', aud: 'account', exp: 1_900_000_000, scope: 'email profile' }),
    },
  },
  {
    title: 'Loki: the tenant’s header is missing',
    cause: 'client-header',
    also: ['credential-empty', 'unexplained'],
    confidence: 'likely',
    answer: ({ headers }) => (headers['x-scope-orgid'] === undefined ? { status: 401, body: 'no org id' } : good),
    options: get(bearer, '/loki/api/v1/labels'),
    ...withToken,
    most: 9,
  },
  {
    title: 'a hidden Basic that answers 404',
    cause: 'not-found',
    confidence: 'likely',
    answer: (request) => (isRobot(request) ? good : { status: 404, body: '' }),
    options: { ...get(), basic_auth: ['robot', '<<CREDENTIAL.acme>>'], headers: {} },
    credentials: { acme: 'wrong-password' },
  },
  {
    title: 'a Digest with qop',
    cause: 'scheme-wrong',
    confidence: 'likely',
    answer: () => ({
      status: 401,
      headers: {
        'WWW-Authenticate':
          'Digest realm="me@kennethreitz.com", nonce="4f2a", qop="auth", opaque="a1", algorithm=MD5, stale=FALSE',
      },
    }),
    options: { ...get({}), ...robot },
    ...withToken,
  },
  {
    title: 'a teapot',
    cause: 'unexplained',
    confidence: 'possible',
    answer: () => ({ status: 418, body: 'I am a teapot' }),
    options: get(),
    ...withToken,
  },
  {
    title: 'a management API that refuses a vhost',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      isRobot(request)
        ? json(401, { error: 'not_authorised', reason: 'User not authorised to access virtual host' })
        : json(
            401,
            { error: 'not_authorised', reason: 'Login failed' },
            { 'WWW-Authenticate': 'Basic realm="RabbitMQ Management"' },
          ),
    options: { ...get({}, '/api/queues/prod'), ...robot },
    ...withToken,
  },
  {
    title: 'a registry that wants a token of its issuer',
    cause: 'scheme-wrong',
    also: ['credential-rejected'],
    confidence: 'likely',
    answer: () =>
      json(
        401,
        {
          errors: [
            {
              code: 'UNAUTHORIZED',
              message: 'authentication required',
              detail: [{ Type: 'repository', Name: 'a/b', Action: 'pull' }],
            },
          ],
        },
        {
          'WWW-Authenticate': 'Bearer realm="https://auth.example/token",service="registry.example",scope="repository:a/b:pull"',
          'Docker-Distribution-Api-Version': 'registry/2.0',
        },
      ),
    options: { ...get({}, '/v2/a/b/manifests/latest'), ...robot },
    ...withToken,
  },
  {
    title: 'a registry that denies a push',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      isRobot(request)
        ? json(403, { errors: [{ code: 'DENIED', message: 'requested access to the resource is denied' }] })
        : json(401, { errors: [{ code: 'UNAUTHORIZED', message: 'authentication required' }] }, basicChallenge),
    options: { ...post({}, '/v2/a/b/blobs/uploads/'), ...robot },
    ...withToken,
  },
];

const keycloak = fakeJwt({ iss: 'https://kc.example/realms/x', aud: 'account', exp: 1_900_000_000, scope: 'email profile' });
