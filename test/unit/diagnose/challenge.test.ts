import { describe, expect, test } from 'vitest';
import { readChallenges } from '../../../src/diagnose/evidence/challenge.ts';

const read = (field: string) =>
  readChallenges(field).map(({ scheme, parameters, token }) => [
    scheme,
    Object.fromEntries(parameters),
    ...(token === undefined ? [] : [token]),
  ]);

describe('WWW-Authenticate', () => {
  test.each([
    ['', []],
    ['Basic realm="simple"', [['Basic', { realm: 'simple' }]]],
    ['Negotiate', [['Negotiate', {}]]],
    ['Negotiate YIIabc/+==', [['Negotiate', {}, 'YIIabc/+==']]],
    [
      'Newauth realm="apps", type=1, title="Login to \\"apps\\"", Basic realm="simple"',
      [
        ['Newauth', { realm: 'apps', type: '1', title: 'Login to "apps"' }],
        ['Basic', { realm: 'simple' }],
      ],
    ],
    [
      'Bearer realm="search", ApiKey, Basic realm="x, y", charset="UTF-8"',
      [
        ['Bearer', { realm: 'search' }],
        ['ApiKey', {}],
        ['Basic', { realm: 'x, y', charset: 'UTF-8' }],
      ],
    ],
    [
      'Bearer error="invalid_token",error_description="expired"',
      [['Bearer', { error: 'invalid_token', error_description: 'expired' }]],
    ],
    ['Digest qop="auth, auth-int", nonce=abc, REALM = "r"', [['Digest', { qop: 'auth, auth-int', nonce: 'abc', realm: 'r' }]]],
    [
      ',, Basic realm="a" , , Bearer',
      [
        ['Basic', { realm: 'a' }],
        ['Bearer', {}],
      ],
    ],
    [
      'Bearer scope="https://a.example/b c", authorization_uri=https://login.example/x',
      [['Bearer', { scope: 'https://a.example/b c', authorization_uri: 'https://login.example/x' }]],
    ],
  ])('%s', (field, expected) => {
    expect(read(field)).toEqual(expected);
  });

  test('anything is read to its end', () => {
    for (const field of ['"', '===', 'Basic realm="open', '\u0000', 'a b c d', 'Bearer =', '"x", Basic'])
      expect(Array.isArray(readChallenges(field))).toBe(true);
    expect(readChallenges('"x", Basic').map(({ scheme }) => scheme)).toContain('Basic');
  });
});
