import { describe, expect, test } from 'vitest';
import { specify } from '../../../src/specify/specify.ts';
import { codes, credential, resolvedAction, text, troubleOf, type Written } from './resolved-action.ts';

const AGENT = 'Tines (Advanced Security Automation; tines.io)';

function specified(options: { readonly [key: string]: Written }) {
  return specify(resolvedAction({ url: 'http://h.example/p', method: 'get', ...options }));
}

describe('header fields', () => {
  test('without any, Tines sends its own, in a fixed order', () => {
    const { request, assumptions } = specified({ method: 'post', payload: { a: 1 }, basic_auth: 'u:p' });
    expect(request.headers).toEqual([
      ['Content-Type', ['application/x-www-form-urlencoded']],
      ['User-Agent', [AGENT]],
      ['Accept', ['*/*']],
      ['Accept-Encoding', ['gzip,deflate']],
      ['Authorization', ['Basic dTpw']],
    ]);
    expect(codes(assumptions)).toEqual(expect.arrayContaining(['default-headers', 'form-by-default']));
  });

  test('the author’s come first, in order, names as written, and take the place of Tines’ own', () => {
    const headers = {
      'x-b': 1,
      'X-A': true,
      accept: 'a/b',
      'user-agent': 'me',
      'Accept-Encoding': 'identity',
      'content-type': 'text/plain',
    };
    const { request, assumptions } = specified({ headers });
    expect(request.headers).toEqual([
      ['x-b', ['1']],
      ['X-A', ['true']],
      ['accept', ['a/b']],
      ['user-agent', ['me']],
      ['Accept-Encoding', ['identity']],
      ['content-type', ['text/plain']],
    ]);
    expect(codes(assumptions)).toContain('header-case');
    expect(codes(assumptions)).not.toContain('default-headers');
  });

  test('null is not sent, an empty value is, spaces at the ends are not part of a value', () => {
    const { request, assumptions } = specified({
      headers: { 'X-Null': null, 'X-Empty': '', 'X-Space': text('\t a b', credential('c'), ' ') },
    });
    expect(request.headers.slice(0, 2)).toEqual([
      ['X-Empty', []],
      ['X-Space', ['a b', credential('c')]],
    ]);
    expect(codes(assumptions)).toContain('header-empty');
  });

  test('a name in two cases keeps the last value in the first place', () => {
    const { request, warnings } = specified({ headers: { 'X-A': '1', 'X-B': '2', 'x-a': '3' } });
    expect(request.headers.slice(0, 2)).toEqual([
      ['x-a', ['3']],
      ['X-B', ['2']],
    ]);
    expect(codes(warnings)).toContain('header-repeated');
  });

  test('framing headers are left to the client', () => {
    const { request, warnings } = specified({ headers: { 'Content-Length': 5, 'Transfer-Encoding': 'chunked' } });
    expect(request.headers.map(([name]) => name)).toEqual(['User-Agent', 'Accept', 'Accept-Encoding']);
    expect(codes(warnings)).toEqual(['header-computed', 'header-computed']);
  });

  test('a list is sent as one value', () => {
    expect(specified({ headers: { 'X-A': ['1', 2] } }).request.headers[0]).toEqual(['X-A', ['1, 2']]);
  });

  test.each<[string, Written]>([
    ['X-A', 'a\r\nX-B: c'],
    ['X-A', 'a\n'],
    ['X-A', 'a\u0000'],
    ['X-A', '\u007f'],
    ['X-A', { a: 1 }],
    ['X-A', Uint8Array.of(0xff)],
    ['X A', 'a'],
    ['X:A', 'a'],
    ['', 'a'],
    ['é', 'a'],
    ['X-A\n', 'a'],
  ])('‹%j: %j› is an invalid header with its place', (name, value) => {
    expect(troubleOf(() => specified({ headers: { [name]: value } }))).toMatchObject({
      code: 'invalid-header',
      pointer: `/headers/${name}`,
    });
  });

  test('text outside of ASCII is allowed in a value', () => {
    expect(specified({ headers: { 'X-A': 'é日\t😀' } }).request.headers[0]).toEqual(['X-A', ['é日\t😀']]);
  });

  test('headers that are not an object are refused', () => {
    expect(troubleOf(() => specified({ headers: 'X: y' }))).toMatchObject({ code: 'invalid-option', pointer: '/headers' });
    expect(specified({ headers: '' }).request.headers.length).toBe(3);
  });

  test('user_agent names the client unless headers do', () => {
    expect(specified({ user_agent: 'Falcon Sandbox' }).request.headers).toContainEqual(['User-Agent', ['Falcon Sandbox']]);
    const both = specified({ user_agent: 'a', headers: { 'User-Agent': 'b' } });
    expect(both.request.headers.filter(([name]) => name === 'User-Agent')).toEqual([['User-Agent', ['b']]]);
    expect(codes(both.assumptions)).toContain('user-agent-header');
  });
});
