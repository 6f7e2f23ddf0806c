import type { CaseAnswer } from './diagnose-case.ts';
import { basic, bearerOf, fakeJwt, good, token } from './fake-credentials.ts';
import { knownHost } from './known-host.ts';
import { bearer, given, json, robot, withToken } from './scenario-parts.ts';
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
  payload: { name: 'made up' },
  headers,
});
const xml = (status: number, code: string, message: string, more = ''): CaseAnswer => ({
  status,
  headers: { 'Content-Type': 'application/xml', 'x-amz-request-id': '4442587FB7D0A2F9' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message>${more}<RequestId>4442587FB7D0A2F9</RequestId></Error>`,
});
const graph = (status: number, code: string, message: string) =>
  json(status, { error: { code, message, innerError: { 'request-id': 'b2c3d4e5', date: '2026-11-24T12:00:00' } } });
const graphMissing = graph(401, 'InvalidAuthenticationToken', 'Access token is empty.');
const google = (status: number, message: string, name: string, reason: string) =>
  json(status, {
    error: {
      code: status,
      message,
      status: name,
      details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com' }],
    },
  });
const falconToken = fakeJwt({ exp: 1_900_000_000, iss: 'https://falcon.example', aud: [] });
const signed = {
  Authorization:
    'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261124/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=<<CREDENTIAL.acme>>',
  'X-Amz-Date': '20261124T120000Z',
};

/** Services in the words of their documentation; where the entry of one is given, the call is as if to its own host. */
export const freshServiceScenarios: readonly Scenario[] = [
  {
    title: 'Sentry: a token without the scope',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      given(request)
        ? json(403, { detail: 'You do not have permission to perform this action.' })
        : json(401, { detail: 'Authentication credentials were not provided.' }, { 'WWW-Authenticate': 'xBasic realm="api"' }),
    options: get('/api/0/projects/', bearer),
    credentials: { acme: 'sntrys_7Fq2xR9vLm4Kd8ZcWq1T' },
  },
  {
    title: 'Datadog: half of the pair of keys',
    cause: 'client-header',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers['dd-application-key'] === undefined ? json(403, { errors: ['Forbidden'] }) : json(200, { data: [] }),
    options: get('/api/v2/monitors', { 'DD-API-KEY': '<<CREDENTIAL.acme>>' }),
    credentials: { acme: 'a1b2c3d4e5f60718293a4b5c6d7e8f90' },
    settings: knownHost('Datadog'),
  },
  {
    title: 'PagerDuty: Bearer before an API key',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization === 'Token token=y_NbAkKc66ryYTWUXYEu'
        ? good
        : json(401, { error: { message: 'Unauthorized', code: 2006 } }),
    options: get('/incidents', { ...bearer, Accept: 'application/vnd.pagerduty+json;version=2' }),
    credentials: { acme: 'y_NbAkKc66ryYTWUXYEu' },
    settings: knownHost('PagerDuty'),
  },
  {
    title: 'Shodan: the key in a header where the query is read',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ search }) =>
      search.includes('key=7Fq2xR9vLm4Kd8ZcWq1T0aBcDeFgHiJk') ? good : json(401, { error: 'Invalid API key' }),
    options: get('/api-info', { 'X-API-Key': '<<CREDENTIAL.acme>>' }),
    credentials: { acme: '7Fq2xR9vLm4Kd8ZcWq1T0aBcDeFgHiJk' },
    settings: knownHost('Shodan'),
  },
  {
    title: 'VirusTotal: Bearer where x-apikey is asked for by name',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers['x-apikey'] === token
        ? good
        : json(401, { error: { code: 'AuthenticationRequiredError', message: 'X-Apikey header is missing' } }),
    options: get('/api/v3/ip_addresses/8.8.8.8', bearer),
    ...withToken,
  },
  {
    title: 'VirusTotal: a call that needs more than the key may do',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers['x-apikey'] === undefined
        ? json(401, { error: { code: 'AuthenticationRequiredError', message: 'X-Apikey header is missing' } })
        : json(403, { error: { code: 'ForbiddenError', message: 'You are not authorized to perform the requested operation' } }),
    options: get('/api/v3/intelligence/search', { 'x-apikey': '<<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'VirusTotal: the quota is used up',
    cause: 'rate-limited',
    confidence: 'likely',
    answer: () => json(429, { error: { code: 'QuotaExceededError', message: 'Quota exceeded' } }),
    options: get('/api/v3/ip_addresses/8.8.8.8', { 'x-apikey': '<<CREDENTIAL.acme>>' }),
    ...withToken,
    most: 1,
  },
  {
    title: 'CrowdStrike: an API client without the scope',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) => {
      const given = bearerOf(request);
      return given === falconToken
        ? json(403, {
            meta: { powered_by: 'crowdstrike-api-gateway' },
            errors: [{ code: 403, message: 'access denied, authorization failed' }],
          })
        : json(401, {
            meta: { powered_by: 'crowdstrike-api-gateway' },
            errors: [{ code: 401, message: 'access denied, invalid bearer token' }],
          });
    },
    options: get('/devices/queries/devices/v1', bearer),
    credentials: { acme: falconToken },
  },
  {
    title: 'SentinelOne: Bearer before an API token',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization === `ApiToken ${token}`
        ? good
        : json(401, { errors: [{ code: 4010010, detail: null, title: 'Authentication Failed' }] }),
    options: get('/web/api/v2.1/agents', bearer),
    ...withToken,
    settings: knownHost('SentinelOne'),
  },
  {
    title: 'Okta: Bearer before an API token',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) => {
      if (headers.authorization === 'SSWS 00Fq2xR9vLm4Kd8ZcWq1T0aBcDeFgHiJkLmNoPqRsT') return good;
      return headers.authorization?.startsWith('Bearer ') === true
        ? json(
            401,
            { errorCode: 'invalid_token', errorSummary: 'The access token is invalid.' },
            {
              'WWW-Authenticate':
                'Bearer authorization_uri="http://acme.okta.com/oauth2/v1/authorize", realm="http://acme.okta.com", error="invalid_token", error_description="The access token is invalid."',
            },
          )
        : json(401, { errorCode: 'E0000011', errorSummary: 'Invalid token provided', errorLink: 'E0000011', errorCauses: [] });
    },
    options: get('/api/v1/users', bearer),
    credentials: { acme: '00Fq2xR9vLm4Kd8ZcWq1T0aBcDeFgHiJkLmNoPqRsT' },
    settings: knownHost('Okta'),
  },
  {
    title: 'Okta: an administrator without the role',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      given(request)
        ? json(403, {
            errorCode: 'E0000006',
            errorSummary: 'You do not have permission to perform the requested action',
            errorCauses: [],
          })
        : json(401, { errorCode: 'E0000005', errorSummary: 'Invalid session', errorCauses: [] }),
    options: get('/api/v1/logs', { Authorization: 'SSWS <<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'Auth0: insufficient scope',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: () =>
      json(403, {
        statusCode: 403,
        error: 'Forbidden',
        message: 'Insufficient scope, expected any of: read:users',
        errorCode: 'insufficient_scope',
      }),
    options: get('/api/v2/users', bearer),
    credentials: { acme: fakeJwt({ iss: 'https://acme.auth0.com/', scope: 'read:clients', exp: 1_900_000_000 }) },
  },
  {
    title: 'Auth0: a bad audience',
    cause: 'wrong-audience',
    confidence: 'confirmed',
    answer: (request) =>
      given(request)
        ? json(401, {
            statusCode: 401,
            error: 'Unauthorized',
            message: 'Bad audience: https://api.acme.example',
            attributes: { error: 'Bad audience: https://api.acme.example' },
          })
        : json(401, { statusCode: 401, error: 'Unauthorized', message: 'Missing authentication' }),
    options: get('/api/v2/users', bearer),
    credentials: { acme: fakeJwt({ iss: 'https://acme.auth0.com/', aud: 'https://api.acme.example', exp: 1_900_000_000 }) },
  },
  {
    title: 'Auth0: an expired token, in its words',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: (request) =>
      given(request)
        ? json(401, {
            statusCode: 401,
            error: 'Unauthorized',
            message: 'Expired token received for JSON Web Token validation',
            attributes: { error: 'Expired token received for JSON Web Token validation' },
          })
        : json(401, { statusCode: 401, error: 'Unauthorized', message: 'Missing authentication' }),
    options: get('/api/v2/users', bearer),
    credentials: { acme: fakeJwt({ iss: 'https://acme.auth0.com/', exp: 1_795_000_000 }) },
  },
  {
    title: 'Graph: “expired or not yet valid”, and it is not yet valid',
    cause: 'credential-not-yet-valid',
    also: ['clock-skew'],
    confidence: 'likely',
    answer: (request) =>
      given(request) ? graph(401, 'InvalidAuthenticationToken', 'Access token has expired or is not yet valid.') : graphMissing,
    options: get('/v1.0/users', bearer),
    credentials: { acme: fakeJwt({ aud: 'https://graph.microsoft.com', nbf: 1_795_600_000, exp: 1_795_700_000 }) },
  },
  {
    title: 'Graph: “expired or not yet valid”, and it has expired',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: (request) =>
      given(request) ? graph(401, 'InvalidAuthenticationToken', 'Access token has expired or is not yet valid.') : graphMissing,
    options: get('/v1.0/users', bearer),
    credentials: { acme: fakeJwt({ aud: 'https://graph.microsoft.com', nbf: 1_700_000_000, exp: 1_700_003_600 }) },
  },
  {
    title: 'Graph: quotation marks around the token, and the server speaks of parsing',
    cause: 'credential-quoted',
    confidence: 'confirmed',
    answer: (request) => {
      const given = bearerOf(request);
      if (given === null) return graphMissing;
      return given.includes('"')
        ? graph(401, 'InvalidAuthenticationToken', 'CompactToken parsing failed with error code: 80049217')
        : good;
    },
    options: get('/v1.0/users', bearer),
    credentials: {
      acme: `"${fakeJwt({ aud: 'https://graph.microsoft.com', nbf: 1_700_000_000, exp: 1_900_003_600 })}"`,
    },
  },
  {
    title: 'Graph: insufficient privileges',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: (request) =>
      given(request)
        ? graph(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')
        : graphMissing,
    options: get('/v1.0/users', bearer),
    credentials: { acme: fakeJwt({ aud: 'https://graph.microsoft.com', exp: 1_900_003_600, roles: ['Mail.Read'] }) },
  },
  {
    title: 'Google: an ID token where an access token belongs',
    cause: 'wrong-audience',
    confidence: 'likely',
    answer: () =>
      google(
        401,
        'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
        'UNAUTHENTICATED',
        'ACCESS_TOKEN_TYPE_UNSUPPORTED',
      ),
    options: get('/admin/directory/v1/users', bearer),
    credentials: {
      acme: fakeJwt({
        iss: 'https://accounts.google.com',
        aud: '1234-abc.apps.googleusercontent.com',
        azp: '1234-abc.apps.googleusercontent.com',
        email: 'robot@acme.example',
        email_verified: true,
        nonce: 'n1',
        exp: 1_900_003_600,
      }),
    },
  },
  {
    title: 'Google: an API that the project has not switched on',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      given(request)
        ? google(
            403,
            'Admin SDK API has not been used in project 1234 before or it is disabled. Enable it then retry.',
            'PERMISSION_DENIED',
            'SERVICE_DISABLED',
          )
        : google(401, 'Request is missing required authentication credential.', 'UNAUTHENTICATED', 'CREDENTIALS_MISSING'),
    options: get('/admin/directory/v1/users', bearer),
    credentials: { acme: 'ya29.a0Fq2xR9vLm4Kd8ZcWq1T' },
  },
  {
    title: 'Google: a limit that is answered with 403',
    cause: 'rate-limited',
    confidence: 'likely',
    answer: () =>
      json(403, {
        error: {
          code: 403,
          message: 'User Rate Limit Exceeded',
          errors: [{ domain: 'usageLimits', reason: 'userRateLimitExceeded', message: 'User Rate Limit Exceeded' }],
        },
      }),
    options: get('/gmail/v1/users/me/messages', bearer),
    credentials: { acme: 'ya29.a0Fq2xR9vLm4Kd8ZcWq1T' },
    most: 3,
  },
  {
    title: 'Google: an API key that is tied to addresses',
    cause: 'address-not-allowed',
    confidence: 'possible',
    answer: () =>
      google(
        403,
        'The provided API key has an IP address restriction. The originating IP address of the call (203.0.113.7) violates this restriction.',
        'PERMISSION_DENIED',
        'API_KEY_IP_ADDRESS_BLOCKED',
      ),
    options: get('/v4/threatMatches?key=<<CREDENTIAL.acme>>'),
    credentials: { acme: 'AIzaSyFq2xR9vLm4Kd8ZcWq1T0aBcDeFgHiJkLm' },
    most: 8,
  },
  {
    title: 'S3: the clocks are too far apart',
    cause: 'clock-skew',
    confidence: 'confirmed',
    answer: () =>
      xml(
        403,
        'RequestTimeTooSkewed',
        'The difference between the request time and the current time is too large.',
        '<RequestTime>20261124T120000Z</RequestTime><ServerTime>2026-11-24T12:40:00Z</ServerTime><MaxAllowedSkewMilliseconds>900000</MaxAllowedSkewMilliseconds>',
      ),
    options: get('/bucket/key', signed),
    credentials: { acme: 'fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024' },
    most: 0,
  },
  {
    title: 'STS: the session token has expired',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: () => xml(403, 'ExpiredToken', 'The security token included in the request is expired'),
    options: get('/?Action=GetCallerIdentity', signed),
    credentials: { acme: 'fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024' },
    most: 0,
  },
  {
    title: 'S3: an access key that does not exist',
    cause: 'credential-rejected',
    confidence: 'confirmed',
    answer: (request) =>
      given(request)
        ? xml(403, 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.')
        : xml(403, 'AccessDenied', 'Access Denied'),
    options: get('/bucket/key', signed),
    credentials: { acme: 'fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024' },
  },
  {
    title: 'S3: signed for another region',
    cause: 'wrong-environment',
    confidence: 'confirmed',
    answer: (request) =>
      given(request)
        ? xml(
            400,
            'AuthorizationHeaderMalformed',
            "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'",
            '<Region>eu-west-1</Region>',
          )
        : xml(403, 'AccessDenied', 'Access Denied'),
    options: get('/bucket/key', signed),
    credentials: { acme: 'fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024' },
  },
  {
    title: 'API Gateway: “Missing Authentication Token” is said of a path that is not there',
    cause: 'not-found',
    confidence: 'likely',
    answer: () =>
      json(403, { message: 'Missing Authentication Token' }, { 'x-amzn-ErrorType': 'MissingAuthenticationTokenException' }),
    options: get('/prod/item', { 'x-api-key': '<<CREDENTIAL.acme>>' }),
    ...withToken,
    most: 8,
  },
  {
    title: 'API Gateway: the key in Authorization, and the answer says Forbidden',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers['x-api-key'] === token
        ? good
        : json(403, { message: 'Forbidden' }, { 'x-amzn-ErrorType': 'ForbiddenException', 'x-amzn-RequestId': '1a2b' }),
    options: get('/prod/items', bearer),
    ...withToken,
    most: 8,
  },
  {
    title: 'Cloudflare: no scheme, answered with 400',
    cause: 'scheme-missing',
    confidence: 'confirmed',
    answer: (request) =>
      bearerOf(request) === token
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
            messages: [],
            result: null,
          }),
    options: get('/client/v4/zones', { Authorization: '<<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'Zendesk: one sentence for everything',
    cause: 'credential-rejected',
    confidence: 'possible',
    answer: () => json(401, { error: "Couldn't authenticate you" }),
    options: { ...get('/api/v2/tickets.json'), basic_auth: ['robot@acme.example/token', '<<CREDENTIAL.acme>>'] },
    ...withToken,
    most: 8,
  },
  {
    title: 'ServiceNow: a pair encoded twice',
    cause: 'basic-double-encoded',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization === basic('robot:s3cret-pass-1')
        ? good
        : json(
            401,
            { error: { message: 'User Not Authenticated', detail: 'Required to provide Auth information' }, status: 'failure' },
            { 'WWW-Authenticate': 'BASIC realm="Service-now"' },
          ),
    options: get('/api/now/table/incident', { Authorization: 'Basic <<BASE64_ENCODE(CREDENTIAL.acme)>>' }),
    credentials: { acme: Buffer.from('robot:s3cret-pass-1').toString('base64') },
  },
  {
    title: 'Jira: the XSRF check of an upload',
    cause: 'client-header',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers['x-atlassian-token'] === 'no-check'
        ? good
        : { status: 403, headers: { 'Content-Type': 'text/html' }, body: 'XSRF check failed' },
    options: { ...post('/rest/api/2/issue/X-1/attachments'), ...robot },
    ...withToken,
  },
  {
    title: 'Snyk: Bearer before a key',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization?.replace(/^Token/, 'token') === 'token 8a1c1f0e-9d3b-4c52-8f0e-2b7a6d5c4e3f'
        ? good
        : json(401, { code: 401, error: 'Not authorised', message: 'Not authorised' }),
    options: get('/rest/self', bearer),
    credentials: { acme: '8a1c1f0e-9d3b-4c52-8f0e-2b7a6d5c4e3f' },
  },
  {
    title: 'Slack: an expired token under a 200',
    cause: 'credential-expired',
    confidence: 'confirmed',
    answer: () => json(200, { ok: false, error: 'token_expired' }),
    options: post('/api/chat.postMessage', bearer),
    credentials: { acme: 'xoxe.xoxb-1-7Fq2xR9vLm4Kd8Zc' },
    most: 0,
  },
  {
    title: 'Slack: a channel that is not there, under a 200',
    cause: 'not-found',
    confidence: 'likely',
    answer: (request) => json(200, { ok: false, error: given(request) ? 'channel_not_found' : 'not_authed' }),
    options: post('/api/chat.postMessage', bearer),
    credentials: { acme: 'xoxb-1-7Fq2xR9vLm4Kd8Zc' },
  },
  {
    title: 'Discord: Bearer before a bot’s token',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization === `Bot ${token}` ? good : json(401, { message: '401: Unauthorized', code: 0 }),
    options: get('/api/v10/channels/1/messages', bearer),
    ...withToken,
    settings: knownHost('Discord'),
  },
  {
    title: 'Discord: a channel that the bot may not see',
    cause: 'permission-missing',
    confidence: 'confirmed',
    answer: (request) =>
      request.headers.authorization === `Bot ${token}`
        ? json(403, { message: 'Missing Access', code: 50001 })
        : json(401, { message: '401: Unauthorized', code: 0 }),
    options: get('/api/v10/channels/1/messages', { Authorization: 'Bot <<CREDENTIAL.acme>>' }),
    ...withToken,
  },
  {
    title: 'Telegram: a wrong token in the path',
    cause: 'credential-rejected',
    confidence: 'possible',
    answer: () => json(401, { ok: false, error_code: 401, description: 'Unauthorized' }),
    options: get('/bot<<CREDENTIAL.acme>>/getMe'),
    credentials: { acme: '123456789:AAFq2xR9vLm4Kd8ZcWq1T0aBcDeFgHiJkLm' },
  },
  {
    title: 'Stripe: a test key for an object of live mode',
    cause: 'wrong-environment',
    confidence: 'confirmed',
    answer: () =>
      json(404, {
        error: {
          code: 'resource_missing',
          message:
            "No such customer: 'cus_9s6XKzkNRiz8i3'; a similar object exists in live mode, but a test mode key was used to make this request.",
          param: 'id',
          type: 'invalid_request_error',
        },
      }),
    options: get('/v1/customers/cus_9s6XKzkNRiz8i3', bearer),
    credentials: { acme: 'sk_test_7Fq2xR9vLm4Kd8Zc' },
  },
  {
    title: 'Stripe: a key in a header of its own',
    cause: 'header-wrong',
    confidence: 'confirmed',
    answer: (request) =>
      bearerOf(request) === 'sk_test_7Fq2xR9vLm4Kd8Zc'
        ? good
        : json(401, {
            error: {
              message:
                "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
              type: 'invalid_request_error',
            },
          }),
    options: get('/v1/customers', { 'X-Api-Key': '<<CREDENTIAL.acme>>' }),
    credentials: { acme: 'sk_test_7Fq2xR9vLm4Kd8Zc' },
  },
  {
    title: 'Twilio: a pair that is not encoded',
    cause: 'basic-not-encoded',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization === basic('AC0123456789abcdef:s3cret-pass-1')
        ? good
        : json(
            401,
            { code: 20003, message: 'Authenticate', more_info: 'https://www.twilio.com/docs/errors/20003', status: 401 },
            { 'WWW-Authenticate': 'Basic realm="Twilio API"' },
          ),
    options: get('/2010-04-01/Accounts.json', { Authorization: 'Basic AC0123456789abcdef:<<CREDENTIAL.acme>>' }),
    credentials: { acme: 's3cret-pass-1' },
  },
  {
    title: 'SendGrid: “invalid, expired, or revoked” is not expired for sure',
    cause: 'credential-rejected',
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
    options: post('/v3/mail/send', bearer),
    credentials: { acme: 'SG.7Fq2xR9vLm4Kd8ZcWq1T0a.BcDeFgHiJkLmNoPqRsTuVwXyZ0123456789aBcDeFgH' },
  },
  {
    title: 'SendGrid: a key without the scope',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) => {
      if (!given(request)) return json(401, { errors: [{ field: null, message: 'Permission denied, wrong credentials' }] });
      return bearerOf(request)?.startsWith('SG.7Fq2') === true
        ? json(403, { errors: [{ message: 'access forbidden' }] })
        : json(401, { errors: [{ message: 'The provided authorization grant is invalid, expired, or revoked' }] });
    },
    options: post('/v3/mail/send', bearer),
    credentials: { acme: 'SG.7Fq2xR9vLm4Kd8ZcWq1T0a.BcDeFgHiJkLmNoPqRsTuVwXyZ0123456789aBcDeFgH' },
  },
  {
    title: 'Mailgun: Bearer where a pair is wanted',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.authorization === basic('api:7Fq2xR9vLm4Kd8ZcWq1T-a1b2c3d4-e5f60718')
        ? good
        : {
            status: 401,
            headers: { 'Content-Type': 'text/html', 'WWW-Authenticate': 'Basic realm="MG API"' },
            body: 'Forbidden',
          },
    options: get('/v3/domains', bearer),
    credentials: { acme: '7Fq2xR9vLm4Kd8ZcWq1T-a1b2c3d4-e5f60718' },
    settings: knownHost('Mailgun'),
  },
  {
    title: 'JSON:API: application/json where its own type is wanted',
    cause: 'content-type-mismatch',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers['content-type'] === 'application/vnd.api+json'
        ? good
        : json(415, {
            errors: [
              { status: '415', title: 'Unsupported Media Type', detail: "Content-Type must be 'application/vnd.api+json'" },
            ],
          }),
    options: post('/api/items', bearer),
    ...withToken,
  },
  {
    title: 'an Accept header that names a version',
    cause: 'client-header',
    confidence: 'confirmed',
    answer: ({ headers }) =>
      headers.accept === 'application/vnd.acme.v2+json'
        ? good
        : json(406, { error: 'Not acceptable: the Accept header must be application/vnd.acme.v2+json' }),
    options: get('/items', bearer),
    ...withToken,
  },
  {
    title: 'GitHub: the secondary limit, answered with 403',
    cause: 'rate-limited',
    confidence: 'likely',
    answer: () =>
      json(
        403,
        { message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.' },
        { 'Retry-After': '60', 'X-RateLimit-Remaining': '4999' },
      ),
    options: get('/repos/acme/x/issues', bearer),
    credentials: { acme: 'ghp_7Fq2xR9vLm4Kd8ZcWq1T0aBcDeFgHiJkLm' },
    most: 2,
  },
  {
    title: 'GitHub: a token that may not, with much left of the limit',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      given(request)
        ? json(
            403,
            {
              message: 'Resource not accessible by personal access token',
              documentation_url: 'https://docs.github.com/rest/issues/issues#create-an-issue',
              status: '403',
            },
            { 'X-RateLimit-Limit': '5000', 'X-RateLimit-Remaining': '4998', 'X-Accepted-GitHub-Permissions': 'issues=write' },
          )
        : json(401, { message: 'Requires authentication' }),
    options: post('/repos/acme/x/issues', bearer),
    credentials: { acme: 'github_pat_11ABCDE_7Fq2xR9vLm4Kd8ZcWq1T' },
  },
  {
    title: 'GraphQL: unauthenticated under a 200, with an empty credential',
    cause: 'credential-empty',
    confidence: 'likely',
    answer: (request) =>
      bearerOf(request) === null
        ? json(200, { data: null, errors: [{ message: 'You must be logged in', extensions: { code: 'UNAUTHENTICATED' } }] })
        : good,
    options: post('/graphql', bearer),
    credentials: { acme: '' },
  },
  {
    title: 'GraphQL: forbidden under a 200',
    cause: 'permission-missing',
    confidence: 'likely',
    answer: (request) =>
      json(200, {
        data: null,
        errors: [
          given(request)
            ? { message: 'Not allowed to read items', extensions: { code: 'FORBIDDEN' } }
            : { message: 'You must be logged in', extensions: { code: 'UNAUTHENTICATED' } },
        ],
      }),
    options: post('/graphql', bearer),
    ...withToken,
  },
];
