import { describe, expect, test } from 'vitest';
import { parseActionFile } from '../../../src/parse/parse-action-file.ts';
import { errorOf } from './error-of.ts';

describe('JSON without an HTTP Request action', () => {
  test.each<[string, unknown, RegExp]>([
    [
      'a Postman collection',
      {
        info: { name: 'c', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
        item: [{ request: { method: 'GET', url: 'https://a.example' } }],
      },
      /--working/,
    ],
    ['a Postman environment', { name: 'e', values: [], _postman_variable_scope: 'environment' }, /storyboard/],
    ['a request of a Postman collection', { method: 'GET', header: [], url: { raw: 'https://a.example' } }, /--working/],
    ['a HAR file', { log: { version: '1.2', entries: [{ request: { method: 'GET', url: 'u' } }] } }, /storyboard/],
    ['an entry of a HAR file', { method: 'GET', url: 'u', httpVersion: 'HTTP/1.1', headers: [] }, /storyboard/],
    [
      'an OpenAPI description',
      { openapi: '3.0.0', info: {}, paths: {}, components: { securitySchemes: { a: { type: 'http', scheme: 'basic' } } } },
      /--docs/,
    ],
    ['an action’s log', { action_logs: [{ level: 3, message: 'Sending request to …' }] }, /--log/],
    ['an action’s log', { url: 'u', method: 'get', params: {}, headers: {}, body: null }, /--log/],
    ['a list of events', { events: [{ id: 1, agent_id: 2, payload: {} }], meta: {} }, /--event/],
    ['an event', { id: 1, agent_id: 2, payload: { a: { status: 200, body: {}, headers: {} } } }, /--event/],
    ['a list that begins with an event', [{ id: 1, agent_id: 2, payload: {} }], /--event/],
    ['what an HTTP Request action answered', { status: 401, headers: {}, body: 'no' }, /--event/],
    ['a list of credentials', { user_credentials: [] }, /storyboard/],
    ['a list of resources', { global_resources: [] }, /storyboard/],
    ['a story without actions', { schema_version: 3, agents: [] }, /export/],
    ['an n8n workflow', { nodes: [], connections: {} }, /storyboard/],
    ['the error answer of an API', { error: 'Not found' }, /again/],
    ['an object with the keys ‹a›, ‹b›', { a: 1, b: 2 }, /storyboard/],
    ['an object with the key ‹U+001B[31m›', { '\u001b[31m': 1 }, /storyboard/],
    ['an object with the keys ‹id›, ‹url›, ‹name›', { id: 1, url: 'https://api.example', name: 'x' }, /storyboard/],
    ['an empty object', {}, /storyboard/],
    ['an empty list', [], /storyboard/],
    ['a list of 2 items', [1, 2], /storyboard/],
    ['only a number', 5, /storyboard/],
    ['a text', 'x', /storyboard/],
  ])('is called %s', (what, value, hint) => {
    const error = errorOf(() => parseActionFile(JSON.stringify(value), 'f.json'));
    expect(error).toMatchObject({ code: 'no-action', details: { source: { file: 'f.json', line: 1, column: 1 } } });
    expect(error.message).toBe(`This is ${what}, and no Tines action.`);
    expect(error.details.hint).toMatch(hint);
  });

  test('has its other actions listed', () => {
    const agents = Array.from({ length: 7 }, (_, index) => ({
      type: 'Agents::EmailAgent',
      name: `mail ${index}`,
      options: { url: 'x' },
    }));
    expect(errorOf(() => parseActionFile(JSON.stringify({ agents }), 'f')).message).toBe(
      'There is no HTTP Request action here, only 7 actions of other types: ‹mail 0›, ‹mail 1›, ‹mail 2›, ‹mail 3›, ‹mail 4›, ….',
    );
  });
});
