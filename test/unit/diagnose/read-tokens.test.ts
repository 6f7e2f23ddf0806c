import { describe, expect, test } from 'vitest';
import { decodeBase64 } from '../../../src/diagnose/evidence/credentials/decode-base64.ts';
import { listClaim, readJwt, scopesOf, timeClaim } from '../../../src/diagnose/evidence/credentials/jwt.ts';
import { splitScheme } from '../../../src/diagnose/evidence/credentials/split-scheme.ts';
import { isPrivateHost } from '../../../src/diagnose/evidence/is-private-host.ts';
import { wrongToken } from '../../../src/diagnose/experiments/wrong-credential.ts';
import { fakeJwt } from './fake-credentials.ts';

describe('a JWT', () => {
  test('its claims are read', () => {
    const jwt = readJwt(fakeJwt({ exp: 1_700_000_000, aud: ['a', 'b'], scp: 'read write', roles: ['admin'] }));
    if (jwt === null) throw new Error('not read');
    expect(timeClaim(jwt, 'exp')?.toISOString()).toBe('2023-11-14T22:13:20.000Z');
    expect(timeClaim(jwt, 'nbf')).toBeNull();
    expect(listClaim(jwt, 'aud')).toEqual(['a', 'b']);
    expect(scopesOf(jwt)).toEqual(['read', 'write', 'admin']);
  });

  test.each(['', 'a.b', 'a.b.c', 'not a token', '1.2.3', 'eyJhbGciOiJub25lIn0.W10.x', `${fakeJwt({})}.more`])(
    '‹%s› is none',
    (text) => {
      expect(readJwt(text)).toBeNull();
    },
  );

  test('a time that is no time is none', () => {
    for (const exp of ['soon', Number.MAX_VALUE, null]) {
      const jwt = readJwt(fakeJwt({ exp }));
      expect(jwt === null ? undefined : timeClaim(jwt, 'exp')).toBeNull();
    }
  });
});

describe('base64', () => {
  test.each([
    ['dXNlcjpwYXNz', 'user:pass'],
    ['dXNlcjpwYXNzMQ', 'user:pass1'],
    ['dXNlcjpwYXNzMQ==', 'user:pass1'],
    ['dTpwYT8-fn4', 'u:pa?>~~'],
  ])('%s', (text, decoded) => {
    expect(decodeBase64(text)).toBe(decoded);
  });

  test.each(['', 'abc', 'user:pass', 'AAAA', '////', 'dXNlcjpwYXNzM'])('‹%s› stands for no text', (text) => {
    expect(decodeBase64(text)).toBeNull();
  });
});

describe('a wrong credential of the same shape', () => {
  test.each([
    'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
    'xoxb-1234567890-abcDEF',
    'sk_live_4eC39HqLyjWDarjtT1zdp7dc',
    '550e8400-e29b-41d4-a716-446655440000',
    '0123456789abcdef0123456789abcdef',
    'plainpassword',
  ])('%s', (token) => {
    const wrong = wrongToken(token);
    expect(wrong).not.toBe(token);
    expect(wrong).toHaveLength(token.length);
    const shape = (text: string) => text.replace(/[a-z]/g, 'a').replace(/[A-Z]/g, 'A').replace(/\d/g, '0');
    expect(shape(wrong)).toBe(shape(token));
    expect(wrong.slice(0, 4)).toBe(/^[a-z]+_|^xox/.test(token) ? token.slice(0, 4) : wrong.slice(0, 4));
    expect(wrongToken(token)).toBe(wrong);
  });

  test('a JWT keeps its claims and loses its signature', () => {
    const token = fakeJwt({ exp: 1 });
    expect(wrongToken(token).split('.').slice(0, 2)).toEqual(token.split('.').slice(0, 2));
    expect(wrongToken(token)).not.toBe(token);
  });
});

test.each([
  ['Bearer abc', 'Bearer', ' '],
  ['bearer:abc', 'bearer', ':'],
  ['Bearer  abc', 'Bearer', '  '],
  ['abcdef', '', ''],
  ['user:pass', '', ''],
  ['Bearer', 'Bearer', ''],
  ['Custom abc', 'Custom', ' '],
  ['MC key:sig', 'MC', ' '],
])('‹%s› has the scheme ‹%s›', (value, scheme, separator) => {
  expect(splitScheme(value, true)).toEqual({ scheme, separator });
});

test('private hosts are told from public ones', () => {
  const hidden = [
    'localhost',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.1.1',
    '127.0.0.1',
    '100.64.0.1',
    '[::1]',
    '[fd00::1]',
    '[fe80::1]',
    'jira',
    'jira.corp',
    'nas.local',
    'db.internal',
  ];
  expect(hidden.filter((host) => !isPrivateHost(host))).toEqual([]);
  const open = [
    'example.com',
    '8.8.8.8',
    '172.32.0.1',
    '11.0.0.1',
    '192.169.0.1',
    'api.internal-tools.com',
    '[2606:4700::1]',
    '100.128.0.1',
  ];
  expect(open.filter(isPrivateHost)).toEqual([]);
});
