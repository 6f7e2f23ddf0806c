import { defineRoute } from '../define-route.ts';
import { requireBearer } from '../require-bearer.ts';
import type { SandboxAnswer, SandboxRequest, SandboxRoute } from '../route.ts';

const token = 'sandbox-token-1d3f5b7a9c0e';
const bearer = { headers: { Authorization: 'Bearer <<CREDENTIAL.directory>>' } };
const credentials = { directory: token };
const found: SandboxAnswer = { status: 200, body: { totalResults: 1, Resources: [{ id: 'u1' }] } };

const onlyReads: SandboxAnswer = {
  status: 405,
  headers: { Allow: 'GET, HEAD' },
  body: { status: '405', detail: 'Read with GET' },
};
const refuse = (request: SandboxRequest): SandboxAnswer | null =>
  requireBearer(request, token) ?? (['GET', 'HEAD'].includes(request.method) ? null : onlyReads);

const invalidFilter: SandboxAnswer = {
  status: 400,
  headers: { 'Content-Type': 'application/scim+json' },
  body: {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    scimType: 'invalidFilter',
    status: '400',
    detail: 'The filter is invalid at position 9: unexpected character +',
  },
};
const unknownAttribute: SandboxAnswer = {
  ...invalidFilter,
  body: { scimType: 'invalidFilter', status: '400', detail: 'The attribute nickname is not known' },
};
const brackets: SandboxAnswer = {
  status: 400,
  body: { error: 'invalid_parameter', message: 'Unknown query parameter ids[]. Repeat ids for several values.' },
};
const commas: SandboxAnswer = {
  status: 400,
  body: { error: 'invalid_parameter', message: 'fields must be a list separated by commas' },
};

export const queryRoutes: readonly SandboxRoute[] = [
  defineRoute({
    name: 'query-plus',
    title: 'a filter whose spaces Tines sends as +, which the server takes for a plus',
    answer: (request) => refuse(request) ?? (request.rawQuery.includes('+') ? invalidFilter : found),
    path: '/Users',
    options: { ...bearer, payload: { filter: 'userName eq "ada@sandbox.example"' } },
    credentials,
    recorded: invalidFilter,
    cause: 'query-encoding',
    verdict: 'tines-only',
  }),
  defineRoute({
    name: 'query-brackets',
    title: 'a list that Tines sends with brackets, where the name has to be repeated',
    answer: (request) => refuse(request) ?? ([...request.query.keys()].some((name) => name.endsWith('[]')) ? brackets : found),
    options: { ...bearer, payload: { ids: ['u1', 'u2'] } },
    credentials,
    recorded: brackets,
    cause: 'query-encoding',
    notCause: 'leftover-payload',
    verdict: 'tines-only',
  }),
  defineRoute({
    name: 'query-comma',
    title: 'commas that Tines encodes, and a server that does not decode them',
    answer: (request) => refuse(request) ?? (request.rawQuery.toUpperCase().includes('%2C') ? commas : found),
    path: '/Users?fields=id,name',
    options: bearer,
    credentials,
    recorded: commas,
    cause: 'query-encoding',
    verdict: 'tines-only',
  }),
  defineRoute({
    name: 'query-wrong-in-itself',
    title: 'a filter that is understood and names an unknown attribute',
    answer: (request) => refuse(request) ?? (request.query.has('filter') ? unknownAttribute : found),
    path: '/Users',
    options: { ...bearer, payload: { filter: 'nickname eq "ada"' } },
    credentials,
    recorded: unknownAttribute,
    cause: 'unexplained',
    notCause: 'query-encoding',
    confidence: 'possible',
  }),
];
