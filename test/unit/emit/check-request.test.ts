import { describe, expect, test } from 'vitest';
import { checkRequest } from '../../../src/emit/check/check-request.ts';
import { checkValues } from '../../../src/emit/check/check-values.ts';
import { credential, exampleRequest } from './example-request.ts';

describe('what HTTP cannot carry is refused', () => {
  test.each([
    ['a space in the method', { method: 'GET /' }, 'unsupported-method'],
    ['CONNECT', { method: 'CONNECT' }, 'unsupported-method'],
    ['a space in the URL', { url: ['https://h/a b'] }, 'invalid-url'],
    ['a character outside of ASCII in the URL', { url: ['https://h/é'] }, 'invalid-url'],
    ['a line break in the URL', { url: ['https://h/\r\nX: 1'] }, 'invalid-url'],
    ['a fragment', { url: ['https://h/#x'] }, 'invalid-url'],
    ['a user in the URL', { url: ['https://u:p@h/'] }, 'invalid-url'],
    ['another scheme', { url: ['ftp://h/'] }, 'invalid-url'],
    ['no URL', { url: [] }, 'invalid-url'],
    ['an empty name', { headers: [['', ['x']]] }, 'invalid-header'],
    ['a name that is a file for curl', { headers: [['@file', ['x']]] }, 'invalid-header'],
    ['a name with a colon', { headers: [['a:b', ['x']]] }, 'invalid-header'],
    ['a line break in a value', { headers: [['X', ['a\r\nY: b']]] }, 'invalid-header'],
    ['NUL in a value', { headers: [['X', ['a\0']]] }, 'invalid-header'],
  ] as const)('%s', (_, changes, code) => {
    expect(() => checkRequest(exampleRequest(changes))).toThrow(expect.objectContaining({ name: 'HarnessError', code }));
  });
});

test('an @ in the path or the query is no user', () => {
  expect(() => checkRequest(exampleRequest({ url: ['https://h/@me?to=a@b'] }))).not.toThrow();
});

test('values are checked where they stand', () => {
  const request = exampleRequest({ url: ['https://h/', credential('a')], headers: [['X', [credential('b')]]] });
  expect(() =>
    checkValues(
      request,
      new Map([
        ['a', 'x'],
        ['b', 'y'],
      ]),
    ),
  ).not.toThrow();
  expect(() =>
    checkValues(
      request,
      new Map([
        ['a', 'x y'],
        ['b', 'y'],
      ]),
    ),
  ).toThrow(/the address/);
  expect(() =>
    checkValues(
      request,
      new Map([
        ['a', 'x'],
        ['b', 'y\n'],
      ]),
    ),
  ).toThrow(/‹X›/);
});
