import { describe, expect, it } from 'vitest';
import { emitPostman } from '../../../src/emit/postman/emit-postman.ts';
import { fillEnvironment } from '../../../src/emit/postman/fill-environment.ts';
import { HarnessError } from '../../../src/harness-error.ts';
import { readWorking } from '../../../src/import/read-working.ts';
import type { Policy, RequestSpec } from '../../../src/model/request-spec.ts';
import { parseJson } from '../../../src/parse/json/parse-json.ts';
import { isSensitiveName } from '../../../src/secrets/literals/sensitive-name.ts';
import { shownRequest } from './shown-request.ts';
import { workingCollection } from './working-collection.ts';

const policy: Policy = {
  redirects: { follow: false, limit: 5, keepAuthorization: false },
  tls: { verify: true },
  timeoutSeconds: 12,
  success: [{ from: 200, to: 299 }],
};

function read(text: string, name?: string, environment: Readonly<Record<string, string>> = {}) {
  return readWorking(text.replaceAll('{origin}', 'https://a.example'), {
    file: 'c.json',
    ...(name === undefined ? {} : { name }),
    policy,
    variable: (key) => environment[key],
    readBytes: (path) => Buffer.from(`[${path}]`),
    isSecretName: isSensitiveName,
    parseJson,
    taken: new Set(),
  });
}

function troubleOf(text: string, name?: string): HarnessError {
  try {
    read(text, name);
  } catch (error) {
    if (error instanceof HarnessError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

const collectionOf = (request: object, more: object = {}) =>
  JSON.stringify({ info: { name: 'c' }, item: [{ name: 'one', request }], ...more });

describe('a request of a Postman collection', () => {
  it('is sent with variables filled, and without what is switched off', () => {
    const shown = shownRequest(read(workingCollection, 'List'));
    expect(shown).toEqual({
      method: 'GET',
      url: 'https://a.example/api/items/42/a%20b?limit=2&q=it%27s%20%22x%22&bare',
      headers: new Map([
        ['X-On', 'n-v'],
        ['Authorization', 'Bearer tok-0123456789'],
        ['User-Agent', 'PostmanRuntime/7.43.0'],
        ['Accept', '*/*'],
        ['Accept-Encoding', 'gzip, deflate, br'],
      ]),
      body: '',
    });
  });

  it.each([
    [
      'Folder/Create',
      'POST',
      '/api/items',
      '{"client_secret":"s3cr3t-value","name":"v"}',
      'application/json',
      `Basic ${btoa('me:pass-word-1')}`,
    ],
    ['Form', 'POST', '/api/form', 'a%20b=x%26y%28z%29%27&password=p%20w', 'application/x-www-form-urlencoded', undefined],
    ['key in the QUERY', 'GET', '/api/x?a=1&api_key=k-0123456789', '', undefined, undefined],
    ['Graph', 'POST', '/api/graphql', '{"query":"{ me }","variables":{"a":1}}', 'application/json', 'Bearer tok-0123456789'],
  ])('%s', (name, method, target, body, type, authorization) => {
    const shown = shownRequest(read(workingCollection, name));
    expect([shown.method, shown.url, shown.body]).toEqual([method, `https://a.example${target}`, body]);
    expect([shown.headers.get('Content-Type'), shown.headers.get('Authorization')]).toEqual([type, authorization]);
  });

  it('has the key of an authentication in the place of its own header', () => {
    const { headers } = shownRequest(read(workingCollection, 'Key in a header'));
    expect([headers.get('X-Api-Key'), headers.get('x-api-key')]).toEqual(['k-0123456789', undefined]);
  });

  it('is found by its name, its path or its number; else the requests are listed', () => {
    expect(troubleOf(workingCollection).details.notes).toHaveLength(8);
    expect(troubleOf(workingCollection).message).toContain('has 8 requests');
    expect(troubleOf(workingCollection, 'Create').message).toContain('has 2 requests ‹Create›');
    expect(troubleOf(workingCollection, 'Nothing').message).toContain('has no request ‹Nothing›');
    expect(read(workingCollection, '2').request.method).toBe('POST');
    expect(read(collectionOf({ method: 'GET', url: 'https://a.example/x' })).request.url).toEqual(['https://a.example/x']);
    expect(troubleOf(JSON.stringify({ item: [] })).message).toContain('has no request in it');
  });

  it('is read in the older form, too: options as an object, the address as text', () => {
    const old = collectionOf({ method: 'get', auth: { type: 'bearer', bearer: { token: 't-012345678' } }, url: 'a.example/x' });
    const shown = shownRequest(read(JSON.stringify({ collection: JSON.parse(old) })));
    expect([shown.method, shown.url, shown.headers.get('Authorization')]).toEqual([
      'GET',
      'http://a.example/x',
      'Bearer t-012345678',
    ]);
    expect(read(collectionOf({ method: 'GET', url: { raw: 'https://u:p@a.example/x#f' } })).request.url).toEqual([
      'https://a.example/x',
    ]);
  });

  it('follows redirects as Postman does, and has what its behaviour says', () => {
    const plain = read(collectionOf({ method: 'GET', url: 'https://a.example' })).request.policy;
    expect(plain).toEqual({ ...policy, redirects: { follow: true, limit: 10, keepAuthorization: false } });
    const behavior = {
      followRedirects: false,
      maxRedirects: 3,
      followAuthorizationHeader: true,
      disableBodyPruning: true,
      disabledSystemHeaders: { accept: true },
    };
    const given = { method: 'GET', url: 'https://a.example', body: { mode: 'raw', raw: 'x' } };
    const { request } = read(collectionOf(given, { protocolProfileBehavior: behavior }));
    expect(request.policy.redirects).toEqual({ follow: false, limit: 3, keepAuthorization: true });
    expect(request.body).toEqual({ kind: 'text', text: ['x'] });
    expect(request.headers.map(([name]) => name)).toEqual(['User-Agent', 'Accept-Encoding', 'Content-Type']);
  });

  it('takes a variable that the collection does not have from the environment, and makes up none', () => {
    const text = collectionOf({ method: 'GET', url: 'https://{{host_name}}/x' });
    expect(read(text, undefined, { host_name: 'b.example' }).request.url).toEqual(['https://b.example/x']);
    expect([troubleOf(text).code, troubleOf(text).message]).toEqual([
      'unresolved-reference',
      expect.stringContaining('‹{{host_name}}›'),
    ]);
    expect(troubleOf(collectionOf({ url: 'https://a/{{$guid}}' })).message).toContain('makes up');
    expect(troubleOf(collectionOf({ url: 'https://a/{{a}}' }, { variable: [{ key: 'a', value: '{{a}}' }] })).code).toBe(
      'unresolved-reference',
    );
  });

  it('says which authentication only Postman can make, and where a token is missing', () => {
    expect(troubleOf(collectionOf({ url: 'https://a.example', auth: { type: 'hawk' } })).message).toContain('‹hawk›');
    expect(troubleOf(collectionOf({ url: 'https://a.example', auth: { type: 'oauth2', oauth2: [] } })).message).toContain(
      'no access token',
    );
    const token = [
      { key: 'accessToken', value: 'at-012345' },
      { key: 'headerPrefix', value: 'Token' },
    ];
    expect(
      shownRequest(read(collectionOf({ url: 'https://a.example', auth: { type: 'oauth2', oauth2: token } }))).headers.get(
        'Authorization',
      ),
    ).toBe('Token at-012345');
  });

  it('reads files for bodies, and says so where a script runs before', () => {
    const files = { mode: 'formdata', formdata: [{ key: 'f', type: 'file', src: '/x/a.png' }] };
    const working = read(
      collectionOf({ method: 'POST', url: 'https://a.example', body: files }, { event: [{ listen: 'prerequest', script: {} }] }),
    );
    expect(working.request.body).toMatchObject({
      kind: 'multipart',
      parts: [{ filename: ['a.png'], headers: [['Content-Type', 'image/png']], content: ['[/x/a.png]'] }],
    });
    expect(working.notes).toEqual([expect.stringContaining('script')]);
  });

  it('is the same request again for a collection that was written by this program', () => {
    const request: RequestSpec = {
      method: 'POST',
      url: ['https://a.example/x?a=%20b&c'],
      headers: [
        ['X-A', ['1']],
        ['Authorization', ['Bearer ', { name: 'acme', from: ['CREDENTIAL.acme'], encodings: [] }]],
        ['Content-Type', ['application/json']],
        ['User-Agent', ['Tines']],
        ['Accept', ['*/*']],
        ['Accept-Encoding', ['gzip,deflate']],
      ],
      body: { kind: 'text', text: ['{"a":1}'] },
      policy,
    };
    const artifact = emitPostman(request, { name: 'one' });
    const environment = fillEnvironment(artifact, new Map([['acme', 'secret-of-acme']])).values;
    const shown = shownRequest(
      read(JSON.stringify(artifact.collection), undefined, Object.fromEntries(environment.map(({ key, value }) => [key, value]))),
    );
    expect(shown.url).toBe('https://a.example/x?a=%20b&c');
    expect([...shown.headers]).toEqual(
      request.headers.map(([name, text]) => [name, name === 'Authorization' ? 'Bearer secret-of-acme' : text.join('')]),
    );
    expect(shown.body).toBe('{"a":1}');
  });
});

describe('a request of a HAR', () => {
  const har = (...requests: readonly object[]) =>
    JSON.stringify({ log: { version: '1.2', entries: requests.map((request) => ({ request })) } });

  it('is read as it was recorded', () => {
    const text = har({
      method: 'POST',
      url: 'https://a.example/x?a=1',
      headers: [
        { name: ':authority', value: 'a.example' },
        { name: 'accept', value: 'x/y' },
        { name: 'content-length', value: '3' },
      ],
      cookies: [{ name: 'sid', value: 'c-0123456' }],
      postData: { mimeType: 'text/plain', text: 'abc' },
    });
    const shown = shownRequest(read(text));
    expect(shown).toEqual({
      method: 'POST',
      url: 'https://a.example/x?a=1',
      headers: new Map([
        ['accept', 'x/y'],
        ['Cookie', 'sid=c-0123456'],
      ]),
      body: 'abc',
    });
  });

  it('is found by its number or its address', () => {
    const text = har({ method: 'GET', url: 'https://a.example/x?1' }, { method: 'GET', url: 'https://a.example/y' });
    expect(read(text, '2').request.url).toEqual(['https://a.example/y']);
    expect(read(text, 'GET https://a.example/x').request.url).toEqual(['https://a.example/x?1']);
    expect(troubleOf(text).details.notes).toEqual(['1  GET https://a.example/x', '2  GET https://a.example/y']);
  });

  it('is refused where the JSON is neither', () => {
    expect([troubleOf('{"a":1}').code, troubleOf('[').code]).toEqual(['collection', 'not-json']);
  });
});
