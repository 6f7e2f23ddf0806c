import type { CaseAnswer, CaseRequest } from './diagnose-case.ts';
import { bearerOf, fakeJwt, good, token } from './fake-credentials.ts';
import { bearer, isRobot, robot } from './scenario-parts.ts';
import type { Scenario } from './scenarios.ts';

const get = (path: string, headers: Readonly<Record<string, string>> = {}) => ({
  url: `{origin}${path}`,
  method: 'get',
  headers,
});
const post = (path: string, headers: Readonly<Record<string, string>> = {}) => ({
  url: `{origin}${path}`,
  method: 'post',
  content_type: 'application_json',
  payload: { event: 'made up' },
  headers,
});
const text = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): CaseAnswer => ({
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers },
  body,
});
const html = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): CaseAnswer => ({
  status,
  headers: { 'Content-Type': 'text/html', ...headers },
  body,
});
const gitlab = 'glpat-7Fq2xR9vLm4Kd8ZcWq1T';
const isGitlab = ({ headers }: CaseRequest) =>
  headers['private-token'] === gitlab || headers.authorization === `Bearer ${gitlab}`;

const elasticChallenges = 'Basic realm="security" charset="UTF-8", Bearer realm="security", ApiKey';
const elastic = (status: number, reason: string): CaseAnswer => ({
  status,
  headers: status === 401 ? { 'WWW-Authenticate': elasticChallenges, 'X-elastic-product': 'Elasticsearch' } : {},
  body: {
    error: {
      root_cause: [{ type: 'security_exception', reason }],
      type: 'security_exception',
      reason,
    },
    status,
  },
});
const elasticMissing = elastic(401, 'missing authentication credentials for REST request [/logs/_search]');
const status = (code: number, message: string, reason: string): CaseAnswer => ({
  status: code,
  body: { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, code },
});
const pods = (user: string) =>
  status(
    403,
    `pods is forbidden: User "${user}" cannot list resource "pods" in API group "" in the namespace "web"`,
    'Forbidden',
  );
const serviceAccount = fakeJwt({
  iss: 'https://kubernetes.default.svc.cluster.local',
  exp: 1_900_000_000,
  sub: 'system:serviceaccount:web:robot',
});
const splunk = (code: number, number: number, words: string): CaseAnswer => ({
  status: code,
  body: { text: words, code: number },
});
const jenkinsAnonymous = html(
  403,
  '<html><head><meta http-equiv="refresh" content="1;url=/login?from=%2Fjob%2Fx%2Fbuild"/></head><body>Authentication required<!-- --></body></html>',
  { 'X-Jenkins': '2.452', 'X-You-Are-Authenticated-As': 'anonymous', 'X-Required-Permission': 'hudson.model.Hudson.Read' },
);

/** Software that people run themselves, in the words of its documentation and source. */
export const freshPlatformScenarios: readonly Scenario[] = [
  {
    title: 'GitLab: a token alone in Authorization',
    cause: 'scheme-missing',
    confidence: 'confirmed',
    answer: (request) => (isGitlab(request) ? good : { status: 401, body: { message: '401 Unauthorized' } }),
    options: get('/api/v4/projects', { Authorization: '<<CREDENTIAL.acme>>' }),
    credentials: { acme: gitlab },
  },
  {
    title: 'GitLab: a project that the token may not see',
    cause: 'not-found',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers['private-token'] === undefined || headers['private-token'] === gitlab
        ? { status: 404, body: { message: '404 Project Not Found' } }
        : { status: 401, body: { message: '401 Unauthorized' } },
    options: get('/api/v4/projects/17', { 'PRIVATE-TOKEN': '<<CREDENTIAL.acme>>' }),
    credentials: { acme: gitlab },
  },
  {
    title: 'GitLab: insufficient scope in the body alone',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: () => ({
      status: 403,
      body: {
        error: 'insufficient_scope',
        error_description: 'The request requires higher privileges than provided by the access token.',
        scope: 'api',
      },
    }),
    options: post('/api/v4/projects/17/issues', { 'PRIVATE-TOKEN': '<<CREDENTIAL.acme>>' }),
    credentials: { acme: gitlab },
  },
  {
    title: 'GitLab: a revoked token',
    cause: 'credential-rejected',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization === undefined
        ? { status: 401, body: { message: '401 Unauthorized' } }
        : {
            status: 401,
            body: {
              error: 'invalid_token',
              error_description: 'Token was revoked. You have to re-authorize from the user.',
            },
          },
    options: get('/api/v4/user', bearer),
    credentials: { acme: gitlab },
  },
  {
    title: 'Grafana: an expired key of a service account',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: (request) =>
      bearerOf(request) === null
        ? { status: 401, body: { message: 'Unauthorized', messageId: 'auth.unauthorized', statusCode: 401, traceID: '' } }
        : { status: 401, body: { message: 'Expired API key', messageId: 'api-key.expired', statusCode: 401, traceID: '' } },
    options: get('/api/org/users', bearer),
    credentials: { acme: 'glsa_7Fq2xR9vLm4Kd8ZcWq1T0aBcDeFgHiJk_a1b2c3d4' },
  },
  {
    title: 'Grafana: a role that lacks a permission',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: () => ({
      status: 403,
      body: {
        accessErrorId: 'ACE4371209',
        message: "You'll need additional permissions to perform this action. Permissions needed: users:read",
        title: 'Access denied',
      },
    }),
    options: get('/api/users', bearer),
    credentials: { acme: 'glsa_7Fq2xR9vLm4Kd8ZcWq1T0aBcDeFgHiJk_a1b2c3d4' },
  },
  {
    title: 'Grafana: an unknown key',
    cause: 'credential-rejected',
    confidence: 'confirmed',
    answer: (request) => ({ status: 401, body: { message: bearerOf(request) === null ? 'Unauthorized' : 'Invalid API key' } }),
    options: get('/api/search', bearer),
    credentials: { acme: 'glsa_7Fq2xR9vLm4Kd8ZcWq1T0aBcDeFgHiJk_a1b2c3d4' },
  },
  {
    title: 'Elasticsearch: an API key behind Bearer',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) => {
      if (headers.authorization === undefined) return elasticMissing;
      return headers.authorization === 'ApiKey VnVhQ2ZHY0JDZGJrUW0tZTVhT3g6dWkybHAyYXhUTm1zeWFrdzl0dk5udw=='
        ? good
        : elastic(401, 'unable to authenticate with provided credentials and anonymous access is not allowed for this request');
    },
    options: get('/logs/_search', bearer),
    credentials: { acme: 'VnVhQ2ZHY0JDZGJrUW0tZTVhT3g6dWkybHAyYXhUTm1zeWFrdzl0dk5udw==' },
  },
  {
    title: 'Elasticsearch: a wrong password',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers.authorization === undefined
        ? elasticMissing
        : elastic(401, 'unable to authenticate user [robot] for REST request [/logs/_search]'),
    options: { ...get('/logs/_search'), ...robot },
    credentials: { acme: token },
  },
  {
    title: 'Elasticsearch: a role without the privilege',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers.authorization === undefined
        ? elasticMissing
        : elastic(
            403,
            'action [indices:data/read/search] is unauthorized for user [robot] with effective roles [viewer] on indices [logs], this action is granted by the index privileges [read,all]',
          ),
    options: { ...get('/logs/_search'), ...robot },
    credentials: { acme: token },
  },
  {
    title: 'Elasticsearch: a form where JSON is wanted',
    cause: 'content-type-mismatch',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers['content-type']?.startsWith('application/json') === true
        ? good
        : {
            status: 406,
            body: { error: 'Content-Type header [application/x-www-form-urlencoded] is not supported', status: 406 },
          },
    options: { ...post('/logs/_doc'), content_type: 'form', ...robot },
    credentials: { acme: token },
  },
  {
    title: 'Splunk HEC: Bearer where Splunk belongs',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) => {
      if (headers.authorization === undefined) return splunk(401, 2, 'Token is required');
      if (!headers.authorization.startsWith('Splunk ')) return splunk(401, 3, 'Invalid authorization');
      return headers.authorization === 'Splunk 8a1c1f0e-9d3b-4c52-8f0e-2b7a6d5c4e3f' ? good : splunk(403, 4, 'Invalid token');
    },
    options: post('/services/collector/event', bearer),
    credentials: { acme: '8a1c1f0e-9d3b-4c52-8f0e-2b7a6d5c4e3f' },
  },
  {
    title: 'Splunk HEC: an unknown token, answered with 403',
    cause: 'credential-rejected',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization === undefined ? splunk(401, 2, 'Token is required') : splunk(403, 4, 'Invalid token'),
    options: post('/services/collector/event', { Authorization: 'Splunk <<CREDENTIAL.acme>>' }),
    credentials: { acme: '8a1c1f0e-9d3b-4c52-8f0e-2b7a6d5c4e3f' },
  },
  {
    title: 'Splunk HEC: an index that does not exist',
    cause: 'unexplained',
    confidence: 'possible',
    answer: ({ headers }) =>
      headers.authorization === undefined
        ? splunk(401, 2, 'Token is required')
        : { status: 400, body: { text: 'Incorrect index', code: 7, 'invalid-event-number': 0 } },
    options: post('/services/collector/event', { Authorization: 'Splunk <<CREDENTIAL.acme>>' }),
    credentials: { acme: '8a1c1f0e-9d3b-4c52-8f0e-2b7a6d5c4e3f' },
  },
  {
    title: 'Vault: a token that lacks a policy, in the words that a wrong token gets too',
    cause: 'permission-missing',
    also: ['credential-rejected'],
    confidence: 'likely',
    answer: ({ headers }) =>
      headers['x-vault-token'] === undefined
        ? { status: 403, body: { errors: ['missing client token'] } }
        : { status: 403, body: { errors: ['permission denied'] } },
    options: get('/v1/secret/data/robot', { 'X-Vault-Token': '<<CREDENTIAL.acme>>' }),
    credentials: { acme: 'hvs.7Fq2xR9vLm4Kd8ZcWq1T0aBc' },
  },
  {
    title: 'Vault: the token behind a scheme of its own',
    cause: 'header-wrong',
    also: ['scheme-wrong'],
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers['x-vault-token'] === 'hvs.7Fq2xR9vLm4Kd8ZcWq1T0aBc'
        ? good
        : {
            status: 403,
            body: { errors: [headers['x-vault-token'] === undefined ? 'missing client token' : 'permission denied'] },
          },
    options: get('/v1/secret/data/robot', { Authorization: 'Token <<CREDENTIAL.acme>>' }),
    credentials: { acme: 'hvs.7Fq2xR9vLm4Kd8ZcWq1T0aBc' },
  },
  {
    title: 'Consul: an unknown token, answered with 403',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers['x-consul-token'] === undefined
        ? text(
            403,
            'Permission denied: anonymous token lacks permission \'service:read\' on "web". The anonymous token is used implicitly when a request does not specify a token.',
          )
        : text(403, 'ACL not found'),
    options: get('/v1/catalog/service/web', { 'X-Consul-Token': '<<CREDENTIAL.acme>>' }),
    credentials: { acme: '5b1e6f2a-0c3d-4e8f-9a7b-6c5d4e3f2a1b' },
  },
  {
    title: 'Consul: a token without the right',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: ({ headers }) => {
      const given = headers['x-consul-token'];
      if (given === undefined) return text(403, 'Permission denied: anonymous token lacks permission \'service:read\' on "web".');
      return given === '5b1e6f2a-0c3d-4e8f-9a7b-6c5d4e3f2a1b'
        ? text(403, "Permission denied: token with AccessorID '3f0e' lacks permission 'service:read' on \"web\"")
        : text(403, 'ACL not found');
    },
    options: get('/v1/catalog/service/web', { 'X-Consul-Token': '<<CREDENTIAL.acme>>' }),
    credentials: { acme: '5b1e6f2a-0c3d-4e8f-9a7b-6c5d4e3f2a1b' },
  },
  {
    title: 'Kubernetes: an expired token of a service account',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: (request) => (bearerOf(request) === null ? pods('system:anonymous') : status(401, 'Unauthorized', 'Unauthorized')),
    options: get('/api/v1/namespaces/web/pods', bearer),
    credentials: {
      acme: fakeJwt({
        iss: 'https://kubernetes.default.svc.cluster.local',
        aud: ['https://kubernetes.default.svc.cluster.local'],
        exp: 1_700_000_000,
        sub: 'system:serviceaccount:web:robot',
      }),
    },
  },
  {
    title: 'Kubernetes: a service account without a role',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) => {
      if (bearerOf(request) === null) return pods('system:anonymous');
      return bearerOf(request) === serviceAccount
        ? pods('system:serviceaccount:web:robot')
        : status(401, 'Unauthorized', 'Unauthorized');
    },
    options: get('/api/v1/namespaces/web/pods', bearer),
    credentials: {
      acme: serviceAccount,
    },
  },
  {
    title: 'Kubernetes: a token in a header of its own makes one anonymous',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: (request) => (bearerOf(request) === null ? pods('system:anonymous') : good),
    options: get('/api/v1/namespaces/web/pods', { 'X-Auth-Token': '<<CREDENTIAL.acme>>' }),
    credentials: { acme: fakeJwt({ iss: 'kubernetes/serviceaccount', exp: 1_900_000_000 }) },
  },
  {
    title: 'Jenkins: a crumb is missing',
    cause: 'client-header',
    confidence: 'likely',
    answer: (request) => {
      if (!isRobot(request)) return jenkinsAnonymous;
      return request.method === 'GET'
        ? good
        : html(
            403,
            '<html><head><title>Error 403 No valid crumb was included in the request</title></head><body><h2>HTTP ERROR 403 No valid crumb was included in the request</h2></body></html>',
            { 'X-Jenkins': '2.452' },
          );
    },
    options: { ...post('/job/x/build'), ...robot },
    credentials: { acme: token },
  },
  {
    title: 'Jenkins: a wrong API token',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers.authorization === undefined
        ? jenkinsAnonymous
        : html(401, '<html><head><title>Error 401 Unauthorized</title></head></html>', {
            'WWW-Authenticate': 'Basic realm="Jenkins"',
            'X-Jenkins': '2.452',
          }),
    options: { ...post('/job/x/build'), ...robot },
    credentials: { acme: 'wrong-token-1234' },
  },
  {
    title: 'Jenkins: a user without Job/Build',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      isRobot(request)
        ? html(403, '<html><body>Access Denied<p>robot is missing the Job/Build permission</p></body></html>', {
            'X-Jenkins': '2.452',
            'X-You-Are-Authenticated-As': 'robot',
            'X-Required-Permission': 'hudson.model.Item.Build',
          })
        : jenkinsAnonymous,
    options: { ...post('/job/x/build'), ...robot },
    credentials: { acme: token },
  },
  {
    title: 'Traefik: no router for the path',
    cause: 'not-found',
    confidence: 'likely',
    answer: () => text(404, '404 page not found\n', { 'X-Content-Type-Options': 'nosniff' }),
    options: get('/api/items', bearer),
    credentials: { acme: token },
  },
  {
    title: 'Kong: a key in Authorization where apikey is read',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.apikey === token
        ? good
        : {
            status: 401,
            headers: { 'WWW-Authenticate': 'Key realm="kong"', Server: 'kong/3.6.1' },
            body: { message: 'No API key found in request', request_id: '0d1e2f' },
          },
    options: get('/api/items', bearer),
    credentials: { acme: token },
    most: 8,
  },
  {
    title: 'Kong: a consumer that is not in the group',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: ({ headers }) => {
      if (headers.apikey === undefined) return { status: 401, body: { message: 'No API key found in request' } };
      return headers.apikey === token
        ? { status: 403, body: { message: 'You cannot consume this service' } }
        : { status: 401, body: { message: 'Unauthorized' } };
    },
    options: get('/api/items', { apikey: '<<CREDENTIAL.acme>>' }),
    credentials: { acme: token },
  },
  {
    title: 'Kong: no route',
    cause: 'not-found',
    confidence: 'likely',
    answer: () => ({ status: 404, body: { message: 'no Route matched with those values', request_id: '0d1e2f' } }),
    options: get('/api/items', { apikey: '<<CREDENTIAL.acme>>' }),
    credentials: { acme: token },
  },
  {
    title: 'Kong: the limit is used up',
    cause: 'rate-limited',
    confidence: 'confirmed',
    answer: () => ({
      status: 429,
      headers: { 'RateLimit-Remaining': '0', 'RateLimit-Reset': '41', 'Retry-After': '41' },
      body: { message: 'API rate limit exceeded' },
    }),
    options: get('/api/items', { apikey: '<<CREDENTIAL.acme>>' }),
    credentials: { acme: token },
    most: 0,
  },
  {
    title: 'Envoy: the audience is not allowed',
    cause: 'wrong-audience',
    confidence: 'confirmed',
    answer: (request) =>
      bearerOf(request) === null ? text(401, 'Jwt is missing') : text(403, 'Audiences in Jwt are not allowed'),
    options: get('/api/items', bearer),
    credentials: { acme: fakeJwt({ iss: 'https://idp.example', aud: 'other', exp: 1_900_000_000 }) },
  },
  {
    title: 'Envoy: the token is expired',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: (request) =>
      text(401, bearerOf(request) === null ? 'Jwt is missing' : 'Jwt is expired', {
        'WWW-Authenticate': 'Bearer realm="http://127.0.0.1/api/items", error="invalid_token"',
      }),
    options: get('/api/items', bearer),
    credentials: { acme: fakeJwt({ iss: 'https://idp.example', exp: 1_700_000_000 }) },
  },
  {
    title: 'Envoy: RBAC refuses everybody',
    cause: 'permission-missing',
    also: ['address-not-allowed'],
    confidence: 'possible',
    answer: () => text(403, 'RBAC: access denied', { Server: 'envoy' }),
    options: get('/api/items', bearer),
    credentials: { acme: token },
    most: 9,
  },
  {
    title: 'Envoy: the service behind it is down',
    cause: 'server-error',
    confidence: 'likely',
    answer: () =>
      text(503, 'upstream connect error or disconnect/reset before headers. reset reason: connection failure', {
        Server: 'envoy',
      }),
    options: get('/api/items', bearer),
    credentials: { acme: token },
  },
  {
    title: 'Apache’s mod_security turns the client’s name away with 406',
    cause: 'user-agent-blocked',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      /tines/i.test(headers['user-agent'] ?? '')
        ? html(
            406,
            '<head><title>Not Acceptable!</title></head><body><h1>Not Acceptable!</h1><p>An appropriate representation of the requested resource could not be found on this server. This error was generated by Mod_Security.</p></body>',
          )
        : good,
    options: get('/api/items', bearer),
    credentials: { acme: token },
  },
  {
    title: 'a load balancer that shuts everybody out',
    cause: 'address-not-allowed',
    confidence: 'possible',
    answer: () =>
      html(
        403,
        '<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n</body>\r\n</html>\r\n',
        {
          Server: 'awselb/2.0',
        },
      ),
    options: get('/api/items', bearer),
    credentials: { acme: token },
    most: 8,
  },
  {
    title: 'a content network that turns every name but a browser’s away',
    cause: 'user-agent-blocked',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      /mozilla|curl|postman/i.test(headers['user-agent'] ?? '')
        ? good
        : html(
            403,
            '<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don\'t have permission to access "http&#58;&#47;&#47;api&#46;example&#47;items" on this server.<P>Reference&#32;&#35;18&#46;4f2a<P></BODY></HTML>',
            { Server: 'AkamaiGHost' },
          ),
    options: get('/api/items', bearer),
    credentials: { acme: token },
  },
  {
    title: 'a firewall that has banned the address',
    cause: 'address-not-allowed',
    confidence: 'possible',
    answer: () => text(403, 'error code: 1006', { Server: 'cloudflare', 'CF-RAY': '8f2a1b3c4d5e6f70-FRA' }),
    options: get('/api/items', bearer),
    credentials: { acme: token },
    most: 8,
  },
  {
    title: 'Express: the path takes no such method',
    cause: 'method-not-allowed',
    confidence: 'likely',
    answer: ({ method, path }) =>
      method === 'GET' ? good : html(404, `<!DOCTYPE html><html><body><pre>Cannot ${method} ${path}</pre></body></html>`),
    options: post('/api/items', bearer),
    credentials: { acme: token },
  },
  {
    title: 'Express: nothing at the path, whatever the method',
    cause: 'not-found',
    confidence: 'likely',
    answer: ({ method, path }) => html(404, `<!DOCTYPE html><html><body><pre>Cannot ${method} ${path}</pre></body></html>`),
    options: post('/api/item', bearer),
    credentials: { acme: token },
  },
  {
    title: 'Django: the CSRF check of a POST',
    cause: 'client-header',
    confidence: 'likely',
    answer: ({ method }) =>
      method === 'GET'
        ? good
        : html(
            403,
            '<html><head><title>403 Forbidden</title></head><body><h1>Forbidden <span>(403)</span></h1><p>CSRF verification failed. Request aborted.</p><p>You are seeing this message because this HTTPS site requires a “Referer header” to be sent by your web browser, but none was sent.</p></body></html>',
          ),
    options: post('/api/items', bearer),
    credentials: { acme: token },
  },
  {
    title: 'Django REST: Bearer where Token is asked for, and 403 in place of 401',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) => {
      if (headers.authorization === `Token ${token}`) return good;
      return headers.authorization?.startsWith('Token ') === true
        ? { status: 403, body: { detail: 'Invalid token.' } }
        : { status: 403, body: { detail: 'Authentication credentials were not provided.' } };
    },
    options: get('/api/items/', bearer),
    credentials: { acme: token },
  },
  {
    title: 'IIS: Windows authentication only',
    cause: 'scheme-wrong',
    confidence: 'likely',
    answer: () =>
      html(401, '<html><head><title>401 - Unauthorized: Access is denied due to invalid credentials.</title></head></html>', {
        'WWW-Authenticate': 'Negotiate, NTLM',
        Server: 'Microsoft-IIS/10.0',
      }),
    options: { ...get('/api/items'), ...robot },
    credentials: { acme: token },
  },
  {
    title: 'MISP: a scheme before a key that stands alone',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization === 'x9Aw3nE5bTy6Uj1Ko7Fq2xR9vLm4Kd8ZcWq1T0aB'
        ? good
        : {
            status: 403,
            body: {
              name: 'Authentication failed. Please make sure you pass the API key of an API enabled user along in the Authorization header.',
              message:
                'Authentication failed. Please make sure you pass the API key of an API enabled user along in the Authorization header.',
              url: '/events/index',
            },
          },
    options: get('/events/index', bearer),
    credentials: { acme: 'x9Aw3nE5bTy6Uj1Ko7Fq2xR9vLm4Kd8ZcWq1T0aB' },
  },
  {
    title: 'Spring: a token that is not valid yet',
    cause: 'credential-not-yet-valid',
    also: ['clock-skew'],
    confidence: 'likely',
    answer: (request) => ({
      status: 401,
      headers: {
        'WWW-Authenticate':
          bearerOf(request) === null
            ? 'Bearer'
            : 'Bearer error="invalid_token", error_description="Jwt used before 2026-11-24T13:00:00Z", error_uri="https://tools.ietf.org/html/rfc6750#section-3.1"',
      },
    }),
    options: get('/api/items', bearer),
    credentials: { acme: fakeJwt({ nbf: 1_795_525_200, exp: 1_795_528_800 }) },
  },
  {
    title: 'ASP.NET: the audience is another’s',
    cause: 'wrong-audience',
    confidence: 'confirmed',
    answer: (request) => ({
      status: 401,
      headers: {
        'WWW-Authenticate':
          bearerOf(request) === null
            ? 'Bearer'
            : 'Bearer error="invalid_token", error_description="The audience \'api://other\' is invalid"',
      },
    }),
    options: get('/api/items', bearer),
    credentials: { acme: fakeJwt({ aud: 'api://other', exp: 1_900_000_000 }) },
  },
  {
    title: 'FastAPI: a number that arrives as text',
    cause: 'pill-stringified',
    confidence: 'confirmed',
    answer: ({ body }) =>
      /"count":\s*5\b/.test(body)
        ? good
        : {
            status: 422,
            body: {
              detail: [{ type: 'int_type', loc: ['body', 'count'], msg: 'Input should be a valid integer', input: '5' }],
            },
          },
    options: { ...post('/api/items', bearer), payload: { count: '<<before.count>>' } },
    data: { before: new Map([['count', 5n]]) },
    credentials: { acme: token },
  },
  {
    title: 'FastAPI: a field that is missing is no fault of its type',
    cause: 'unexplained',
    confidence: 'possible',
    answer: () => ({ status: 422, body: { detail: [{ type: 'missing', loc: ['body', 'name'], msg: 'Field required' }] } }),
    options: { ...post('/api/items', bearer), payload: { count: '<<before.count>>' } },
    data: { before: new Map([['count', 5n]]) },
    credentials: { acme: token },
  },
];
