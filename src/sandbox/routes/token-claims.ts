import { bearerToken, jwtClaims, madeUpJwt } from '../credentials-of.ts';
import { defineRoute } from '../define-route.ts';
import { tokenInvalid, tokenMissing } from '../require-bearer.ts';
import type { SandboxAnswer, SandboxRequest, SandboxRoute } from '../route.ts';

const issuer = 'https://login.eu.sandbox.example';
const audience = 'https://widgets.sandbox.example';
const year2023 = 1_700_000_000;
const year2096 = 4_000_000_000;
const year2100 = 4_102_444_800;
const good = { iss: issuer, aud: audience, sub: 'tines', iat: year2023, exp: year2100 };
const bearer = { headers: { Authorization: 'Bearer <<CREDENTIAL.widgets>>' } };

/** What is done with a bearer token that is a JWT; others are refused as unknown. */
function withClaims(request: SandboxRequest, judge: (claims: Readonly<Record<string, unknown>>) => SandboxAnswer): SandboxAnswer {
  const given = bearerToken(request);
  if (given === null || given === '') return tokenMissing;
  const claims = jwtClaims(given);
  return claims === null ? tokenInvalid('The token is malformed') : judge(claims);
}

const inactive: SandboxAnswer = { status: 401, body: { message: 'Unauthorized' } };
const notYet = tokenInvalid('The token is not valid yet');
const badAudience = tokenInvalid('The audience of the token is not this API');
const badIssuer = tokenInvalid('The issuer of the token is not trusted here');
const unknown = tokenInvalid('The token was revoked');
const scopeMissing: SandboxAnswer = {
  status: 403,
  headers: { 'WWW-Authenticate': 'Bearer realm="sandbox", error="insufficient_scope", scope="widgets.write"' },
  body: { error: 'insufficient_scope' },
};
const oldDate = { Date: 'Sat, 01 Jul 2023 00:00:00 GMT' };

export const tokenClaimRoutes: readonly SandboxRoute[] = [
  defineRoute({
    name: 'jwt-expired-silent',
    title: 'an expired token, and a server that only says Unauthorized',
    answer: () => inactive,
    options: bearer,
    credentials: { widgets: madeUpJwt({ ...good, exp: year2023 + 3600 }) },
    recorded: inactive,
    cause: 'credential-expired',
    notCause: 'credential-rejected',
  }),
  defineRoute({
    name: 'jwt-revoked',
    title: 'a token that is valid for years and was revoked',
    answer: (request) => withClaims(request, () => unknown),
    options: bearer,
    credentials: { widgets: madeUpJwt(good) },
    recorded: unknown,
    cause: 'credential-rejected',
    notCause: 'credential-expired',
  }),
  defineRoute({
    name: 'jwt-not-yet-valid',
    title: 'a token that is valid in the future only',
    answer: (request) => withClaims(request, ({ nbf }) => (nbf === year2096 ? notYet : unknown)),
    options: bearer,
    credentials: { widgets: madeUpJwt({ ...good, nbf: year2096 }) },
    recorded: notYet,
    cause: 'credential-not-yet-valid',
    notCause: 'clock-skew',
  }),
  defineRoute({
    name: 'jwt-begun',
    title: 'a token whose begin is past, from another issuer',
    answer: (request) => withClaims(request, ({ iss }) => (iss === issuer ? unknown : badIssuer)),
    options: bearer,
    credentials: { widgets: madeUpJwt({ ...good, iss: 'https://login.us.sandbox.example', nbf: year2023 }) },
    recorded: badIssuer,
    cause: 'wrong-environment',
    notCause: 'credential-not-yet-valid',
  }),
  defineRoute({
    name: 'jwt-clock-skew',
    title: 'a server whose clock is years behind the token',
    answer: (request) => {
      const answer = withClaims(request, () => notYet);
      return { ...answer, headers: { ...answer.headers, ...oldDate } };
    },
    options: bearer,
    credentials: { widgets: madeUpJwt({ ...good, nbf: year2023 }) },
    recorded: { ...notYet, headers: { ...notYet.headers, ...oldDate } },
    cause: 'clock-skew',
    notCause: 'credential-not-yet-valid',
  }),
  defineRoute({
    name: 'wrong-clock-opaque-token',
    title: 'a server with a wrong clock and a token that it does not know',
    answer: (request) => ({
      ...(bearerToken(request) === null ? tokenMissing : unknown),
      headers: { ...unknown.headers, ...oldDate },
    }),
    options: bearer,
    credentials: { widgets: 'sandbox-token-without-claims-9f31' },
    recorded: { ...unknown, headers: { ...unknown.headers, ...oldDate } },
    cause: 'credential-rejected',
    notCause: 'clock-skew',
  }),
  defineRoute({
    name: 'jwt-audience',
    title: 'a token made for another API',
    answer: (request) => withClaims(request, ({ aud }) => (aud === audience ? unknown : badAudience)),
    options: bearer,
    credentials: { widgets: madeUpJwt({ ...good, aud: 'https://reports.sandbox.example' }) },
    recorded: badAudience,
    cause: 'wrong-audience',
    notCause: 'credential-rejected',
  }),
  defineRoute({
    name: 'jwt-id-token',
    title: 'an id token where an access token belongs',
    answer: (request) =>
      withClaims(request, ({ nonce }) => (nonce === undefined ? unknown : tokenInvalid('The token is not an access token'))),
    options: bearer,
    credentials: {
      widgets: madeUpJwt({ ...good, aud: 'client-0oa1', nonce: 'n-0S6', at_hash: '77Qm', email: 'a@sandbox.example' }),
    },
    recorded: tokenInvalid('The token is not an access token'),
    cause: 'wrong-audience',
  }),
  defineRoute({
    name: 'jwt-refresh-token',
    title: 'a refresh token where an access token belongs',
    answer: (request) =>
      withClaims(request, ({ typ }) => (typ === 'Refresh' ? tokenInvalid('Token type Refresh is not allowed') : unknown)),
    options: bearer,
    credentials: { widgets: madeUpJwt({ ...good, aud: issuer, typ: 'Refresh' }) },
    recorded: tokenInvalid('Token type Refresh is not allowed'),
    cause: 'wrong-audience',
  }),
  defineRoute({
    name: 'jwt-scope',
    title: 'a token for the right API without the scope',
    answer: (request) =>
      withClaims(request, ({ aud, sub }) => (aud === audience && sub === 'tines' ? scopeMissing : badAudience)),
    options: bearer,
    credentials: { widgets: madeUpJwt({ ...good, scope: 'widgets.read' }) },
    recorded: scopeMissing,
    cause: 'permission-missing',
    notCause: 'wrong-audience',
  }),
];
