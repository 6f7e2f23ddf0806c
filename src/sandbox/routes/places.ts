import { bearerToken } from '../credentials-of.ts';
import { defineRoute } from '../define-route.ts';
import type { SandboxAnswer, SandboxRoute } from '../route.ts';

const key = 'sandbox-key-7d1f3b5a9c0e2468';
const reports = { data: [{ id: 'r1', score: 3 }] };
const bearer = { headers: { Authorization: 'Bearer <<CREDENTIAL.reports>>' } };
const credentials = { reports: key };

const gatewayRefused: SandboxAnswer = {
  status: 403,
  body: { message: 'Forbidden' },
  headers: { 'x-amzn-errortype': 'ForbiddenException' },
};
const queryMissing: SandboxAnswer = { status: 401, body: { error: 'Please provide an API key in the query parameter api_key' } };
const queryDeprecated: SandboxAnswer = {
  status: 401,
  body: { code: 401, message: 'The key is no longer taken from the query. Send it in the X-Api-Key header.' },
};
const privateMissing: SandboxAnswer = { status: 401, body: { message: '401 Unauthorized' } };
const keyInvalid: SandboxAnswer = { status: 401, body: { error: 'unauthorized', message: 'Invalid API key' } };
const keyMissing: SandboxAnswer = { status: 401, body: { error: 'unauthorized', message: 'The X-Api-Key header is missing' } };
const silent: SandboxAnswer = { status: 401, body: { message: 'Unauthorized' } };

export const placeRoutes: readonly SandboxRoute[] = [
  defineRoute({
    name: 'place-gateway',
    title: 'an API gateway that wants x-api-key and says Forbidden to everything else',
    answer: ({ headers }) => (headers['x-api-key'] === key ? { status: 200, body: reports } : gatewayRefused),
    options: bearer,
    credentials,
    recorded: gatewayRefused,
    cause: 'header-wrong',
    notCause: 'permission-missing',
  }),
  defineRoute({
    name: 'place-query',
    title: 'a key in Authorization that belongs into the query',
    answer: ({ query }) => {
      if (!query.has('api_key')) return queryMissing;
      return query.get('api_key') === key ? { status: 200, body: reports } : keyInvalid;
    },
    options: bearer,
    credentials,
    recorded: queryMissing,
    cause: 'header-wrong',
  }),
  defineRoute({
    name: 'place-not-query',
    title: 'a key in the query that belongs into a header',
    answer: ({ headers, query }) => {
      if (headers['x-api-key'] !== undefined) return headers['x-api-key'] === key ? { status: 200, body: reports } : keyInvalid;
      return query.has('api_key') ? queryDeprecated : keyMissing;
    },
    path: '/reports?api_key=<<CREDENTIAL.reports>>',
    credentials,
    recorded: queryDeprecated,
    cause: 'header-wrong',
  }),
  defineRoute({
    name: 'place-bearer',
    title: 'a token in X-Api-Key where the challenge asks for Bearer',
    answer: (request) =>
      bearerToken(request) === key
        ? { status: 200, body: reports }
        : { ...privateMissing, headers: { 'WWW-Authenticate': 'Bearer realm="reports"' } },
    options: { headers: { 'X-Api-Key': '<<CREDENTIAL.reports>>' } },
    credentials,
    recorded: { ...privateMissing, headers: { 'WWW-Authenticate': 'Bearer realm="reports"' } },
    cause: 'header-wrong',
  }),
  defineRoute({
    name: 'place-right-key-unknown',
    title: 'the right header with a key that the server does not know',
    answer: ({ headers }) => {
      const given = headers['x-api-key'];
      if (given === undefined || given === '') return keyMissing;
      return given === key ? { status: 200, body: reports } : keyInvalid;
    },
    options: { headers: { 'X-Api-Key': '<<CREDENTIAL.reports>>' } },
    credentials: { reports: 'sandbox-key-0a2c4e6f8b1d3597' },
    recorded: keyInvalid,
    cause: 'credential-rejected',
    notCause: 'header-wrong',
  }),
  defineRoute({
    name: 'place-silent',
    title: 'a server that answers every refusal alike, and a key that it does not know',
    answer: ({ headers }) => (headers['x-api-key'] === key ? { status: 200, body: reports } : silent),
    options: { headers: { 'X-Api-Key': '<<CREDENTIAL.reports>>' } },
    credentials: { reports: 'sandbox-key-1b3d5f7a9c0e2468' },
    recorded: silent,
    cause: 'credential-rejected',
    notCause: 'header-wrong',
    confidence: 'likely',
  }),
];
