import { bearerToken, madeUpJwt } from '../credentials-of.ts';
import { defineRoute } from '../define-route.ts';
import type { SandboxAnswer, SandboxRequest, SandboxRoute } from '../route.ts';

const secret = 'sandbox-client-secret-3e5a7c';
const form = { method: 'post', content_type: 'form' };
const grant = {
  grant_type: 'client_credentials',
  client_id: '11111111-2222-3333-4444-555555555555',
  scope: 'https://graph.sandbox.example/.default',
  client_secret: '<<CREDENTIAL.client_secret>>',
};

const directoryError = (error: string, code: number, words: string): SandboxAnswer => ({
  status: code === 7000218 || code === 700016 || code === 90002 || code === 65001 ? 400 : 401,
  body: {
    error,
    error_description: `AADSTS${code}: ${words} Trace ID: 00000000-0000-0000-0000-000000000000`,
    error_codes: [code],
  },
});
const noSecret = directoryError(
  'invalid_client',
  7000218,
  "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
);
const wrongSecret = directoryError(
  'invalid_client',
  7000215,
  'Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.',
);
const oldSecret = directoryError(
  'invalid_client',
  7000222,
  "The provided client secret keys for app '11111111-2222-3333-4444-555555555555' are expired.",
);
const wrongTenant = directoryError(
  'unauthorized_client',
  700016,
  "Application with identifier '11111111-2222-3333-4444-555555555555' was not found in the directory 'Contoso'.",
);
const noConsent = directoryError(
  'invalid_grant',
  65001,
  "The user or administrator has not consented to use the application with ID '11111111-2222-3333-4444-555555555555'.",
);

/** Like Entra's token endpoint: `known` is its answer to a request that has everything. */
function token(request: SandboxRequest, known: SandboxAnswer): SandboxAnswer {
  const fields = new URLSearchParams(request.body);
  if (fields.get('grant_type') === null)
    return {
      status: 400,
      body: {
        error: 'invalid_request',
        error_description: "AADSTS900144: The request body must contain the following parameter: 'grant_type'.",
        error_codes: [900144],
      },
    };
  if ((fields.get('client_secret') ?? '') === '') return noSecret;
  return fields.get('client_secret') === secret ? known : wrongSecret;
}

const graph = (status: number, code: string, message: string): SandboxAnswer => ({
  status,
  body: { error: { code, message, innerError: { 'request-id': 'sandbox' } } },
});
const graphMissing = graph(401, 'InvalidAuthenticationToken', 'Access token is empty.');
const graphMalformed = graph(401, 'InvalidAuthenticationToken', 'IDX14100: JWT is not well formed, there are no dots (.).');
const graphAudience = graph(401, 'InvalidAuthenticationToken', 'Access token validation failure. Invalid audience.');
const graphExpired = graph(401, 'InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.');
const graphDenied = graph(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
const graphToken = madeUpJwt({
  iss: 'https://sts.sandbox.example/t1/',
  aud: 'https://graph.sandbox.example',
  roles: ['User.Read.All'],
  iat: 1_700_000_000,
  exp: 4_102_444_800,
});
const managementToken = madeUpJwt({
  iss: 'https://sts.sandbox.example/t1/',
  aud: 'https://management.sandbox.example',
  iat: 1_700_000_000,
  exp: 4_102_444_800,
});
const opaqueOldToken = 'EwBsandboxOldToken0001';

function graphAnswer(request: SandboxRequest, given: string, known: SandboxAnswer): SandboxAnswer {
  const bearer = bearerToken(request);
  if (bearer === null || bearer === '') return graphMissing;
  return bearer === given ? known : graphMalformed;
}

const bearer = { headers: { Authorization: 'Bearer <<CREDENTIAL.graph>>' } };

export const identityPlatformRoutes: readonly SandboxRoute[] = [
  ...[
    {
      name: 'entra-wrong-secret',
      title: 'the id of a client secret in place of its value',
      given: 'sandbox-secret-id-0001',
      recorded: wrongSecret,
      cause: 'credential-rejected',
      notCause: 'credential-expired',
    } as const,
    {
      name: 'entra-expired-secret',
      title: 'an expired client secret',
      given: secret,
      recorded: oldSecret,
      cause: 'credential-expired',
      notCause: 'credential-rejected',
    } as const,
    {
      name: 'entra-wrong-tenant',
      title: 'an application that the tenant does not know',
      given: secret,
      recorded: wrongTenant,
      cause: 'wrong-environment',
      notCause: 'credential-rejected',
    } as const,
    {
      name: 'entra-no-consent',
      title: 'an application without consent',
      given: secret,
      recorded: noConsent,
      cause: 'permission-missing',
      notCause: 'credential-rejected',
    } as const,
  ].map(({ given, ...rest }) =>
    defineRoute({
      ...rest,
      answer: (request) => token(request, rest.recorded),
      options: { ...form, payload: grant },
      credentials: { client_secret: given },
    }),
  ),
  ...[
    {
      name: 'graph-audience',
      title: 'a token for another Microsoft API',
      given: managementToken,
      recorded: graphAudience,
      cause: 'wrong-audience',
      notCause: 'credential-rejected',
    } as const,
    {
      name: 'graph-expired',
      title: 'an expired token, as the body says',
      given: opaqueOldToken,
      recorded: graphExpired,
      cause: 'credential-expired',
      notCause: 'credential-rejected',
    } as const,
    {
      name: 'graph-denied',
      title: 'a token without the application permission',
      given: graphToken,
      recorded: graphDenied,
      cause: 'permission-missing',
      notCause: 'credential-rejected',
    } as const,
  ].map(({ given, ...rest }) =>
    defineRoute({
      ...rest,
      answer: (request) => graphAnswer(request, given, rest.recorded),
      options: bearer,
      credentials: { graph: given },
    }),
  ),
];
