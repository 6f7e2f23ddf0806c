import { defineRoute } from '../define-route.ts';
import { requireBearer } from '../require-bearer.ts';
import type { SandboxAnswer, SandboxRequest, SandboxRoute } from '../route.ts';

const token = 'sandbox-token-8e0a2c4d6f1b';
const bearer = { headers: { Authorization: 'Bearer <<CREDENTIAL.policies>>' } };
const credentials = { policies: token };
const policies = { policies: [{ id: 'p1', name: 'default' }] };
const post = { ...bearer, method: 'post', content_type: 'json', payload: { name: 'default' } };
const isSafe = ({ method }: SandboxRequest): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method);
const allowed = (methods: string): SandboxAnswer => ({
  status: 405,
  headers: { Allow: methods },
  body: { error: 'method_not_allowed' },
});

const readOnly: SandboxAnswer = { status: 403, body: { error: 'forbidden', message: 'This token is read-only' } };
const readOnlyAs401: SandboxAnswer = { status: 401, body: { error: 'unauthorized' } };
const forbidden: SandboxAnswer = { status: 403, body: { error: 'forbidden', message: 'No access to policies' } };
const addressList: SandboxAnswer = {
  status: 403,
  body: {
    message:
      'Although you appear to have the correct authorization credentials, the organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
  },
};

export const methodRoutes: readonly SandboxRoute[] = [
  defineRoute({
    name: 'method-get-not-allowed',
    title: 'GET where only POST is served',
    answer: (request) =>
      request.method === 'POST' ? (requireBearer(request, token) ?? { status: 200, body: policies }) : allowed('POST'),
    options: bearer,
    credentials,
    recorded: allowed('POST'),
    cause: 'method-not-allowed',
  }),
  defineRoute({
    name: 'method-put-not-allowed',
    title: 'PUT where PATCH is served',
    answer: (request) =>
      requireBearer(request, token) ??
      (['GET', 'HEAD', 'PATCH'].includes(request.method) ? { status: 200, body: policies } : allowed('GET, HEAD, PATCH')),
    options: { ...post, method: 'put' },
    credentials,
    recorded: allowed('GET, HEAD, PATCH'),
    cause: 'method-not-allowed',
    notCause: 'method-not-permitted',
  }),
  defineRoute({
    name: 'method-read-only-token',
    title: 'a token that may read and not write',
    answer: (request) => requireBearer(request, token) ?? (isSafe(request) ? { status: 200, body: policies } : readOnly),
    options: post,
    credentials,
    recorded: readOnly,
    cause: 'method-not-permitted',
    notCause: 'permission-missing',
  }),
  defineRoute({
    name: 'method-read-only-silent',
    title: 'a read-only token that is refused without a word when it writes',
    answer: (request) => requireBearer(request, token) ?? (isSafe(request) ? { status: 200, body: policies } : readOnlyAs401),
    options: { ...post, method: 'patch' },
    credentials,
    recorded: readOnlyAs401,
    cause: 'method-not-permitted',
    notCause: 'credential-rejected',
  }),
  defineRoute({
    name: 'method-alike',
    title: 'a token that may neither read nor write',
    answer: (request) => requireBearer(request, token) ?? forbidden,
    options: post,
    credentials,
    recorded: forbidden,
    cause: 'permission-missing',
    notCause: 'method-not-permitted',
  }),
  defineRoute({
    name: 'address-list-everywhere',
    title: 'an allowlist of addresses that refuses every client',
    answer: (request) => requireBearer(request, token) ?? addressList,
    options: bearer,
    credentials,
    recorded: addressList,
    cause: 'address-not-allowed',
    notCause: 'permission-missing',
    confidence: 'possible',
  }),
];
