import { authorizationOf } from '../credentials-of.ts';
import { defineRoute } from '../define-route.ts';
import { requireBearer, tokenInvalid, tokenMissing } from '../require-bearer.ts';
import type { SandboxAnswer, SandboxRequest, SandboxRoute } from '../route.ts';

const token = 'sandbox-token-2e6a8c0b4d1f';
const alerts = { alerts: [{ id: 7, severity: 'high' }] };
const bearer = { headers: { Authorization: 'Bearer <<CREDENTIAL.alerts>>' } };
const answer = (request: SandboxRequest): SandboxAnswer => requireBearer(request, token) ?? { status: 200, body: alerts };

const malformed: SandboxAnswer = {
  status: 400,
  headers: {
    'WWW-Authenticate':
      'Bearer realm="sandbox", error="invalid_request", error_description="The Authorization header is malformed"',
  },
  body: { error: 'invalid_request' },
};
const forbidden: SandboxAnswer = { status: 403, body: { error: 'forbidden', message: 'The key may not read alerts' } };
const noCustomer: SandboxAnswer = { status: 404, body: { error: 'not_found', message: 'There is no customer with this id' } };
const keyInvalid: SandboxAnswer = { status: 401, body: { error: 'unauthorized', message: 'Invalid API key' } };

export const credentialTextRoutes: readonly SandboxRoute[] = [
  defineRoute({
    name: 'credential-empty',
    title: 'a credential without a value',
    answer,
    options: bearer,
    credentials: { alerts: '' },
    recorded: tokenMissing,
    cause: 'credential-empty',
  }),
  defineRoute({
    name: 'credential-empty-pill',
    title: 'a token read from an answer that has none',
    answer,
    options: { headers: { Authorization: 'Bearer <<get_token.body.access_token>>' } },
    data: { get_token: { status: 200, body: { access_token: null, error: 'invalid_client' } } },
    recorded: tokenMissing,
    cause: 'credential-empty',
    notCause: 'scheme-missing',
  }),
  defineRoute({
    name: 'empty-pill-elsewhere',
    title: 'an id in the address that resolved to nothing, beside a good token',
    answer: (request) =>
      requireBearer(request, token) ?? (request.path.endsWith('/customers/42') ? { status: 200, body: { id: 42 } } : noCustomer),
    path: '/customers/<<find_customer.body.id>>',
    options: bearer,
    credentials: { alerts: token },
    data: { find_customer: { status: 200, body: { id: null } } },
    recorded: noCustomer,
    cause: 'not-found',
    notCause: 'credential-empty',
  }),
  defineRoute({
    name: 'credential-unresolved',
    title: 'a placeholder of another tool in place of the token',
    answer,
    options: bearer,
    credentials: { alerts: '{{alerts_token}}' },
    recorded: tokenInvalid(),
    cause: 'credential-unresolved',
  }),
  defineRoute({
    name: 'template-in-payload',
    title: 'a mail template with braces that belong there, and a revoked token',
    answer,
    options: { ...bearer, method: 'post', content_type: 'json', payload: { subject: 'Alert', text: '<<build.template>>' } },
    credentials: { alerts: 'sandbox-token-0b4d1f2e6a8c' },
    data: { build: { template: 'Hello {{name}}, see <<link>>' } },
    recorded: tokenInvalid(),
    cause: 'credential-rejected',
    notCause: 'credential-unresolved',
  }),
  defineRoute({
    name: 'space-before-token',
    title: 'a space that was pasted with the token',
    answer: (request) => (/^bearer {2}/iu.test(request.headers.authorization ?? '') ? malformed : answer(request)),
    options: bearer,
    credentials: { alerts: ` ${token}` },
    recorded: malformed,
    cause: 'credential-whitespace',
  }),
  defineRoute({
    name: 'newline-after-key',
    title: 'an end of line that was pasted with a key in the query',
    answer: ({ query }) => (query.get('key') === token ? { status: 200, body: alerts } : keyInvalid),
    options: { payload: { key: '<<CREDENTIAL.alerts>>' } },
    credentials: { alerts: `${token}\n` },
    recorded: keyInvalid,
    cause: 'credential-whitespace',
    notCause: 'credential-rejected',
  }),
  defineRoute({
    name: 'spaces-inside-key',
    title: 'a pass phrase whose spaces belong to it, and no permission',
    answer: ({ headers }) => {
      if (headers['x-pass-phrase'] === undefined)
        return { status: 401, body: { error: 'unauthorized', message: 'The X-Pass-Phrase header is missing' } };
      return headers['x-pass-phrase'] === 'correct horse battery staple' ? forbidden : keyInvalid;
    },
    options: { headers: { 'X-Pass-Phrase': '<<CREDENTIAL.alerts>>' } },
    credentials: { alerts: 'correct horse battery staple' },
    recorded: forbidden,
    cause: 'permission-missing',
    notCause: 'credential-whitespace',
  }),
  defineRoute({
    name: 'quoted-token',
    title: 'quotes that were pasted with the token',
    answer,
    options: bearer,
    credentials: { alerts: `"${token}"` },
    recorded: tokenInvalid(),
    cause: 'credential-quoted',
    notCause: 'credential-rejected',
  }),
  defineRoute({
    name: 'quotes-that-belong',
    title: 'quotes that the scheme asks for, and no permission',
    answer: (request) => {
      const authorization = authorizationOf(request);
      if (authorization?.scheme !== 'mediabrowser') return { status: 401, body: { error: 'unauthorized' } };
      return authorization.rest === `Token="${token}"` ? forbidden : keyInvalid;
    },
    options: { headers: { Authorization: 'MediaBrowser Token="<<CREDENTIAL.alerts>>"' } },
    credentials: { alerts: token },
    recorded: forbidden,
    cause: 'permission-missing',
    notCause: 'credential-quoted',
  }),
];
