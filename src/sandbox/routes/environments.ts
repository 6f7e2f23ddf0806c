import { basicPair, bearerToken } from '../credentials-of.ts';
import { defineRoute } from '../define-route.ts';
import { tokenInvalid, tokenMissing } from '../require-bearer.ts';
import type { SandboxAnswer, SandboxRoute } from '../route.ts';

const testKey = ['sk', 'test', 'sandbox0000000000000001'].join('_');
const usKey = 'us1_sandbox_2c4e6a8b0d1f3957';
const tokenWithTest = 'sandbox-test-team-token-5b7d';

const keyMissing: SandboxAnswer = {
  status: 401,
  headers: { 'WWW-Authenticate': 'Basic realm="Payments"' },
  body: {
    error: {
      message: 'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.',
      type: 'invalid_request_error',
    },
  },
};
const keyUnknown: SandboxAnswer = {
  status: 401,
  body: { error: { message: 'Invalid API Key provided', type: 'invalid_request_error' } },
};
const liveObject: SandboxAnswer = {
  status: 404,
  body: {
    error: {
      code: 'resource_missing',
      message:
        "No such customer: 'cus_9'; a similar object exists in live mode, but a test mode key was used to make this request.",
      type: 'invalid_request_error',
    },
  },
};
const otherRegion: SandboxAnswer = {
  status: 401,
  body: {
    error: 'wrong_region',
    message: 'This API key belongs to the region us1. Use https://api.us1.sandbox.example instead of the eu1 endpoint.',
  },
};
const sandboxKey: SandboxAnswer = {
  status: 401,
  body: { errors: [{ detail: 'A sandbox key cannot be used in the production environment' }] },
};
const forbidden: SandboxAnswer = { status: 403, body: { error: 'forbidden', message: 'Your role does not allow this' } };
const expired: SandboxAnswer = {
  status: 401,
  body: { error: 'token_expired', message: 'Your access token has expired. Create a new one.' },
};
const licence: SandboxAnswer = {
  status: 403,
  body: { error: 'licence_expired', message: 'The licence of this workspace has expired, so reports may not be read.' },
};
const saidInWords: SandboxAnswer = {
  status: 401,
  body: { error: 'unauthorized', message: 'The token is valid and lacks the permission alerts:read' },
};

export const environmentRoutes: readonly SandboxRoute[] = [
  defineRoute({
    name: 'environment-test-key',
    title: 'a key of the test mode for an object of the live mode',
    answer: (request) => {
      const given = bearerToken(request) ?? basicPair(request)?.user;
      if (given === undefined) return keyMissing;
      return given === testKey ? liveObject : keyUnknown;
    },
    path: '/v1/customers/cus_9',
    options: { headers: { Authorization: 'Bearer <<CREDENTIAL.payments>>' } },
    credentials: { payments: testKey },
    recorded: liveObject,
    cause: 'wrong-environment',
    notCause: 'not-found',
  }),
  defineRoute({
    name: 'environment-region',
    title: 'a key of another region',
    answer: ({ headers }) => {
      const given = headers['x-api-key'];
      if (given === undefined || given === '')
        return { status: 401, body: { error: 'missing_key', message: 'The X-Api-Key header is missing' } };
      return given === usKey ? otherRegion : { status: 401, body: { error: 'invalid_key', message: 'Invalid API key' } };
    },
    options: { headers: { 'X-Api-Key': '<<CREDENTIAL.monitors>>' } },
    credentials: { monitors: usKey },
    recorded: otherRegion,
    cause: 'wrong-environment',
    notCause: 'credential-rejected',
  }),
  defineRoute({
    name: 'environment-sandbox-key',
    title: 'a sandbox key at the production address',
    answer: (request) => {
      const given = bearerToken(request);
      if (given === null) return tokenMissing;
      return given.startsWith('sandbox_') ? sandboxKey : tokenInvalid();
    },
    options: { headers: { Authorization: 'Bearer <<CREDENTIAL.bank>>' } },
    credentials: { bank: 'sandbox_4d6f8a0c2e1b3957' },
    recorded: sandboxKey,
    cause: 'wrong-environment',
  }),
  defineRoute({
    name: 'environment-only-by-name',
    title: 'a good token with test in it, and no permission',
    answer: (request) => {
      const given = bearerToken(request);
      if (given === null) return tokenMissing;
      return given === tokenWithTest ? forbidden : tokenInvalid();
    },
    options: { headers: { Authorization: 'Bearer <<CREDENTIAL.team>>' } },
    credentials: { team: tokenWithTest },
    recorded: forbidden,
    cause: 'permission-missing',
    notCause: 'wrong-environment',
  }),
  defineRoute({
    name: 'expired-opaque',
    title: 'an expired token without claims, and a server that says so',
    answer: (request) =>
      bearerToken(request) === null ? tokenMissing : bearerToken(request) === 'sandbox-token-old-6c8e' ? expired : tokenInvalid(),
    options: { headers: { Authorization: 'Bearer <<CREDENTIAL.team>>' } },
    credentials: { team: 'sandbox-token-old-6c8e' },
    recorded: expired,
    cause: 'credential-expired',
    notCause: 'credential-rejected',
  }),
  defineRoute({
    name: 'licence-expired',
    title: 'a good token in a workspace whose licence has expired',
    answer: (request) =>
      bearerToken(request) === null ? tokenMissing : bearerToken(request) === tokenWithTest ? licence : tokenInvalid(),
    options: { headers: { Authorization: 'Bearer <<CREDENTIAL.team>>' } },
    credentials: { team: tokenWithTest },
    recorded: licence,
    cause: 'permission-missing',
    notCause: 'credential-expired',
  }),
  defineRoute({
    name: 'permission-as-401',
    title: 'a missing permission that is answered with 401',
    answer: (request) =>
      bearerToken(request) === null ? tokenMissing : bearerToken(request) === tokenWithTest ? saidInWords : tokenInvalid(),
    options: { headers: { Authorization: 'Bearer <<CREDENTIAL.team>>' } },
    credentials: { team: tokenWithTest },
    recorded: saidInWords,
    cause: 'permission-missing',
    notCause: 'credential-rejected',
  }),
];
