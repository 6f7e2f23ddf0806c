import { bearerToken, jwtClaims, madeUpJwt } from '../credentials-of.ts';
import type { SandboxAnswer, SandboxRequest, SandboxRoute } from '../route.ts';

const token = 'sandbox-token-4f0c2b7d9e61';
const widgets = {
  widgets: [
    { id: 1, name: 'bolt' },
    { id: 2, name: 'nut' },
  ],
};

function challenge(parameters: string): SandboxAnswer {
  return { status: 401, headers: { 'WWW-Authenticate': `Bearer realm="sandbox"${parameters}` }, body: { error: 'unauthorized' } };
}

function requireToken(request: SandboxRequest, expected: string): SandboxAnswer | null {
  const given = bearerToken(request);
  if (given === null) return challenge('');
  return given === expected ? null : challenge(', error="invalid_token", error_description="The access token is invalid"');
}

const bearerHeader = { Authorization: 'Bearer <<CREDENTIAL.widgets_api>>' };

const expired = madeUpJwt({
  iss: 'https://login.sandbox.example',
  aud: 'widgets',
  sub: 'tines',
  iat: 1_700_000_000,
  exp: 1_700_003_600,
});

export const bearerRoutes: readonly SandboxRoute[] = [
  {
    name: 'success',
    title: 'a call that works',
    answer: (request) => requireToken(request, token) ?? { status: 200, body: widgets },
    scenario: {
      action: { name: 'List widgets', options: { url: '{origin}/classic/success', method: 'get', headers: bearerHeader } },
      credentials: { widgets_api: token },
      tines: { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: widgets },
      verdict: 'works',
    },
  },
  {
    name: 'expired-token',
    title: 'the token has expired',
    answer: (request) => {
      const given = bearerToken(request);
      if (given === null) return challenge('');
      const expiry = jwtClaims(given)?.exp;
      const past = typeof expiry === 'number' && expiry * 1000 < Date.now();
      return past
        ? challenge(', error="invalid_token", error_description="The access token expired"')
        : challenge(', error="invalid_token", error_description="The access token is malformed"');
    },
    scenario: {
      action: {
        name: 'List widgets with an old token',
        options: { url: '{origin}/classic/expired-token', method: 'get', headers: bearerHeader },
      },
      credentials: { widgets_api: expired },
      tines: { status: 401, headers: { 'content-type': 'application/json; charset=utf-8' }, body: { error: 'unauthorized' } },
      verdict: 'not-tines',
      cause: 'credential-expired',
    },
  },
  {
    name: 'missing-scope',
    title: 'the token lacks a scope',
    answer: (request) =>
      requireToken(request, token) ?? {
        status: 403,
        headers: { 'WWW-Authenticate': 'Bearer realm="sandbox", error="insufficient_scope", scope="widgets.write"' },
        body: { error: 'forbidden', message: 'The token has the scope widgets.read' },
      },
    scenario: {
      action: {
        name: 'Read widget settings',
        options: { url: '{origin}/classic/missing-scope', method: 'get', headers: bearerHeader },
      },
      credentials: { widgets_api: token },
      tines: { status: 403, body: { error: 'forbidden', message: 'The token has the scope widgets.read' } },
      verdict: 'not-tines',
      cause: 'permission-missing',
    },
  },
  {
    name: 'scheme-missing',
    title: 'the scheme before the token is missing',
    answer: (request) => requireToken(request, token) ?? { status: 200, body: widgets },
    scenario: {
      action: {
        name: 'List widgets without a scheme',
        options: {
          url: '{origin}/classic/scheme-missing',
          method: 'get',
          headers: { Authorization: '<<CREDENTIAL.widgets_api>>' },
        },
      },
      credentials: { widgets_api: token },
      tines: { status: 401, body: { error: 'unauthorized' } },
      verdict: 'not-tines',
      cause: 'scheme-missing',
    },
  },
  {
    name: 'scheme-doubled',
    title: 'the scheme stands twice',
    answer: (request) => requireToken(request, token) ?? { status: 200, body: widgets },
    scenario: {
      action: {
        name: 'List widgets with a doubled scheme',
        options: { url: '{origin}/classic/scheme-doubled', method: 'get', headers: bearerHeader },
      },
      credentials: { widgets_api: `Bearer ${token}` },
      tines: { status: 401, body: { error: 'unauthorized' } },
      verdict: 'not-tines',
      cause: 'scheme-doubled',
    },
  },
  {
    name: 'wrong-header',
    title: 'the key stands in the wrong header',
    answer: ({ headers }) =>
      headers['x-api-key'] === token
        ? { status: 200, body: widgets }
        : { status: 401, body: { error: 'unauthorized', message: 'Missing or invalid X-Api-Key header' } },
    scenario: {
      action: {
        name: 'List widgets with the key in Authorization',
        options: { url: '{origin}/classic/wrong-header', method: 'get', headers: bearerHeader },
      },
      credentials: { widgets_api: token },
      tines: { status: 401, body: { error: 'unauthorized', message: 'Missing or invalid X-Api-Key header' } },
      verdict: 'not-tines',
      cause: 'header-wrong',
    },
  },
  {
    name: 'method-not-permitted',
    title: 'the credential may read and not write',
    answer: (request) => {
      const refusal = requireToken(request, token);
      if (refusal !== null) return refusal;
      return request.method === 'GET' || request.method === 'HEAD'
        ? { status: 200, body: widgets }
        : { status: 405, headers: { Allow: 'GET, HEAD' }, body: { error: 'method not allowed' } };
    },
    scenario: {
      action: {
        name: 'List widgets by POST',
        options: {
          url: '{origin}/classic/method-not-permitted',
          method: 'post',
          content_type: 'json',
          payload: {},
          headers: bearerHeader,
        },
      },
      credentials: { widgets_api: token },
      tines: { status: 405, body: { error: 'method not allowed' } },
      verdict: 'not-tines',
      cause: 'method-not-allowed',
    },
  },
  {
    name: 'credential-in-tines-differs',
    title: 'works outside of Tines, where another token is used',
    answer: (request) => requireToken(request, token) ?? { status: 200, body: widgets },
    scenario: {
      action: {
        name: 'List widgets with Tines’ own token',
        options: { url: '{origin}/classic/credential-in-tines-differs', method: 'get', headers: bearerHeader },
      },
      credentials: { widgets_api: token },
      tines: {
        status: 401,
        headers: { 'content-type': 'application/json; charset=utf-8', 'www-authenticate': 'Bearer realm="sandbox"' },
        body: { error: 'unauthorized' },
      },
      verdict: 'tines-only',
    },
  },
  {
    name: 'rate-limited',
    title: 'too many requests',
    answer: () => ({
      status: 429,
      headers: { 'Retry-After': '30', 'X-RateLimit-Limit': '100', 'X-RateLimit-Remaining': '0' },
      body: { error: 'rate limit exceeded' },
    }),
    scenario: {
      action: {
        name: 'List widgets too often',
        options: { url: '{origin}/classic/rate-limited', method: 'get', headers: bearerHeader },
      },
      credentials: { widgets_api: token },
      tines: { status: 429, body: { error: 'rate limit exceeded' } },
      verdict: 'not-tines',
      cause: 'rate-limited',
    },
  },
  {
    name: 'user-agent-blocked',
    title: 'a firewall refuses Tines’ User-Agent',
    answer: (request) =>
      /tines/iu.test(request.headers['user-agent'] ?? '')
        ? {
            status: 403,
            headers: { 'Content-Type': 'text/html' },
            body: '<html><body><h1>Access denied</h1>Error 1010</body></html>',
          }
        : (requireToken(request, token) ?? { status: 200, body: widgets }),
    scenario: {
      action: {
        name: 'List widgets behind a firewall',
        options: { url: '{origin}/classic/user-agent-blocked', method: 'get', headers: bearerHeader },
      },
      credentials: { widgets_api: token },
      tines: { status: 403, body: '<html><body><h1>Access denied</h1>Error 1010</body></html>' },
      verdict: 'tines-only',
      cause: 'user-agent-blocked',
    },
  },
  {
    name: 'redirect-other-host',
    title: 'a redirect to another host loses the credential',
    answer: (request) => {
      if (request.path.endsWith('/final')) return requireToken(request, token) ?? { status: 200, body: widgets };
      return (
        requireToken(request, token) ?? {
          status: 302,
          headers: { Location: `${request.otherOrigin}/classic/redirect-other-host/final` },
        }
      );
    },
    scenario: {
      action: {
        name: 'List widgets of a moved API',
        options: { url: '{origin}/classic/redirect-other-host', method: 'get', headers: bearerHeader },
      },
      credentials: { widgets_api: token },
      tines: { status: 401, body: { error: 'unauthorized' } },
      verdict: 'not-tines',
      cause: 'redirect-dropped-authorization',
    },
  },
];
