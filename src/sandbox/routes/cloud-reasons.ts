import { basicPair, bearerToken } from '../credentials-of.ts';
import { defineRoute } from '../define-route.ts';
import type { SandboxAnswer, SandboxRequest, SandboxRoute } from '../route.ts';

const token = 'ya29.sandbox-access-token-0001';
const bearer = { headers: { Authorization: 'Bearer <<CREDENTIAL.cloud>>' } };
const credentials = { cloud: token };

interface Reason {
  readonly code: number;
  readonly status: string;
  readonly message: string;
  readonly reason: string;
}

const refusal = ({ code, status, message, reason }: Reason, headers: Readonly<Record<string, string>> = {}): SandboxAnswer => ({
  status: code,
  headers,
  body: {
    error: {
      code,
      message,
      status,
      details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com' }],
    },
  },
});

const missing = refusal(
  {
    code: 401,
    status: 'UNAUTHENTICATED',
    message:
      'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
    reason: 'CREDENTIALS_MISSING',
  },
  { 'WWW-Authenticate': 'Bearer realm="https://accounts.google.com/"' },
);
const invalid = refusal(
  {
    code: 401,
    status: 'UNAUTHENTICATED',
    message:
      'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
    reason: 'ACCESS_TOKEN_EXPIRED',
  },
  { 'WWW-Authenticate': 'Bearer realm="https://accounts.google.com/", error="invalid_token"' },
);
const scopes = refusal(
  {
    code: 403,
    status: 'PERMISSION_DENIED',
    message: 'Request had insufficient authentication scopes.',
    reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
  },
  {
    'WWW-Authenticate':
      'Bearer realm="https://accounts.google.com/", error="insufficient_scope", scope="https://www.googleapis.com/auth/admin.directory.user"',
  },
);
const disabled = refusal({
  code: 403,
  status: 'PERMISSION_DENIED',
  message: 'Admin SDK API has not been used in project 1 before or it is disabled.',
  reason: 'SERVICE_DISABLED',
});
const keyInvalid = refusal({
  code: 400,
  status: 'INVALID_ARGUMENT',
  message: 'API key not valid. Please pass a valid API key.',
  reason: 'API_KEY_INVALID',
});
const keyMissing = refusal({
  code: 403,
  status: 'PERMISSION_DENIED',
  message:
    'Method does not allow unregistered callers. Please use API Key or other form of API consumer identity to call this API.',
  reason: 'CONSUMER_INVALID',
});

function cloud(request: SandboxRequest, known: SandboxAnswer): SandboxAnswer {
  const given = bearerToken(request);
  if (given === null || given === '') return missing;
  return given === token ? known : invalid;
}

const noClient: SandboxAnswer = {
  status: 401,
  headers: { 'WWW-Authenticate': 'Basic realm="token"' },
  body: { error: 'invalid_client', error_description: 'Client authentication is missing' },
};
const wrongClient: SandboxAnswer = {
  ...noClient,
  body: { error: 'invalid_client', error_description: 'The client secret is wrong' },
};
const grantRevoked: SandboxAnswer = {
  status: 400,
  body: { error: 'invalid_grant', error_description: 'The refresh token was revoked' },
};

export const cloudReasonRoutes: readonly SandboxRoute[] = [
  defineRoute({
    name: 'google-token-expired',
    title: 'an access token that has expired, as the reason says',
    answer: (request) => cloud(request, { status: 200, body: { users: [] } }),
    options: bearer,
    credentials: { cloud: 'ya29.sandbox-access-token-0000' },
    recorded: invalid,
    cause: 'credential-expired',
    notCause: 'scheme-wrong',
  }),
  defineRoute({
    name: 'google-scopes',
    title: 'an access token without the scope, as the reason says',
    answer: (request) => cloud(request, scopes),
    options: bearer,
    credentials,
    recorded: scopes,
    cause: 'permission-missing',
    notCause: 'credential-rejected',
  }),
  defineRoute({
    name: 'google-service-disabled',
    title: 'an API that is not enabled in the project',
    answer: (request) => cloud(request, disabled),
    options: bearer,
    credentials,
    recorded: disabled,
    cause: 'permission-missing',
    notCause: 'address-not-allowed',
  }),
  defineRoute({
    name: 'google-key-invalid',
    title: 'an API key in the query that is answered with 400',
    answer: ({ query }) => {
      if ((query.get('key') ?? '') === '') return keyMissing;
      return query.get('key') === 'AIzaSandbox0000000000000000000000000001' ? { status: 200, body: {} } : keyInvalid;
    },
    path: '/v4/threatMatches?key=<<CREDENTIAL.cloud>>',
    credentials: { cloud: 'AIzaSandbox0000000000000000000000000000' },
    recorded: keyInvalid,
    cause: 'credential-rejected',
    notCause: 'unexplained',
  }),
  defineRoute({
    name: 'oauth-invalid-grant',
    title: 'a refresh token that was revoked',
    answer: (request) => {
      const pair = basicPair(request);
      if (pair === null) return noClient;
      if (pair.password !== 'sandbox-client-secret-5c') return wrongClient;
      return new URLSearchParams(request.body).get('refresh_token') === 'sandbox-refresh-new'
        ? { status: 200, body: { access_token: 'a' } }
        : grantRevoked;
    },
    options: {
      method: 'post',
      content_type: 'form',
      basic_auth: ['client-0oa1', '<<CREDENTIAL.client_secret>>'],
      payload: { grant_type: 'refresh_token', refresh_token: '<<CREDENTIAL.refresh_token>>' },
    },
    credentials: { client_secret: 'sandbox-client-secret-5c', refresh_token: 'sandbox-refresh-old' },
    recorded: grantRevoked,
    cause: 'credential-rejected',
    notCause: 'content-type-mismatch',
  }),
];
