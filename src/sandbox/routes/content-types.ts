import { basicPair } from '../credentials-of.ts';
import { defineRoute } from '../define-route.ts';
import { requireBearer } from '../require-bearer.ts';
import type { SandboxAnswer, SandboxRequest, SandboxRoute } from '../route.ts';

const token = 'sandbox-token-4a6c8e0b2d1f';
const bearer = { Authorization: 'Bearer <<CREDENTIAL.notes>>' };
const credentials = { notes: token };
const payload = { title: 'Phishing', severity: 3 };
const created: SandboxAnswer = { status: 201, body: { id: 'n1' } };

const typeOf = ({ headers }: SandboxRequest): string => (headers['content-type'] ?? '').toLowerCase();
const mediaTypeOf = (request: SandboxRequest): string => typeOf(request).split(';')[0]?.trim() ?? '';

function isJson(body: string): boolean {
  try {
    return typeof JSON.parse(body) === 'object';
  } catch {
    return false;
  }
}

const unsupported: SandboxAnswer = {
  status: 415,
  headers: { 'Content-Type': 'application/problem+json' },
  body: { type: 'about:blank', title: 'Unsupported Media Type', status: 415, detail: 'Only application/json is supported' },
};
const notJson: SandboxAnswer = { status: 400, body: { error: 'bad_request', message: 'Problems parsing JSON' } };
const crashed: SandboxAnswer = { status: 500, body: { error: 'internal_error' } };
const noGrant: SandboxAnswer = { status: 400, body: { error: 'invalid_request', error_description: 'grant_type is missing' } };
const noParameters: SandboxAnswer = {
  status: 415,
  body: { errors: [{ title: 'Unsupported Media Type', detail: 'The media type must not have parameters' }] },
};
const vendorType: SandboxAnswer = {
  status: 415,
  body: { errors: [{ title: 'Unsupported Media Type', detail: 'Use application/vnd.api+json' }] },
};
const getWithType: SandboxAnswer = { status: 415, body: { error: 'Content-Type is not supported for GET' } };
const invalidField: SandboxAnswer = {
  status: 422,
  body: {
    message: 'Validation Failed',
    errors: [{ field: 'severity', code: 'invalid', message: 'severity must be one of low, medium, high' }],
  },
};

export const contentTypeRoutes: readonly SandboxRoute[] = [
  defineRoute({
    name: 'content-form-by-default',
    title: 'a form, because content_type is not set, where JSON is wanted',
    answer: (request) =>
      requireBearer(request, token) ??
      (mediaTypeOf(request) === 'application/json' && isJson(request.body) ? created : unsupported),
    options: { method: 'post', headers: bearer, payload },
    credentials,
    recorded: unsupported,
    cause: 'content-type-mismatch',
  }),
  defineRoute({
    name: 'content-form-unparsed',
    title: 'a form where JSON is wanted, answered with 400',
    answer: (request) => requireBearer(request, token) ?? (isJson(request.body) ? created : notJson),
    options: { method: 'post', content_type: 'form', headers: bearer, payload },
    credentials,
    recorded: notJson,
    cause: 'content-type-mismatch',
  }),
  defineRoute({
    name: 'content-form-crashes',
    title: 'a form on which the server crashes, because it wants JSON',
    answer: (request) => requireBearer(request, token) ?? (isJson(request.body) ? created : crashed),
    options: { method: 'post', headers: bearer, payload },
    credentials,
    recorded: crashed,
    cause: 'content-type-mismatch',
    notCause: 'server-error',
  }),
  defineRoute({
    name: 'content-json-at-token-endpoint',
    title: 'JSON sent to a token endpoint, which reads forms',
    answer: (request) => {
      if (mediaTypeOf(request) !== 'application/x-www-form-urlencoded') return noGrant;
      if (new URLSearchParams(request.body).get('grant_type') !== 'client_credentials') return noGrant;
      if (basicPair(request)?.password !== 'sandbox-client-secret-7d') return { status: 401, body: { error: 'invalid_client' } };
      return { status: 200, body: { access_token: 'sandbox-access-token', token_type: 'Bearer', expires_in: 3600 } };
    },
    options: {
      method: 'post',
      content_type: 'json',
      basic_auth: ['client-0oa1', '<<CREDENTIAL.client_secret>>'],
      payload: { grant_type: 'client_credentials' },
    },
    credentials: { client_secret: 'sandbox-client-secret-7d' },
    recorded: noGrant,
    cause: 'content-type-mismatch',
    notCause: 'credential-rejected',
  }),
  defineRoute({
    name: 'content-type-on-get',
    title: 'a content type on a GET that has no body',
    answer: (request) =>
      requireBearer(request, token) ??
      (request.method === 'GET' && typeOf(request) !== '' ? getWithType : { status: 200, body: [] }),
    options: { content_type: 'json', headers: bearer },
    credentials,
    recorded: getWithType,
    cause: 'content-type-mismatch',
  }),
  defineRoute({
    name: 'charset-rejected',
    title: 'a server that refuses ; charset=utf-8 behind the media type',
    answer: (request) => requireBearer(request, token) ?? (typeOf(request) === 'application/json' ? created : noParameters),
    options: { method: 'post', content_type: 'json', headers: bearer, payload },
    credentials,
    recorded: noParameters,
    cause: 'charset-rejected',
    verdict: 'tines-only',
  }),
  defineRoute({
    name: 'charset-is-not-it',
    title: 'JSON with a charset where another media type is wanted',
    answer: (request) =>
      requireBearer(request, token) ?? (mediaTypeOf(request) === 'application/vnd.api+json' ? created : vendorType),
    options: { method: 'post', content_type: 'json', headers: bearer, payload },
    credentials,
    recorded: vendorType,
    cause: 'content-type-mismatch',
    notCause: 'charset-rejected',
  }),
  defineRoute({
    name: 'content-invalid-field',
    title: 'the right content type with a value that is not allowed',
    answer: (request) => requireBearer(request, token) ?? (isJson(request.body) ? invalidField : notJson),
    options: { method: 'post', content_type: 'json', headers: bearer, payload },
    credentials,
    recorded: invalidField,
    cause: 'unexplained',
    notCause: 'content-type-mismatch',
    confidence: 'possible',
  }),
];
