import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/model/action.ts';
import type { RequestSpec } from '../../../src/model/request-spec.ts';
import { parseActionFile } from '../../../src/parse/parse-action-file.ts';
import { findLiteralSecrets, literalSecretWarnings } from '../../../src/secrets/find-literal-secrets.ts';

const github = `ghp_${'a1B2c3D4e5'.repeat(3)}Zz9Yx8`;
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlLTEyMw';
const pem = '-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA7VJTUt9Us8cKjMzEfYyjiWA4R4\n-----END RSA PRIVATE KEY-----';

function actionWith(options: object): Action {
  const [action] = parseActionFile(
    JSON.stringify({ type: 'Agents::HTTPRequestAgent', name: 'a', options }),
    'action.json',
  ).actions;
  if (action === undefined) throw new Error('the fixture holds one action');
  return action;
}

function requestWith(parts: Partial<RequestSpec>): RequestSpec {
  const policy = {
    redirects: { follow: true, limit: 10, keepAuthorization: false },
    tls: { verify: true },
    timeoutSeconds: 30,
    success: [],
  };
  return { method: 'GET', url: ['https://api.acme.test/'], headers: [], body: { kind: 'none' }, policy, ...parts };
}

const found = (options: object, request: Partial<RequestSpec> = {}) =>
  findLiteralSecrets({
    action: actionWith({ url: 'https://api.acme.test', method: 'get', ...options }),
    request: requestWith(request),
  }).map(({ secret }) => [secret.label, secret.value]);

describe('secrets written into an action', () => {
  it.each<[string, object, readonly string[]]>([
    ['literal in headers.Authorization', { headers: { Authorization: 'Bearer abc-123-def' } }, ['abc-123-def']],
    ['literal in headers.authorization', { headers: { authorization: 'SSWS 00abcdefgh' } }, ['00abcdefgh']],
    ['literal in headers.Authorization', { headers: { Authorization: 'Token token=s3cr3t77' } }, ['s3cr3t77']],
    [
      'literal in headers.Authorization',
      { headers: { Authorization: `Basic ${Buffer.from('joe:h4rd-pw').toString('base64')}` } },
      [Buffer.from('joe:h4rd-pw').toString('base64'), 'h4rd-pw'],
    ],
    ['literal in headers.X-Api-Key', { headers: { 'X-Api-Key': 'k-4711-xyz' } }, ['k-4711-xyz']],
    [
      'literal in headers.Ocp-Apim-Subscription-Key',
      { headers: { 'Ocp-Apim-Subscription-Key': '0123456789abcdef' } },
      ['0123456789abcdef'],
    ],
    ['literal in headers.Cookie', { headers: { Cookie: 'session=kV9xP2mQ7; theme=dark-blue' } }, ['kV9xP2mQ7', 'dark-blue']],
    [
      'literal in payload.client_secret',
      { payload: { client_secret: 'cs-99-xy', grant_type: 'client_credentials' } },
      ['cs-99-xy'],
    ],
    ['literal in payload.user.password', { payload: { user: { name: 'joe', password: 'correct horse' } } }, ['correct horse']],
    ['literal in payload.api_keys[0].apiKey', { payload: { api_keys: [{ apiKey: 'one-1' }] } }, ['one-1']],
    ['literal in payload', { payload: '{"nested":"{}","clientSecret":"cs\\"99"}' }, ['cs"99']],
    ['literal in payload', { payload: 'grant_type=password&password=p%40ss&username=joe' }, ['p@ss']],
    ['literal in url', { url: 'https://api.acme.test/v1?api_key=q-77-zz&page=2' }, ['q-77-zz']],
    ['literal in url', { url: 'https://joe:p%40ss77@api.acme.test/' }, ['p%40ss77', 'p@ss77']],
    ['literal in url', { url: 'https://hooks.slack.com/services/T01AB/B02CD/abcDEF123' }, ['T01AB/B02CD/abcDEF123']],
    [
      'literal in url',
      { url: 'https://discord.com/api/webhooks/123456789012345678/abcdefghijklmnop_QRST' },
      ['123456789012345678/abcdefghijklmnop_QRST'],
    ],
    ['literal in basic_auth', { basic_auth: 'joe:hunter:2' }, ['hunter:2']],
    ['literal in basic_auth[1]', { basic_auth: ['joe', 'hunter-2'] }, ['hunter-2']],
    ['literal in payload.text', { payload: { text: `see ${github} and ${jwt}` } }, [github, jwt]],
    ['literal in payload.key', { payload: { key: pem } }, [pem]],
    ['literal in payload.note', { payload: { note: '=CONCAT("AKIAIOSFODNN7EXAMPLE", x.y)' } }, ['AKIAIOSFODNN7EXAMPLE']],
    ['literal in headers.Authorization', { headers: { Authorization: '="Bearer " & "tok-0123456789ab"' } }, ['tok-0123456789ab']],
    ['literal in headers.X-Token', { headers: { 'X-Token': 'v1.9f8e7d6c5b4a.<<META.run>>' } }, ['v1.9f8e7d6c5b4a.']],
  ])('are found by name and shape: %s %j', (label, options, values) => {
    expect(found(options)).toEqual(values.map((value) => [label, value]));
  });

  it.each<[string, object]>([
    [
      'a pill',
      {
        headers: { Authorization: 'Bearer <<CREDENTIAL.acme>>', 'X-Api-Key': '=CREDENTIAL.key', Cookie: 'a={% credential c %}' },
      },
    ],
    ['a pill in Basic', { basic_auth: ['joe', '<<CREDENTIAL.pw>>'] }],
    ['a place to be filled in', { headers: { Authorization: 'Bearer YOUR_TOKEN', 'X-Api-Key': '<api key>', token: '***' } }],
    [
      'what is named alike',
      {
        payload: {
          next_token: 'abc1234567890',
          page_token: 'p-1',
          token_type: 'x-1',
          max_tokens: 4096,
          user: 'joe',
          key: 'PROJ-17',
          has_password: 'yes-1',
        },
      },
    ],
    ['ordinary text', { payload: { text: 'Please reset the password of joe@acme.test', url: 'https://acme.test/a?b=c' } }],
  ])('are not: %s', (_, options) => {
    expect(found(options)).toEqual([]);
  });

  it('have their place, and each field is warned of once', () => {
    const literals = findLiteralSecrets({
      action: actionWith({ url: 'https://a.test', headers: { Cookie: 'a=first-11; b=second-22' } }),
      request: requestWith({}),
    });
    expect(literals.map(({ source }) => source?.pointer)).toEqual(['/options/headers/Cookie', '/options/headers/Cookie']);
    const warnings = literalSecretWarnings(literals);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({ code: 'literal-secret', source: { pointer: '/options/headers/Cookie' } });
    expect(JSON.stringify(warnings)).not.toContain('first-11');
  });
});

describe('secrets that only the request shows', () => {
  const acme = { name: 'acme', from: ['CREDENTIAL.acme'], encodings: [] };

  it('are those that upstream data brought', () => {
    const literals = findLiteralSecrets({
      action: actionWith({ url: 'https://a.test', headers: { Authorization: 'Bearer <<login.body.access_token>>' } }),
      request: requestWith({ headers: [['Authorization', ['Bearer up-stream-token-1']]] }),
    });
    expect(literals.map(({ secret, origin }) => [secret.label, secret.value, origin])).toEqual([
      ['value of headers.Authorization', 'up-stream-token-1', 'computed'],
    ]);
    expect(literalSecretWarnings(literals)).toEqual([]);
  });

  it('are those in the query, the body and the proxy', () => {
    const request: Partial<RequestSpec> = {
      url: ['https://a.test/x?access_token=t%2Fk-1&key=AbCdEf1234567890&page=2'],
      body: { kind: 'text', text: ['{"a":"', acme, '","password":"p-77"}'] },
      policy: { ...requestWith({}).policy, proxy: ['http://me:pr0xy-pw@proxy.test:3128'] },
    };
    expect(found({}, request)).toEqual([
      ['value of url.access_token', 't/k-1'],
      ['value of url.key', 'AbCdEf1234567890'],
      ['value of proxy', 'pr0xy-pw'],
      ['value of body.password', 'p-77'],
    ]);
  });

  it('are not what a credential gives already', () => {
    expect(found({}, { headers: [['Authorization', ['Bearer ', acme]]], url: ['https://a.test/?api_key=', acme] })).toEqual([]);
  });

  it('are those of a host that is known to take them there', () => {
    const literals = findLiteralSecrets({
      action: actionWith({ url: 'https://a.test' }),
      request: requestWith({ url: ['https://API.acme.test:8443/x'], headers: [['X-Shodan', ['abc-1']]] }),
      isCredentialField: ({ url, place, name }) =>
        new URL(url).hostname === 'api.acme.test' && place === 'header' && name === 'X-Shodan',
    });
    expect(literals.map(({ secret }) => secret.value)).toEqual(['abc-1']);
  });
});
