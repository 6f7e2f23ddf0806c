import type { CaseAnswer, CaseRequest } from './diagnose-case.ts';
import { bearerOf, fakeJwt, good, token } from './fake-credentials.ts';
import {
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
} from './scenario-parts.ts';
import type { Scenario } from './scenarios.ts';

const withBasic = (path = '/items', user = 'robot') => ({
  url: `{origin}${path}`,
  method: 'get',
  basic_auth: [user, '<<CREDENTIAL.acme>>'],
});
const typed = (type: string, status: number, body: string, headers: Headers = {}): CaseAnswer => ({
  status,
  body,
  headers: { 'Content-Type': type, ...headers },
});
/** Answers in the order: no credential, a wrong one, the right one. */
const threefold =
  (none: CaseAnswer, wrong: CaseAnswer, right: CaseAnswer) =>
  (request: CaseRequest): CaseAnswer =>
    given(request) ? (isBearer(request) ? right : wrong) : none;
const jwt = (claims: Readonly<Record<string, unknown>>) =>
  fakeJwt({ iss: 'https://login.example.com/', sub: '7', iat: 1_700_000_000, exp: 1_900_000_000, ...claims });
const otherJwt = jwt({ aud: 'https://other.example.com/' });

/** Written before it was run, and after the rules were mended by the ninth set. */
export const freshTenthScenarios: readonly Scenario[] = [
  {
    title: 'Squid: a proxy asks for a login',
    cause: 'credential-empty',
    also: ['unexplained'],
    confidence: 'likely',
    answer: () =>
      typed(
        'text/html',
        407,
        '<html><head><title>ERROR: Cache Access Denied</title></head><body><p>Sorry, you are not currently allowed to request https://api.example.com/ from this cache until you have authenticated yourself.</p></body></html>',
        { 'Proxy-Authenticate': 'Basic realm="Squid"', 'X-Squid-Error': 'ERR_CACHE_ACCESS_DENIED 0' },
      ),
    options: get(),
    ...withToken,
  },
  {
    title: 'Apache: the name in TLS and in the Host header differ',
    cause: 'unexplained',
    also: ['tls-other', 'http-version'],
    confidence: 'possible',
    answer: () =>
      typed(
        'text/html',
        421,
        '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>421 Misdirected Request</title>\n</head><body>\n<h1>Misdirected Request</h1>\n<p>The client needs a new connection for this request as the requested host name does not match the Server Name Indication (SNI) in use for this connection.</p>\n</body></html>',
      ),
    options: get(),
    ...withToken,
  },
  {
    title: 'Node.js: the header is too large',
    cause: 'unexplained',
    also: ['client-header'],
    confidence: 'possible',
    answer: () => ({ status: 431 }),
    options: get(),
    ...withToken,
  },
  {
    title: 'a redirect to the trailing slash turns a POST into a GET',
    cause: 'redirect-changed-method',
    also: ['method-not-allowed'],
    confidence: 'confirmed',
    answer: (request) => {
      if (request.path === '/items') return { status: 301, headers: { Location: '/items/' } };
      return request.method === 'POST'
        ? isBearer(request)
          ? good
          : json(401, { error: 'unauthorized' })
        : json(405, { detail: 'Method "GET" not allowed.' }, { Allow: 'POST, OPTIONS' });
    },
    options: postPayload(),
    ...withToken,
    most: 8,
  },
  {
    title: 'Express: nothing takes a POST here',
    cause: 'method-not-allowed',
    also: ['method-not-permitted', 'not-found'],
    confidence: 'likely',
    answer: (request) =>
      request.method === 'POST'
        ? typed(
            'text/html',
            404,
            '<!DOCTYPE html><html lang="en"><head><title>Error</title></head><body><pre>Cannot POST /items</pre></body></html>',
          )
        : isBearer(request)
          ? good
          : json(401, { error: 'unauthorized' }),
    options: postPayload(),
    ...withToken,
    most: 8,
  },
  {
    title: 'GitLab: the token lacks the scope, and the body says it',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: threefold(
      json(401, { message: '401 Unauthorized' }),
      json(401, { error: 'invalid_token', error_description: 'Token was revoked. You have to re-authorize from the user.' }),
      json(403, {
        error: 'insufficient_scope',
        error_description: 'The request requires higher privileges than provided by the access token.',
        scope: 'api',
      }),
    ),
    options: get('/api/v4/projects/1/variables'),
    ...withToken,
  },
  {
    title: 'GitLab: the token was revoked',
    cause: 'credential-rejected',
    confidence: 'confirmed',
    answer: threefold(
      json(401, { message: '401 Unauthorized' }),
      json(401, { error: 'invalid_token', error_description: 'Token was revoked. You have to re-authorize from the user.' }),
      json(401, { error: 'invalid_token', error_description: 'Token was revoked. You have to re-authorize from the user.' }),
    ),
    options: get('/api/v4/projects'),
    ...withToken,
  },
  {
    title: 'Azure DevOps: a page to sign in under 203',
    cause: 'credential-rejected',
    also: ['scheme-wrong'],
    confidence: 'possible',
    answer: () =>
      typed(
        'text/html; charset=utf-8',
        203,
        '<html><head><title>Azure DevOps Services | Sign In</title></head><body><form action="/_signin" method="post"><input type="password" name="passwd"></form></body></html>',
      ),
    options: withBasic('/_apis/projects', ''),
    ...withToken,
    most: 8,
  },
  {
    title: 'Stripe: a key of live mode for an object of test mode',
    cause: 'wrong-environment',
    also: ['not-found'],
    confidence: 'confirmed',
    answer: (request) =>
      isBearer(request)
        ? json(404, {
            error: {
              code: 'resource_missing',
              message:
                "No such customer: 'cus_1'; a similar object exists in test mode, but a live mode key was used to make this request.",
              type: 'invalid_request_error',
            },
          })
        : json(401, { error: { message: 'Invalid API Key provided' } }),
    options: get('/v1/customers/cus_1'),
    ...withToken,
  },
  {
    title: 'Stripe: the key is in a header of its own',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: (request) =>
      isBearer(request)
        ? good
        : json(401, {
            error: {
              message:
                "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
              type: 'invalid_request_error',
            },
          }),
    options: get('/v1/customers', { 'X-API-Key': '<<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'SendGrid: invalid, expired or revoked',
    cause: 'credential-rejected',
    also: ['credential-expired'],
    confidence: 'likely',
    answer: (request) =>
      json(401, {
        errors: [
          {
            field: null,
            message: given(request)
              ? 'The provided authorization grant is invalid, expired, or revoked'
              : 'Permission denied, wrong credentials',
          },
        ],
      }),
    options: get('/v3/scopes'),
    ...withToken,
  },
  {
    title: 'Grafana: permissions are needed',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: threefold(
      json(401, { message: 'Unauthorized' }),
      json(401, { message: 'Invalid API key' }),
      json(403, {
        accessErrorId: 'ACE1',
        message: "You'll need additional permissions to perform this action. Permissions needed: datasources:read",
        title: 'Access denied',
      }),
    ),
    options: get('/api/datasources'),
    ...withToken,
  },
  {
    title: 'Kubernetes: the service account may not list pods',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: threefold(
      json(403, {
        kind: 'Status',
        status: 'Failure',
        message:
          'pods is forbidden: User "system:anonymous" cannot list resource "pods" in API group "" in the namespace "default"',
        reason: 'Forbidden',
        code: 403,
      }),
      json(401, { kind: 'Status', status: 'Failure', message: 'Unauthorized', reason: 'Unauthorized', code: 401 }),
      json(403, {
        kind: 'Status',
        status: 'Failure',
        message:
          'pods is forbidden: User "system:serviceaccount:soc:tines" cannot list resource "pods" in API group "" in the namespace "default"',
        reason: 'Forbidden',
        code: 403,
      }),
    ),
    options: get('/api/v1/namespaces/default/pods'),
    ...withToken,
  },
  {
    title: 'Kubernetes: no credential, so the user is anonymous',
    cause: 'credential-empty',
    confidence: 'likely',
    answer: () =>
      json(403, {
        kind: 'Status',
        status: 'Failure',
        message:
          'pods is forbidden: User "system:anonymous" cannot list resource "pods" in API group "" in the namespace "default"',
        reason: 'Forbidden',
        code: 403,
      }),
    options: { url: '{origin}/api/v1/namespaces/default/pods', method: 'get' },
  },
  {
    title: 'Jenkins: no valid crumb',
    cause: 'client-header',
    confidence: 'likely',
    answer: () =>
      typed(
        'text/html',
        403,
        '<html><head><title>Error 403 No valid crumb was included in the request</title></head><body><h2>HTTP ERROR 403 No valid crumb was included in the request</h2></body></html>',
      ),
    options: postPayload(),
    ...withToken,
    most: 10,
  },
  {
    title: 'SAP: the CSRF token is required, told by a header',
    cause: 'client-header',
    confidence: 'likely',
    answer: () => typed('text/plain', 403, 'CSRF token validation failed', { 'X-CSRF-Token': 'Required' }),
    options: postPayload(),
    ...withToken,
    most: 10,
  },
  {
    title: 'Auth0: the token has expired, in other words',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: threefold(
      json(401, { statusCode: 401, error: 'Unauthorized', message: 'Missing authentication' }),
      json(401, { statusCode: 401, error: 'Unauthorized', message: 'Invalid token' }),
      json(401, {
        statusCode: 401,
        error: 'Unauthorized',
        message: 'Expired token received for JSON Web Token validation',
        attributes: { error: 'Expired token received for JSON Web Token validation' },
      }),
    ),
    options: get('/api/v2/users'),
    ...withToken,
  },
  {
    title: 'Auth0: another audience',
    cause: 'wrong-audience',
    confidence: 'confirmed',
    answer: (request) =>
      json(401, {
        statusCode: 401,
        error: 'Unauthorized',
        message:
          bearerOf(request) === otherJwt
            ? 'Bad audience: https://other.example.com/'
            : given(request)
              ? 'Invalid signature received for JSON Web Token validation'
              : 'Missing authentication',
      }),
    options: get('/api/v2/users'),
    credentials: { acme: otherJwt },
  },
  {
    title: 'Auth0: the scope is not sufficient',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: threefold(
      json(401, { message: 'Missing authentication' }),
      json(401, { message: 'Invalid token' }),
      json(403, {
        statusCode: 403,
        error: 'Forbidden',
        message: 'Insufficient scope, expected any of: read:users',
        errorCode: 'insufficient_scope',
      }),
    ),
    options: get('/api/v2/users'),
    ...withToken,
  },
  {
    title: 'Dropbox: a form where JSON is expected',
    cause: 'content-type-mismatch',
    confidence: 'confirmed',
    answer: (request) =>
      request.headers['content-type']?.includes('json') === true
        ? good
        : typed(
            'text/plain; charset=utf-8',
            400,
            'Error in call to API function "files/list_folder": Bad HTTP "Content-Type" header: "application/x-www-form-urlencoded".  Expecting one of "application/json", "application/json; charset=utf-8", "text/plain; charset=dropbox-cors-hack".',
          ),
    options: postPayload({ path: '' }, bearer, 'form'),
    ...withToken,
  },
  {
    title: 'Shodan: the plan does not include it, told by 401',
    cause: 'permission-missing',
    also: ['credential-rejected'],
    confidence: 'likely',
    answer: ({ search }) =>
      new URLSearchParams(search).get('key') === token
        ? json(401, { error: 'Please upgrade your API plan to use filters or paging.' })
        : typed(
            'text/html',
            401,
            '<html><head><title>401 Unauthorized</title></head><body><h1>Unauthorized</h1>This server could not verify that you are authorized to access the document you requested.</body></html>',
          ),
    options: { url: '{origin}/shodan/host/search', method: 'get', payload: { key: '<<CREDENTIAL.acme>>', query: 'port:22' } },
    ...withToken,
  },
  {
    title: 'Duo: the time of the request is bad',
    cause: 'clock-skew',
    confidence: 'likely',
    answer: () => json(401, { code: 40104, message: 'Bad request timestamp', stat: 'FAIL' }),
    options: withBasic('/admin/v1/users'),
    ...withToken,
    most: 8,
  },
  {
    title: 'a signed API: the time is outside of its window',
    cause: 'clock-skew',
    confidence: 'confirmed',
    answer: () => json(400, { code: -1021, msg: 'Timestamp for this request is outside of the recvWindow.' }),
    options: get('/api/v3/account?timestamp=1', { 'X-MBX-APIKEY': '<<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'Azure Storage: a SAS that is past its end',
    cause: 'credential-expired',
    also: ['clock-skew'],
    confidence: 'likely',
    answer: () =>
      typed(
        'application/xml',
        403,
        '<?xml version="1.0" encoding="utf-8"?><Error><Code>AuthenticationFailed</Code><Message>Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.</Message><AuthenticationErrorDetail>Signature not valid in the specified time frame: Start [Mon, 23 Nov 2026 00:00:00 GMT] - Expiry [Tue, 24 Nov 2026 00:00:00 GMT] - Current [Tue, 24 Nov 2026 12:00:00 GMT]</AuthenticationErrorDetail></Error>',
      ),
    options: { url: '{origin}/reports/1.csv?sv=2022-11-02&sig=<<CREDENTIAL.acme>>', method: 'get' },
    ...withToken,
    most: 8,
  },
  {
    title: 'Exchange Online: Basic is not taken any more',
    cause: 'scheme-wrong',
    confidence: 'likely',
    answer: () => ({
      status: 401,
      headers: challenge(
        'Bearer client_id="00000002-0000-0ff1-ce00-000000000000", trusted_issuers="00000001-0000-0000-c000-000000000000@*", token_types="app_asserted_user_v1 service_asserted_app_v1"',
      ),
    }),
    options: withBasic('/EWS/Exchange.asmx'),
    ...withToken,
  },
  {
    title: 'OpenAI: the quota is used up',
    cause: 'rate-limited',
    confidence: 'likely',
    answer: threefold(
      json(401, { error: { message: "You didn't provide an API key.", type: 'invalid_request_error' } }),
      json(401, { error: { message: 'Incorrect API key provided.', code: 'invalid_api_key' } }),
      json(429, {
        error: {
          message: 'You exceeded your current quota, please check your plan and billing details.',
          type: 'insufficient_quota',
          code: 'insufficient_quota',
        },
      }),
    ),
    options: postPayload({ model: 'x' }),
    ...withToken,
  },
  {
    title: 'Anthropic: the version header is required',
    cause: 'client-header',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers['x-api-key'] === token
        ? json(400, { type: 'error', error: { type: 'invalid_request_error', message: 'anthropic-version: header is required' } })
        : json(401, { type: 'error', error: { type: 'authentication_error', message: 'invalid x-api-key' } }),
    options: postPayload({ model: 'x' }, { 'x-api-key': '<<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'a service that wants a number and gets a text',
    cause: 'pill-stringified',
    confidence: 'confirmed',
    answer: (request) => {
      if (!isBearer(request)) return json(401, { error: 'unauthorized' });
      return request.body.includes('"limit":5') ? good : json(400, { message: 'limit must be an integer' });
    },
    options: postPayload({ limit: '<<event.limit>>' }),
    data: { event: new Map([['limit', 5n]]) },
    ...withToken,
  },
  {
    title: 'Zscaler: the password of the key is wrong, told by 400 beside a session',
    cause: 'credential-rejected',
    confidence: 'possible',
    answer: () => json(401, { code: 'AUTHENTICATION_FAILED', message: 'AUTHENTICATION_FAILED' }),
    options: postPayload({ apiKey: '<<CREDENTIAL.acme>>', username: 'a', password: 'b', timestamp: '1' }, {}),
    ...withToken,
    most: 8,
  },
  {
    title: 'PagerDuty: the scheme is Bearer, and Token token= is wanted',
    cause: 'scheme-wrong',
    confidence: 'likely',
    answer: () =>
      json(401, { error: { message: 'Authentication token must be sent as "Token token=YOUR_API_KEY"', code: 2006 } }),
    options: get('/incidents'),
    ...withToken,
    most: 10,
  },
  {
    title: 'a service that counts the length: 411',
    cause: 'unexplained',
    also: ['client-header', 'content-type-mismatch'],
    confidence: 'possible',
    answer: () =>
      typed(
        'text/html',
        411,
        '<html><head><title>411 Length Required</title></head><body><h1>Length Required</h1></body></html>',
      ),
    options: postPayload(),
    ...withToken,
  },
  {
    title: 'TheHive: the user lacks the permission in this organisation',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: threefold(
      json(401, { type: 'AuthenticationError', message: 'Authentication failure' }),
      json(401, { type: 'AuthenticationError', message: 'Authentication failure' }),
      json(403, {
        type: 'AuthorizationError',
        message: "Your are not authorized to create alert, you haven't the permission manageAlert/create",
      }),
    ),
    options: get('/api/v1/alert'),
    ...withToken,
  },
  {
    title: 'Datadog: forbidden, and the wrong key gets the same',
    cause: 'credential-rejected',
    also: ['client-header'],
    confidence: 'likely',
    answer: ({ headers }) =>
      headers['dd-api-key'] === undefined ? json(401, { errors: ['Unauthorized'] }) : json(403, { errors: ['Forbidden'] }),
    options: get('/api/v1/validate', { 'DD-API-KEY': '<<CREDENTIAL.acme>>' }),
    ...withToken,
    most: 8,
  },
  {
    title: 'Zendesk: the account has the API of passwords switched off',
    cause: 'permission-missing',
    also: ['credential-rejected', 'scheme-wrong'],
    confidence: 'likely',
    answer: (request) =>
      isRobot(request)
        ? json(401, { error: 'Password access to the API is disabled for this account' })
        : json(401, { error: "Couldn't authenticate you" }),
    options: withBasic('/api/v2/users.json'),
    ...withToken,
  },
  {
    title: 'AWS: the action is not authorised for the role',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: () =>
      json(403, {
        __type: 'AccessDeniedException',
        Message:
          'User: arn:aws:sts::123456789012:assumed-role/tines/session is not authorized to perform: securityhub:GetFindings because no identity-based policy allows the securityhub:GetFindings action',
      }),
    options: get('/findings', {
      Authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20261124/us-east-1/securityhub/aws4_request, SignedHeaders=host, Signature=<<CREDENTIAL.acme>>',
    }),
    ...withToken,
  },
  {
    title: 'a redirect from http to https on another port, with the header lost',
    cause: 'redirect-dropped-authorization',
    confidence: 'likely',
    answer: (request) =>
      request.path === '/items'
        ? { status: 308, headers: { Location: `${request.otherOrigin}/v2/items` } }
        : isBearer(request)
          ? good
          : json(401, { message: 'No token' }),
    options: get(),
    ...withToken,
  },
  {
    title: 'a WAF of Akamai shows its page',
    cause: 'address-not-allowed',
    also: ['user-agent-blocked'],
    confidence: 'possible',
    answer: () =>
      typed(
        'text/html',
        403,
        '<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don\'t have permission to access "http&#58;&#47;&#47;api&#46;example&#46;com&#47;items" on this server.<P>Reference&#32;&#35;18&#46;2d3e1202&#46;1732449600&#46;1a2b3c</BODY></HTML>',
        { Server: 'AkamaiGHost' },
      ),
    options: get(),
    ...withToken,
    most: 10,
  },
  {
    title: 'a trial that has ended, told by 402',
    cause: 'unexplained',
    also: ['permission-missing'],
    confidence: 'possible',
    answer: (request) =>
      isBearer(request)
        ? json(402, { message: 'Your trial has expired. Please upgrade your plan.' })
        : json(401, { message: 'Unauthorized' }),
    options: get(),
    ...withToken,
  },
];
