import { defineRoute } from '../define-route.ts';
import { requireBearer, tokenInvalid } from '../require-bearer.ts';
import type { SandboxAnswer, SandboxRequest, SandboxRoute } from '../route.ts';

const token = 'sandbox-token-6b8d0f2a4c1e';
const bearer = { headers: { Authorization: 'Bearer <<CREDENTIAL.events>>' } };
const credentials = { events: token };
const revoked = { events: 'sandbox-token-0f2a4c1e6b8d' };
const events = { events: [{ id: 'e1' }] };
const samplePayload = { key: 'value', array_example: ['foo', 'bar'], object_example: { key: 'value' } };

/** Serves the events unless the request has a parameter, in the query or the JSON body, that is none of `known`. */
function strict(request: SandboxRequest, known: readonly string[], refuse: (name: string) => SandboxAnswer): SandboxAnswer {
  const refusal = requireBearer(request, token);
  if (refusal !== null) return refusal;
  const body = membersOf(request.body);
  const stranger = [...request.query.keys(), ...Object.keys(body ?? {})].find((name) => !known.includes(name));
  return stranger === undefined ? { status: 200, body: events } : refuse(stranger);
}

function membersOf(body: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

const unrecognized = (name: string): SandboxAnswer => {
  const reason = `request [/_search] contains unrecognized parameter: [${name}]`;
  return { status: 400, body: { error: { type: 'illegal_argument_exception', reason }, status: 400 } };
};
const unknownParameter = (name: string): SandboxAnswer => ({
  status: 400,
  body: { error: 'invalid_request', message: `Unknown parameter: ${name}` },
});
const notAList: SandboxAnswer = {
  status: 422,
  body: { message: 'Validation failed', errors: [{ field: 'ids', message: 'must be an array' }] },
};
const notReceived: SandboxAnswer = {
  status: 422,
  body: { detail: [{ loc: ['body', 'device'], msg: 'value is not a valid dict', type: 'type_error.dict' }] },
};
const mayNotWrite: SandboxAnswer = { status: 403, body: { message: 'The project is archived, nobody may add notes' } };

export const payloadRoutes: readonly SandboxRoute[] = [
  defineRoute({
    name: 'payload-as-query',
    title: 'a search whose payload goes into the query, because the method is GET',
    answer: (request) => strict(request, request.query.size > 0 ? [] : ['query'], unrecognized),
    path: '/_search',
    options: { ...bearer, content_type: 'json', payload: { query: { match: { host: 'laptop' } } } },
    credentials,
    recorded: unrecognized('query[match][host]'),
    cause: 'payload-as-query',
  }),
  defineRoute({
    name: 'payload-rightly-query',
    title: 'a payload that belongs into the query, and a revoked token',
    answer: (request) => strict(request, ['limit'], unknownParameter),
    options: { ...bearer, payload: { limit: 5 } },
    credentials: revoked,
    recorded: tokenInvalid(),
    cause: 'credential-rejected',
    notCause: 'payload-as-query',
  }),
  defineRoute({
    name: 'leftover-on-get',
    title: 'the editor’s sample payload on a GET',
    answer: (request) => strict(request, ['limit'], unknownParameter),
    options: { ...bearer, content_type: 'application_json', payload: samplePayload },
    credentials,
    recorded: unknownParameter('array_example[]'),
    cause: 'leftover-payload',
    notCause: 'payload-as-query',
  }),
  defineRoute({
    name: 'leftover-on-post',
    title: 'the editor’s sample payload beside the right parameter of a POST',
    answer: (request) => strict(request, ['title'], unknownParameter),
    options: { ...bearer, method: 'post', content_type: 'json', payload: { title: 'Phishing', ...samplePayload } },
    credentials,
    recorded: unknownParameter('key'),
    cause: 'leftover-payload',
    notCause: 'content-type-mismatch',
  }),
  defineRoute({
    name: 'leftover-ignored',
    title: 'the editor’s sample payload, which the server overlooks, and a revoked token',
    answer: (request) => requireBearer(request, token) ?? { status: 200, body: events },
    options: { ...bearer, content_type: 'application_json', payload: samplePayload },
    credentials: revoked,
    recorded: tokenInvalid(),
    cause: 'credential-rejected',
    notCause: 'leftover-payload',
  }),
  defineRoute({
    name: 'pill-stringified-list',
    title: 'a list that a pill made into text',
    answer: (request) =>
      requireBearer(request, token) ?? (Array.isArray(membersOf(request.body)?.ids) ? { status: 200, body: events } : notAList),
    options: { ...bearer, method: 'post', content_type: 'json', payload: { ids: '<<search.body.ids>>', action: 'close' } },
    credentials,
    data: { search: { status: 200, body: { ids: ['e1', 'e2'] } } },
    recorded: notAList,
    cause: 'pill-stringified',
  }),
  defineRoute({
    name: 'pill-stringified-object',
    title: 'an object that a pill made into text',
    answer: (request) =>
      requireBearer(request, token) ??
      (typeof membersOf(request.body)?.device === 'object' ? { status: 200, body: events } : notReceived),
    options: { ...bearer, method: 'post', content_type: 'json', payload: { device: '<<find_device.body>>' } },
    credentials,
    data: { find_device: { status: 200, body: { id: 'd1', name: 'laptop' } } },
    recorded: notReceived,
    cause: 'pill-stringified',
    notCause: 'content-type-mismatch',
  }),
  defineRoute({
    name: 'pill-rightly-text',
    title: 'an object that is meant to be sent as text, and no permission',
    answer: (request) => requireBearer(request, token) ?? mayNotWrite,
    options: { ...bearer, method: 'post', content_type: 'json', payload: { note: '<<find_device.body>>' } },
    credentials,
    data: { find_device: { status: 200, body: { id: 'd1', name: 'laptop' } } },
    recorded: mayNotWrite,
    cause: 'permission-missing',
    notCause: 'pill-stringified',
  }),
];
