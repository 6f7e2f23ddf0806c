import { bearerToken } from '../credentials-of.ts';
import { defineRoute } from '../define-route.ts';
import { requireBearer } from '../require-bearer.ts';
import type { SandboxAnswer, SandboxRoute } from '../route.ts';

const token = 'sandbox-token-5b7a9c0e1d3f';
const bearer = { headers: { Authorization: 'Bearer <<CREDENTIAL.search>>' } };
const credentials = { search: token };

const exceeded: SandboxAnswer = {
  status: 403,
  headers: { 'X-RateLimit-Limit': '5000', 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '4102444800' },
  body: { message: 'API rate limit exceeded for user ID 1.', documentation_url: 'https://docs.sandbox.example/rate-limits' },
};
const forbidden: SandboxAnswer = {
  status: 403,
  headers: { 'X-RateLimit-Limit': '5000', 'X-RateLimit-Remaining': '4987', 'X-RateLimit-Reset': '4102444800' },
  body: { message: 'Resource not accessible by personal access token' },
};
const quota: SandboxAnswer = {
  status: 403,
  body: {
    error: {
      code: 403,
      message: 'User Rate Limit Exceeded',
      errors: [{ domain: 'usageLimits', reason: 'userRateLimitExceeded', message: 'User Rate Limit Exceeded' }],
    },
  },
};
const broken: SandboxAnswer = { status: 500, body: { error: 'internal_error', message: 'Something went wrong' } };
const maintenance: SandboxAnswer = {
  status: 503,
  headers: { 'Retry-After': '3600', 'Content-Type': 'text/html' },
  body: '<html><body><h1>503 Service Unavailable</h1>The service is down for maintenance.</body></html>',
};
const hidden: SandboxAnswer = { status: 404, body: { error: 'not_found' } };
const missingRoute: SandboxAnswer = {
  status: 404,
  headers: { 'Content-Type': 'text/html' },
  body: '<html><body><center><h1>404 Not Found</h1></center></body></html>',
};
const repository: SandboxAnswer = {
  status: 404,
  body: { message: 'Not Found', documentation_url: 'https://docs.sandbox.example/repositories#get', status: '404' },
};
const badCredentials: SandboxAnswer = { status: 401, body: { message: 'Bad credentials', status: '401' } };

export const limitRoutes: readonly SandboxRoute[] = [
  defineRoute({
    name: 'limit-as-403',
    title: 'a limit that is answered with 403 and nothing remaining',
    answer: (request) => requireBearer(request, token) ?? exceeded,
    options: bearer,
    credentials,
    recorded: exceeded,
    cause: 'rate-limited',
    notCause: 'permission-missing',
  }),
  defineRoute({
    name: 'limit-far-away',
    title: 'a 403 with a limit header that is far from zero',
    answer: (request) => requireBearer(request, token) ?? forbidden,
    options: bearer,
    credentials,
    recorded: forbidden,
    cause: 'permission-missing',
    notCause: 'rate-limited',
  }),
  defineRoute({
    name: 'limit-by-reason',
    title: 'a limit that only the reason in the body tells from a missing permission',
    answer: (request) => requireBearer(request, token) ?? quota,
    options: bearer,
    credentials,
    recorded: quota,
    cause: 'rate-limited',
    notCause: 'permission-missing',
  }),
  defineRoute({
    name: 'server-error',
    title: 'a server that fails whoever asks',
    answer: () => broken,
    options: bearer,
    credentials,
    recorded: broken,
    cause: 'server-error',
  }),
  defineRoute({
    name: 'server-maintenance',
    title: 'a service that is down and says when to come back',
    answer: () => maintenance,
    options: bearer,
    credentials,
    recorded: maintenance,
    cause: 'server-error',
    notCause: 'rate-limited',
  }),
  defineRoute({
    name: 'hidden-as-404',
    title: 'a resource that is hidden from a token that may not see it',
    answer: (request) => requireBearer(request, token) ?? hidden,
    path: '/projects/7',
    options: bearer,
    credentials,
    recorded: hidden,
    cause: 'not-found',
    notCause: 'credential-rejected',
  }),
  defineRoute({
    name: 'hidden-from-everyone',
    title: 'a private repository that is hidden from strangers too, and a token that is known',
    answer: (request) => (bearerToken(request) === null || bearerToken(request) === token ? repository : badCredentials),
    path: '/repos/acme/secret',
    options: bearer,
    credentials,
    recorded: repository,
    cause: 'not-found',
    notCause: 'credential-empty',
    confidence: 'likely',
  }),
  defineRoute({
    name: 'really-not-found',
    title: 'an address that the server does not serve',
    answer: () => missingRoute,
    path: '/v9/nothing',
    options: bearer,
    credentials,
    recorded: missingRoute,
    cause: 'not-found',
    notCause: 'permission-missing',
    confidence: 'likely',
  }),
];
