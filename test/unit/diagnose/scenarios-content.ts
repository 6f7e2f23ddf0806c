import { good, talkative, token } from './fake-credentials.ts';
import type { Scenario } from './scenarios.ts';

const headers = { Authorization: 'Bearer <<CREDENTIAL.acme>>' };
const credentials = { acme: token };
const get = { url: '{origin}/items', method: 'get', headers };
const post = { url: '{origin}/items', method: 'post', headers };
const blocked = {
  status: 403,
  headers: { Server: 'cloudflare', 'Content-Type': 'text/html' },
  body: '<html><body>Access denied, error code 1010</body></html>',
};

export const contentScenarios: readonly Scenario[] = [
  {
    title: 'a firewall refuses Tines’ name',
    cause: 'user-agent-blocked',
    confidence: 'confirmed',
    answer: (request) => (/tines/i.test(request.headers['user-agent'] ?? '') ? blocked : (talkative(request) ?? good)),
    options: get,
    credentials,
  },
  {
    title: 'a server refuses Tines’ name without a word',
    cause: 'user-agent-blocked',
    confidence: 'confirmed',
    answer: (request) => (/tines/i.test(request.headers['user-agent'] ?? '') ? { status: 403 } : (talkative(request) ?? good)),
    options: get,
    credentials,
  },
  {
    title: 'a firewall that refuses every name, nothing tried',
    cause: 'user-agent-blocked',
    confidence: 'likely',
    answer: () => blocked,
    options: get,
    credentials,
    settings: { experiments: false },
    most: 0,
  },
  {
    title: 'a form where JSON is wanted',
    cause: 'content-type-mismatch',
    confidence: 'confirmed',
    answer: (request) =>
      request.headers['content-type']?.includes('json') === true ? (talkative(request) ?? good) : { status: 415 },
    options: { ...post, payload: { name: 'x', size: 3 } },
    credentials,
  },
  {
    title: 'JSON where a form is wanted, answered with 400',
    cause: 'content-type-mismatch',
    confidence: 'confirmed',
    answer: (request) =>
      request.headers['content-type'] === 'application/x-www-form-urlencoded' && request.body === 'name=x'
        ? good
        : { status: 400, body: { error: 'name is missing' } },
    options: { ...post, content_type: 'application_json', payload: { name: 'x' } },
    credentials,
  },
  {
    title: 'the charset is refused',
    cause: 'charset-rejected',
    confidence: 'confirmed',
    answer: (request) =>
      request.headers['content-type'] === 'application/json' ? (talkative(request) ?? good) : { status: 415 },
    options: { ...post, content_type: 'json', payload: { name: 'x' } },
    credentials,
  },
  {
    title: 'the editor’s sample in the query',
    cause: 'leftover-payload',
    confidence: 'confirmed',
    answer: ({ search }) => (search === '' ? good : { status: 400, body: { error: 'unknown parameter' } }),
    options: { ...get, payload: { key: 'value', array_example: ['foo', 'bar'], object_example: { key: 'value' } } },
    credentials,
  },
  {
    title: 'a payload that a GET does not take',
    cause: 'payload-as-query',
    confidence: 'confirmed',
    answer: ({ search }) => (search === '' ? good : { status: 400, body: { error: 'unknown parameter' } }),
    options: { ...get, payload: { name: 'x' } },
    credentials,
  },
  {
    title: 'a number sent as text',
    cause: 'pill-stringified',
    confidence: 'confirmed',
    answer: ({ body }) => (body.includes('"count":5') ? good : { status: 422, body: { error: 'count must be a number' } }),
    options: { ...post, content_type: 'application_json', payload: { count: '<<before.count>>' } },
    data: { before: new Map([['count', 5n]]) },
    credentials,
  },
  {
    title: 'a plus for a space',
    cause: 'query-encoding',
    confidence: 'confirmed',
    answer: ({ search }) => (search.includes('+') ? { status: 400, body: { error: 'bad filter' } } : good),
    options: { ...get, payload: { filter: 'name eq 1' } },
    credentials,
    most: 8,
  },
  {
    title: 'a POST that a redirect turns into a GET',
    cause: 'redirect-changed-method',
    confidence: 'confirmed',
    answer: (request) =>
      request.path === '/items'
        ? { status: 301, headers: { Location: '/items/' } }
        : request.method === 'POST'
          ? good
          : { status: 405, headers: { Allow: 'POST' } },
    options: { ...post, content_type: 'application_json', payload: { name: 'x' } },
    credentials,
  },
  {
    title: 'a redirect to another host loses the credential',
    cause: 'redirect-dropped-authorization',
    confidence: 'likely',
    answer: (request) =>
      request.path === '/items'
        ? { status: 302, headers: { Location: `${request.otherOrigin}/moved` } }
        : (talkative(request) ?? good),
    options: get,
    credentials,
    most: 0,
  },
  {
    title: 'the server fails by itself',
    cause: 'server-error',
    confidence: 'likely',
    answer: () => ({ status: 500, body: { error: 'boom' } }),
    options: get,
    credentials,
  },
  {
    title: 'a client certificate is asked for by nginx',
    cause: 'tls-client-certificate-required',
    confidence: 'confirmed',
    answer: () => ({
      status: 400,
      headers: { 'Content-Type': 'text/html' },
      body: '<html><title>400 No required SSL certificate was sent</title></html>',
    }),
    options: get,
    credentials,
    most: 0,
  },
  {
    title: 'a bad request that nothing explains',
    cause: 'unexplained',
    confidence: 'possible',
    answer: () => ({ status: 400, body: { error: 'the moon is full' } }),
    options: get,
    credentials,
  },
];
