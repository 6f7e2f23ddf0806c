import { authorizationOf } from '../credentials-of.ts';
import { defineRoute } from '../define-route.ts';
import type { SandboxAnswer, SandboxRequest, SandboxRoute } from '../route.ts';

const users = [{ id: '00u1', status: 'ACTIVE' }];
const directoryKey = '00QsandboxDirectoryKey_81c6e0d2f4a9b7c3';
const searchKey = 'c2FuZGJveC1pZDpzYW5kYm94LXNlY3JldC1rZXk=';
const inventoryToken = '5f1c9a7e3b2d4068a1c3e5f7092b4d6f8a0c1e3d';
const trackerKey = 'trk_api_4b8d2f6a0c1e3957';
const incidentKey = 'y_NbAkKc66ryYTWUXYEu';

/** Like Okta: SSWS for API tokens, Bearer for OAuth tokens that are JWTs. */
function requireDirectoryKey(request: SandboxRequest): SandboxAnswer {
  const authorization = authorizationOf(request);
  if (authorization?.scheme === 'ssws' && authorization.rest === directoryKey) return { status: 200, body: users };
  return authorization?.scheme === 'bearer' ? directoryBearer : directoryInvalid;
}

const directoryInvalid: SandboxAnswer = {
  status: 401,
  body: {
    errorCode: 'E0000011',
    errorSummary: 'Invalid token provided',
    errorLink: 'E0000011',
    errorId: 'sandbox',
    errorCauses: [],
  },
};
const directoryBearer: SandboxAnswer = {
  status: 401,
  headers: {
    'WWW-Authenticate':
      'Bearer authorization_uri="https://directory.sandbox.example/oauth2/v1/authorize", realm="directory", scope="users.read", error="invalid_token", error_description="The token is not a JWT"',
  },
};

const searchChallenges = ['Bearer realm="search"', 'ApiKey', 'Basic realm="search", charset="UTF-8"'];
const searchRefusal = (reason: string): SandboxAnswer => ({
  status: 401,
  headers: { 'WWW-Authenticate': searchChallenges },
  body: { error: { root_cause: [{ type: 'security_exception', reason }], type: 'security_exception', reason }, status: 401 },
});
const searchMissing = searchRefusal('missing authentication credentials for REST request [/_search]');
const searchToken = searchRefusal(
  'unable to authenticate with provided credentials and anonymous access is not allowed for this request',
);

/** Like Elasticsearch: three challenges, of which an API key fits one. */
function requireSearchKey(request: SandboxRequest, key: string): SandboxAnswer {
  const authorization = authorizationOf(request);
  if (authorization === null || authorization.rest === '') return searchMissing;
  return authorization.scheme === 'apikey' && authorization.rest === key
    ? { status: 200, body: { hits: { hits: [] } } }
    : searchToken;
}

const inventoryMissing: SandboxAnswer = {
  status: 403,
  headers: { 'WWW-Authenticate': 'Token' },
  body: { detail: 'Authentication credentials were not provided.' },
};

/** Like Django REST framework's token authentication, which NetBox and DefectDojo use. */
function requireInventoryToken(request: SandboxRequest): SandboxAnswer {
  const authorization = authorizationOf(request);
  if (authorization?.scheme !== 'token') return inventoryMissing;
  return authorization.rest === inventoryToken
    ? { status: 200, body: { count: 0, results: [] } }
    : { ...inventoryMissing, body: { detail: 'Invalid token.' } };
}

const trackerBearer: SandboxAnswer = {
  status: 400,
  body: {
    errors: [
      {
        message:
          'It looks like you are trying to use an API key as a Bearer token. Remove the Bearer prefix from the Authorization header.',
        extensions: { code: 'AUTHENTICATION_ERROR' },
      },
    ],
  },
};
const trackerRefused: SandboxAnswer = {
  status: 401,
  body: { errors: [{ message: 'Authentication required, not authenticated', extensions: { code: 'AUTHENTICATION_ERROR' } }] },
};

/** Like Linear: a personal key stands in Authorization without a scheme. */
function requireTrackerKey(request: SandboxRequest): SandboxAnswer {
  const authorization = authorizationOf(request);
  if (authorization?.scheme === 'bearer') return authorization.rest.startsWith('trk_api_') ? trackerBearer : trackerRefused;
  return authorization?.rest === trackerKey ? { status: 200, body: { data: { viewer: { id: 'u1' } } } } : trackerRefused;
}

const incidentForbidden: SandboxAnswer = {
  status: 403,
  body: { error: { message: 'Access Denied', code: 2010, errors: ['The token is read-only for another team'] } },
};

export const schemeRoutes: readonly SandboxRoute[] = [
  defineRoute({
    name: 'scheme-ssws',
    title: 'an API token sent as Bearer where SSWS is expected',
    answer: requireDirectoryKey,
    options: { headers: { Authorization: 'Bearer <<CREDENTIAL.directory>>' } },
    credentials: { directory: directoryKey },
    recorded: directoryBearer,
    cause: 'scheme-wrong',
  }),
  defineRoute({
    name: 'scheme-api-key',
    title: 'an API key sent as Bearer where the scheme is ApiKey',
    answer: (request) => requireSearchKey(request, searchKey),
    options: { headers: { Authorization: 'Bearer <<CREDENTIAL.search>>' } },
    credentials: { search: searchKey },
    recorded: searchToken,
    cause: 'scheme-wrong',
  }),
  defineRoute({
    name: 'scheme-token',
    title: 'a token sent as Bearer where the scheme is Token',
    answer: requireInventoryToken,
    options: { headers: { Authorization: 'Bearer <<CREDENTIAL.inventory>>' } },
    credentials: { inventory: inventoryToken },
    recorded: inventoryMissing,
    cause: 'scheme-wrong',
    notCause: 'permission-missing',
  }),
  defineRoute({
    name: 'scheme-unwanted',
    title: 'a personal key with a Bearer that does not belong there',
    answer: requireTrackerKey,
    options: { headers: { Authorization: 'Bearer <<CREDENTIAL.tracker>>' } },
    credentials: { tracker: trackerKey },
    recorded: trackerBearer,
    cause: 'scheme-wrong',
    notCause: 'credential-rejected',
  }),
  defineRoute({
    name: 'scheme-right-key-unknown',
    title: 'the right one of three schemes with a revoked key',
    answer: (request) => requireSearchKey(request, searchKey),
    options: { headers: { Authorization: 'ApiKey <<CREDENTIAL.search>>' } },
    credentials: { search: 'c2FuZGJveC1pZDpyZXZva2VkLXNlY3JldC1rZXk=' },
    recorded: searchToken,
    cause: 'credential-rejected',
    notCause: 'scheme-wrong',
  }),
  defineRoute({
    name: 'scheme-not-needed',
    title: 'a revoked personal key that rightly has no scheme',
    answer: (request) =>
      request.headers.authorization === undefined
        ? trackerRefused
        : { ...trackerRefused, body: { errors: [{ message: 'The API key is not valid or was revoked' }] } },
    options: { headers: { Authorization: '<<CREDENTIAL.tracker>>' } },
    credentials: { tracker: 'trk_api_9e7c5a3b1d0f2846' },
    recorded: { ...trackerRefused, body: { errors: [{ message: 'The API key is not valid or was revoked' }] } },
    cause: 'credential-rejected',
    notCause: 'scheme-missing',
  }),
  defineRoute({
    name: 'scheme-named-twice',
    title: 'Token token=, which is no doubled scheme, and no permission',
    answer: (request) => {
      const authorization = authorizationOf(request);
      if (authorization === null)
        return {
          status: 401,
          headers: { 'WWW-Authenticate': 'Token realm="Application"' },
          body: 'HTTP Token: Access denied.\n',
        };
      if (authorization.scheme !== 'token' || authorization.rest !== `token=${incidentKey}`)
        return { status: 401, body: { error: { message: 'Invalid credentials', code: 2006 } } };
      return incidentForbidden;
    },
    options: { headers: { Authorization: 'Token token=<<CREDENTIAL.incidents>>' } },
    credentials: { incidents: incidentKey },
    recorded: incidentForbidden,
    cause: 'permission-missing',
    notCause: 'scheme-doubled',
  }),
];
