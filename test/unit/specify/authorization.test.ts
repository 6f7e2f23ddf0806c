import { describe, expect, test } from 'vitest';
import { specify } from '../../../src/specify/specify.ts';
import { codes, credential, resolvedAction, text, troubleOf, type Written } from './resolved-action.ts';

function authorizationOf(options: { readonly [key: string]: Written }) {
  const { request } = specify(resolvedAction({ url: 'http://h.example/p', method: 'get', ...options }));
  return request.headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1];
}

describe('basic_auth', () => {
  test.each<[Written, string]>([
    ['user:pass', 'user:pass'],
    ['user:pa:ss', 'user:pa:ss'],
    [['user', 'pa:ss'], 'user:pa:ss'],
    [['user', 42], 'user:42'],
    [['', ''], ':'],
    ['é:😀', 'é:😀'],
  ])('%j is sent as the base64 of %s', (basic_auth, credentials) => {
    expect(authorizationOf({ basic_auth })).toEqual([`Basic ${Buffer.from(credentials).toString('base64')}`]);
  });

  test.each<[Written]>([[''], [null], [[]]])('%j is none', (basic_auth) => {
    expect(authorizationOf({ basic_auth })).toBeUndefined();
  });

  test.each<[Written]>([['user'], [['a']], [['a', 'b', 'c']], [{ user: 'a' }]])('%j is refused', (basic_auth) => {
    expect(troubleOf(() => authorizationOf({ basic_auth }))).toMatchObject({ code: 'invalid-option', pointer: '/basic_auth' });
  });

  test('a credential that holds the whole pair is encoded as it is', () => {
    expect(authorizationOf({ basic_auth: text(credential('pair')) })).toEqual([
      'Basic ',
      { ...credential('pair'), encodings: ['base64'] },
    ]);
  });

  test('a user and a credential are encoded as one', () => {
    const password = credential('jira');
    const expected = ['Basic ', { name: 'basic_jira', from: ['CREDENTIAL.jira'], encodings: ['base64'], of: ['me:', password] }];
    expect(authorizationOf({ basic_auth: ['me', text(password)] })).toEqual(expected);
    expect(authorizationOf({ basic_auth: text('me:', password) })).toEqual(expected);
  });

  test('the variable for the whole takes no name that is taken', () => {
    const action = resolvedAction({ url: 'http://h.example/p', method: 'get', basic_auth: text('me:', credential('a')) });
    const { request } = specify({ ...action, variables: [credential('a'), credential('basic_a')] });
    expect(request.headers.at(-1)?.[1][1]).toMatchObject({ name: 'basic_a_2' });
  });

  test('an Authorization header wins, with a warning', () => {
    const options = { basic_auth: 'u:p', headers: { authorization: 'Bearer x' } };
    expect(authorizationOf(options)).toEqual(['Bearer x']);
    const { warnings } = specify(resolvedAction({ url: 'http://h.example/p', ...options }));
    expect(codes(warnings)).toContain('auth-overridden');
  });
});

describe('an AWS credential', () => {
  const awsCredentials = new Map([['aws_dynamodb', { region: 'eu-west-1', service: 'dynamodb' }]]);

  test('alone in the Authorization header it is a signature', () => {
    const action = resolvedAction({
      url: 'http://h.example/p',
      method: 'get',
      headers: { Authorization: text(' ', credential('aws_dynamodb')) },
    });
    const { request } = specify(action, { awsCredentials });
    expect(request.headers.some(([name]) => name === 'Authorization')).toBe(false);
    expect(request.signature).toEqual({
      region: 'eu-west-1',
      service: 'dynamodb',
      accessKey: [{ name: 'aws_dynamodb_access_key', from: ['CREDENTIAL.aws_dynamodb.access_key'], encodings: [] }],
      secretKey: [{ name: 'aws_dynamodb_secret_key', from: ['CREDENTIAL.aws_dynamodb.secret_key'], encodings: [] }],
    });
  });

  test('behind a scheme, or unknown to the settings, it is a header like any other', () => {
    for (const [value, settings] of [
      [text('Bearer ', credential('aws_dynamodb')), { awsCredentials }],
      [text(credential('aws_dynamodb')), {}],
    ] as const) {
      const { request } = specify(
        resolvedAction({ url: 'http://h.example/p', method: 'get', headers: { Authorization: value } }),
        settings,
      );
      expect(request.headers.some(([name]) => name === 'Authorization')).toBe(true);
      expect(request.signature).toBeUndefined();
    }
  });
});
