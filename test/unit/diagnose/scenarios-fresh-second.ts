import type { TinesOutcome } from '../../../src/model/outcome.ts';
import type { CaseAnswer, CaseRequest } from './diagnose-case.ts';
import { basic, bearerOf, challenged, fakeJwt, good, silent, talkative, token } from './fake-credentials.ts';
import { knownHost } from './known-host.ts';
import { bearer, given, json, robot, withToken } from './scenario-parts.ts';
import type { Scenario } from './scenarios.ts';

const get = (headers: Readonly<Record<string, string>> = bearer, path = '/items') => ({
  url: `{origin}${path}`,
  method: 'get',
  headers,
});
const post = (headers: Readonly<Record<string, string>> = bearer, payload: unknown = { name: 'made up' }) => ({
  url: '{origin}/items',
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
const past = fakeJwt({ iss: 'https://login.example', exp: 1_700_000_000, scope: 'read' });

function recorded(status: number, body: Readonly<Record<string, string>>): TinesOutcome {
  const members = Object.entries(body).map(([key, value]) => ({ key, value: { kind: 'string', value } as const }));
  return {
    client: 'tines',
    status: 'recorded',
    response: { status, headers: [], body: { kind: 'json', value: { kind: 'object', members } } },
  };
}

function afterwards(count: number, first: (request: CaseRequest) => CaseAnswer, then: CaseAnswer): Scenario['answer'] {
  let asked = 0;
  return (request) => {
    asked += 1;
    return asked <= count ? first(request) : then;
  };
}

/** Servers that mislead: by echoes, by links, by ignoring what they cannot read, by answering one thing for another. */
export const freshSecondScenarios: readonly Scenario[] = [
  {
    title: 'a firewall that dislikes a word of the body',
    cause: 'unexplained',
    also: ['method-not-permitted', 'user-agent-blocked', 'address-not-allowed'],
    confidence: 'likely',
    answer: (request) => {
      if (request.body.includes('select'))
        return page(403, '<html><head><title>403 Forbidden</title></head><body>Request blocked</body></html>');
      return talkative(request) ?? good;
    },
    options: post(bearer, { query: 'select 1' }),
    ...withToken,
    most: 10,
  },
  {
    title: 'a limit that the experiments run into',
    cause: 'scheme-wrong',
    also: ['credential-rejected'],
    confidence: 'possible',
    answer: afterwards(
      5,
      ({ headers }) => silent(headers.authorization === `Token ${token}`),
      json(429, { error: 'Too many requests' }),
    ),
    options: get(),
    ...withToken,
    most: 10,
  },
  {
    title: 'a server that ignores what it cannot read and is open to strangers',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: (request) => (bearerOf(request) === null ? good : json(401, { message: 'Bad credentials' })),
    options: get(),
    credentials: { acme: 'tok_9Aw3nE5bTy6Uj1Ko' },
  },
  {
    title: 'a name that is refused with 429',
    cause: 'user-agent-blocked',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      /tines/i.test(headers['user-agent'] ?? '') ? json(429, { message: 'Too Many Requests', error: 429 }) : good,
    options: get(),
    ...withToken,
  },
  {
    title: 'an expired token that the server knows and refuses',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) => {
      const given = bearerOf(request);
      if (given === null) return challenged();
      return given === past ? json(403, { error: 'forbidden' }) : challenged(', error="invalid_token"');
    },
    options: get(),
    credentials: { acme: past },
  },
  {
    title: 'a token with a colon that belongs there',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) => {
      const given = bearerOf(request);
      if (given === null) return challenged();
      return given === 'k1:7Fq2xR9vLm4Kd8Zc' ? json(403, { error: 'forbidden' }) : challenged(', error="invalid_token"');
    },
    options: get(),
    credentials: { acme: 'k1:7Fq2xR9vLm4Kd8Zc' },
  },
  {
    title: 'a pair without a user that belongs so',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers.authorization === basic(`:${token}`)
        ? json(403, { message: 'forbidden' })
        : { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="x"' } },
    options: get({ Authorization: 'Basic <<BASE64_ENCODE(":" & CREDENTIAL.acme)>>' }),
    ...withToken,
  },
  {
    title: 'Slack: a token without its scheme, under a 200',
    cause: 'scheme-missing',
    confidence: 'confirmed',
    answer: (request) =>
      json(200, bearerOf(request) === 'xoxb-1-7Fq2xR9vLm4Kd8Zc' ? { ok: true } : { ok: false, error: 'not_authed' }),
    options: post({ Authorization: '<<CREDENTIAL.acme>>' }),
    credentials: { acme: 'xoxb-1-7Fq2xR9vLm4Kd8Zc' },
  },
  {
    title: 'Salesforce: one sentence for every session',
    cause: 'credential-rejected',
    also: ['credential-expired'],
    confidence: 'possible',
    answer: () => json(401, [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]),
    options: get(),
    credentials: { acme: '00D5g000004xyz!AQ4AQFq2xR9vLm4Kd8Zc' },
    most: 10,
  },
  {
    title: 'HubSpot: a key in the query where Bearer is taken',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: (request) =>
      bearerOf(request) === 'pat-na1-7Fq2xR9vLm4Kd8Zc'
        ? good
        : json(401, {
            status: 'error',
            message:
              'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
            category: 'INVALID_AUTHENTICATION',
          }),
    options: get({}, '/crm/v3/objects/contacts?hapikey=<<CREDENTIAL.acme>>'),
    credentials: { acme: 'pat-na1-7Fq2xR9vLm4Kd8Zc' },
    most: 8,
  },
  {
    title: 'Notion: the version is missing',
    cause: 'client-header',
    confidence: 'likely',
    answer: (request) =>
      talkative(request) ??
      json(400, {
        object: 'error',
        status: 400,
        code: 'missing_version',
        message: 'Notion-Version header failed validation: Notion-Version header should be defined, instead was `undefined`.',
      }),
    options: get(bearer, '/v1/users'),
    ...withToken,
  },
  {
    title: 'a version header that is named in lower case',
    cause: 'client-header',
    confidence: 'likely',
    answer: () =>
      json(400, { type: 'error', error: { type: 'invalid_request_error', message: 'anthropic-version: header is required' } }),
    options: post({ 'x-api-key': '<<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'OpenAI: a key that is not known',
    cause: 'credential-rejected',
    confidence: 'confirmed',
    answer: (request) =>
      given(request)
        ? json(401, {
            error: {
              message:
                'Incorrect API key provided: sk-7Fq2*****Zc. You can find your API key at https://platform.openai.com/account/api-keys.',
              type: 'invalid_request_error',
              code: 'invalid_api_key',
            },
          })
        : json(401, { error: { message: "You didn't provide an API key.", type: 'invalid_request_error' } }),
    options: post(),
    credentials: { acme: 'sk-7Fq2xR9vLm4Kd8ZcWq1T' },
  },
  {
    title: 'Airtable: no permission, or nothing there',
    cause: 'permission-missing',
    also: ['not-found'],
    confidence: 'likely',
    answer: (request) => {
      const given = bearerOf(request);
      if (given === 'pat7Fq2xR9vLm4Kd8Zc.a1b2')
        return json(403, {
          error: {
            type: 'INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND',
            message:
              'Invalid permissions, or the requested model was not found. Check that both your user and your token have the required permissions.',
          },
        });
      return json(401, { error: { type: 'AUTHENTICATION_REQUIRED', message: 'Authentication required' } });
    },
    options: get(),
    credentials: { acme: 'pat7Fq2xR9vLm4Kd8Zc.a1b2' },
  },
  {
    title: 'Box: invalid in the challenge, and no body',
    cause: 'credential-rejected',
    confidence: 'confirmed',
    answer: (request) => ({
      status: 401,
      headers: {
        'WWW-Authenticate': given(request)
          ? 'Bearer realm="Service", error="invalid_token", error_description="The access token provided is invalid."'
          : 'Bearer realm="Service"',
      },
    }),
    options: get(),
    ...withToken,
  },
  {
    title: 'Azure DevOps: a page to sign in under 203',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization === basic(`:${token}`)
        ? good
        : page(
            203,
            '<!DOCTYPE html><html><head><title>Azure DevOps Services | Sign In</title></head><body><div id="root"></div></body></html>',
          ),
    options: get(bearer, '/acme/_apis/projects'),
    ...withToken,
    settings: knownHost('Azure DevOps'),
  },
  {
    title: 'Bitbucket: scopes that the credentials lack',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) => {
      const given = bearerOf(request);
      if (given !== token)
        return json(401, { type: 'error', error: { message: 'Token is invalid, expired, or not supported for this endpoint.' } });
      return json(403, {
        type: 'error',
        error: {
          message: 'Your credentials lack one or more required privilege scopes.',
          detail: { granted: ['account'], required: ['repository:write'] },
        },
      });
    },
    options: post(),
    ...withToken,
  },
  {
    title: 'Spotify: Basic where only Bearer is supported, with 400',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: (request) =>
      bearerOf(request) === token
        ? good
        : json(400, { error: { status: 400, message: 'Only valid bearer authentication supported' } }),
    options: { ...get({}), ...robot },
    ...withToken,
  },
  {
    title: 'Graph API: an expired session under 400',
    cause: 'credential-expired',
    confidence: 'likely',
    answer: (request) =>
      given(request)
        ? json(400, {
            error: {
              message:
                'Error validating access token: Session has expired on Tuesday, 24-Nov-26 11:00:00 PST. The current time is Tuesday, 24-Nov-26 12:00:00 PST.',
              type: 'OAuthException',
              code: 190,
              error_subcode: 463,
            },
          })
        : json(400, {
            error: { message: 'An access token is required to request this resource.', type: 'OAuthException', code: 104 },
          }),
    options: get(),
    credentials: { acme: 'EAAGFq2xR9vLm4Kd8ZcWq1T' },
  },
  {
    title: 'LinkedIn: a token that its user has revoked',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: (request) =>
      json(401, {
        status: 401,
        serviceErrorCode: given(request) ? 65601 : 65604,
        message: given(request) ? 'The token used in the request has been revoked by the user' : 'Empty oauth2 access token',
      }),
    options: get(),
    ...withToken,
  },
  {
    title: 'a locked account',
    cause: 'credential-rejected',
    also: ['permission-missing'],
    confidence: 'likely',
    answer: (request) => {
      if (!given(request)) return json(401, { error: 'authentication required' });
      return json(403, { error: 'Account locked due to too many failed login attempts' });
    },
    options: { ...get({}), ...robot },
    ...withToken,
  },
  {
    title: 'a plan that does not include the call',
    cause: 'permission-missing',
    also: ['unexplained'],
    confidence: 'possible',
    answer: (request) => talkative(request) ?? json(402, { error: 'Your plan does not include API access' }),
    options: get(),
    ...withToken,
  },
  {
    title: 'a link to what the documentation says about limits is no limit',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      talkative(request) ??
      json(403, { message: 'Forbidden', documentation_url: 'https://docs.example.com/rest/rate-limit-and-too-many-requests' }),
    options: get(),
    ...withToken,
  },
  {
    title: 'a link to what the documentation says about expiry is no expiry',
    cause: 'credential-rejected',
    confidence: 'confirmed',
    answer: (request) =>
      json(401, {
        message: given(request) ? 'Bad credentials' : 'Requires authentication',
        help: 'https://docs.example.com/errors#token_expired',
      }),
    options: get(),
    credentials: { acme: 'tok_9Aw3nE5bTy6Uj1Ko' },
  },
  {
    title: 'an echo of what was sent is not the server’s word',
    cause: 'unexplained',
    confidence: 'possible',
    answer: () =>
      json(422, {
        detail: [{ loc: ['body', 'note'], msg: 'Value error', input: { note: 'user token expired, permission denied' } }],
      }),
    options: post(bearer, { note: 'user token expired, permission denied' }),
    ...withToken,
  },
  {
    title: 'an echo beside a refused credential',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: (request) =>
      json(401, {
        error: given(request) ? 'invalid_token' : 'missing_token',
        request: request.body === '' ? {} : JSON.parse(request.body),
      }),
    options: post(bearer, { reason: 'insufficient_scope for the old key' }),
    credentials: { acme: 'tok_9Aw3nE5bTy6Uj1Ko' },
  },
  {
    title: 'a key in the body that is not known',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: () => json(401, { status: 'error', message: 'Invalid API key' }),
    options: post({}, { api_key: '<<CREDENTIAL.acme>>', q: 'x' }),
    ...withToken,
  },
  {
    title: 'two credentials, and the one behind Bearer has expired',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: (request) =>
      bearerOf(request) === null ? challenged() : challenged(', error="invalid_token", error_description="Token expired"'),
    options: get({ ...bearer, 'X-Api-Key': '<<CREDENTIAL.key>>' }),
    credentials: { acme: past, key: token },
  },
  {
    title: 'a server that hides everything behind 404',
    cause: 'not-found',
    confidence: 'likely',
    answer: ({ headers }) => (headers.authorization === `Token ${token}` ? good : json(404, { detail: 'Not found.' })),
    options: get(),
    ...withToken,
  },
  {
    title: 'a page to sign in without a field for a password',
    cause: 'credential-rejected',
    confidence: 'possible',
    answer: () =>
      page(
        200,
        '<!DOCTYPE html><html><head><title>Sign in to your account</title></head><body><div id="app"></div><script src="/widget.js"></script></body></html>',
      ),
    options: get({ ...bearer, Accept: 'application/json' }),
    ...withToken,
    most: 10,
  },
  {
    title: 'an Origin that has to be sent',
    cause: 'client-header',
    confidence: 'likely',
    answer: (request) => talkative(request) ?? json(403, { error: 'Origin header is required' }),
    options: post(),
    ...withToken,
  },
  {
    title: 'Duo: a signature that does not fit',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: (request) =>
      json(401, {
        code: given(request) ? 40103 : 40101,
        message: given(request) ? 'Invalid signature in request credentials' : 'Missing request credentials',
        stat: 'FAIL',
      }),
    options: { ...get({ Date: 'Tue, 24 Nov 2026 12:00:00 -0000' }), ...robot },
    ...withToken,
  },
  {
    title: 'a scheme in small letters where the server compares letters',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) => silent(headers.authorization === `Bearer ${token}`),
    options: get({ Authorization: 'bearer <<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'a colon after the scheme',
    cause: 'scheme-wrong',
    also: ['scheme-doubled'],
    confidence: 'confirmed',
    answer: (request) => talkative(request) ?? good,
    options: get({ Authorization: 'Bearer: <<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'Kubernetes: a form where JSON is wanted',
    cause: 'content-type-mismatch',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers['content-type'] === 'application/json'
        ? good
        : json(415, {
            kind: 'Status',
            status: 'Failure',
            message:
              'the body of the request was in an unknown format - accepted media types include: application/json, application/yaml, application/vnd.kubernetes.protobuf',
            reason: 'UnsupportedMediaType',
            code: 415,
          }),
    options: { ...post(), content_type: 'form' },
    ...withToken,
  },
  {
    title: 'a type that cannot be written from the payload',
    cause: 'content-type-mismatch',
    confidence: 'likely',
    answer: () => json(415, { error: 'Content type must be text/xml' }),
    options: { ...post(), content_type: 'json' },
    ...withToken,
  },
  {
    title: 'a challenge for browsers that nothing else passes',
    cause: 'user-agent-blocked',
    also: ['address-not-allowed'],
    confidence: 'possible',
    answer: () =>
      page(
        403,
        '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Enable JavaScript and cookies to continue</body></html>',
        {
          Server: 'cloudflare',
          'cf-mitigated': 'challenge',
        },
      ),
    options: get(),
    ...withToken,
    most: 10,
  },
  {
    title: 'lists in brackets that the server does not read',
    cause: 'query-encoding',
    confidence: 'confirmed',
    answer: ({ search }) => (/%5B|\[/.test(search) ? json(400, { error: 'unknown parameter ids[]' }) : good),
    options: { ...get(), payload: { ids: [1, 2] } },
    ...withToken,
    most: 8,
  },
  {
    title: 'Tines alone finds nothing there',
    cause: 'not-found',
    also: ['permission-missing'],
    confidence: 'likely',
    answer: (request) => talkative(request) ?? good,
    options: get(),
    ...withToken,
    tines: recorded(404, { message: 'Not Found' }),
  },
  {
    title: 'a signature that cannot be verified',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: (request) =>
      bearerOf(request) === null
        ? json(401, { error: 'missing_token' })
        : json(401, { error: 'invalid_token', error_description: 'Token signature verification failed' }),
    options: get(),
    credentials: { acme: fakeJwt({ iss: 'https://login.example', exp: 1_900_000_000 }) },
  },
  {
    title: 'a header too large',
    cause: 'unexplained',
    confidence: 'possible',
    answer: () =>
      page(
        400,
        '<html><head><title>400 Request Header Or Cookie Too Large</title></head><body><center><h1>400 Bad Request</h1></center></body></html>',
      ),
    options: get(),
    ...withToken,
  },
  {
    title: 'a precondition that was not given',
    cause: 'unexplained',
    also: ['client-header'],
    confidence: 'likely',
    answer: (request) => talkative(request) ?? json(428, { error: 'If-Match header is required' }),
    options: post(),
    ...withToken,
  },
  {
    title: 'a write that needs the right and says so in one word',
    cause: 'method-not-permitted',
    also: ['permission-missing'],
    confidence: 'likely',
    answer: (request) => {
      const failed = talkative(request);
      return failed ?? (request.method === 'GET' ? good : json(403, { error: 'Forbidden' }));
    },
    options: post(),
    ...withToken,
  },
  {
    title: 'a write that a check of the content refuses with 403',
    cause: 'method-not-permitted',
    also: ['permission-missing', 'unexplained'],
    confidence: 'likely',
    answer: (request) => {
      const failed = talkative(request);
      return failed ?? (request.method === 'GET' ? good : json(403, { error: 'The project is archived' }));
    },
    options: post(),
    ...withToken,
  },
  {
    title: 'both options agree and the right is missing',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers.authorization === basic(`robot:${token}`)
        ? json(403, { error: 'forbidden' })
        : { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="x"' } },
    options: { ...get({ Authorization: `Basic <<BASE64_ENCODE("robot:" & CREDENTIAL.acme)>>` }), ...robot },
    ...withToken,
  },
  {
    title: 'a gateway that lets strangers through to a page and names no right',
    cause: 'permission-missing',
    also: ['address-not-allowed', 'credential-rejected'],
    confidence: 'possible',
    answer: (request) => (given(request) ? json(403, { message: 'Access denied' }) : json(403, { message: 'Access denied' })),
    options: get(),
    ...withToken,
    most: 10,
  },
  {
    title: 'a token of an ended trial, in the words of a limit',
    cause: 'rate-limited',
    also: ['permission-missing'],
    confidence: 'likely',
    answer: (request) => talkative(request) ?? json(403, { error: 'Monthly quota exceeded' }),
    options: get(),
    ...withToken,
  },
  {
    title: 'a server that fails where the credential is bad',
    cause: 'server-error',
    confidence: 'likely',
    answer: (request) => (given(request) ? json(500, { error: 'Internal Server Error' }) : json(401, { error: 'unauthorized' })),
    options: get(),
    ...withToken,
  },
];
