import { describe, expect, test } from 'vitest';
import { showText } from '../../../src/specify/show-text.ts';
import { specify } from '../../../src/specify/specify.ts';
import { codes, credential, digits, resolvedAction, text, toJson, type Written } from './resolved-action.ts';

function queryOf(query: string, payload: Written, options: { readonly [key: string]: Written } = {}): string {
  const { request } = specify(resolvedAction({ url: `http://h.example/p${query}`, method: 'get', payload, ...options }));
  return showText(request.url).slice('http://h.example/p'.length);
}

describe('the query', () => {
  test.each<[string, Written, string]>([
    ['', { b: 1, a: 'x y' }, '?a=x+y&b=1'],
    ['', { a: { c: true, b: null }, d: [1, [2], {}] }, '?a%5Bb%5D&a%5Bc%5D=true&d%5B%5D=1&d%5B%5D%5B%5D=2&'],
    ['', { a: [] }, '?a%5B%5D'],
    ['', {}, ''],
    ['', null, ''],
    ['', { a: {} }, ''],
    ['?z=1&a=2', {}, '?a=2&z=1'],
    ['?a=1&a=2', {}, '?a=2'],
    ['?a=1', { a: 'payload' }, '?a=payload'],
    ['?flag', {}, '?flag'],
    ['?a[]=1&a[]=2', {}, '?a%5B%5D=1&a%5B%5D=2'],
    ['?a[0]=x&a[1]=y', {}, '?a%5B%5D=x&a%5B%5D=y'],
    ['?q=a%20b&x=%2F', {}, '?q=a+b&x=%2F'],
    ["?t='", {}, '?t=%27'],
    ['', ['x', 'y'], '?x&y'],
    ['', 'b=2&a=1', '?a=1&b=2'],
    ['', digits('5'), '?5'],
  ])('nested: %s with %j is %s', (query, payload, sent) => {
    expect(queryOf(query, payload)).toBe(sent);
  });

  test.each<[string, Written, string]>([
    ['', { ids: [1, 2], a: null, e: [] }, '?a&e=&ids=1&ids=2'],
    ['?b=1&b=2&a=3', {}, '?a=3&b=1&b=2'],
    ['?flag', {}, '?flag=true'],
    ['', { a: { b: 'c"#{d}' } }, '?a=%7B%22b%22%3D%3E%22c%5C%22%5C%23%7Bd%7D%22%7D'],
  ])('flat: %s with %j is %s', (query, payload, sent) => {
    expect(queryOf(query, payload, { params_encoder: 'flat' })).toBe(sent);
    expect(queryOf(query, payload, { paramsEncoder: 'flat' })).toBe(sent);
  });

  test.each<[string, Written, string]>([
    ["?z=a'b[]&a=%2f,$&a", {}, "?z=a'b[]&a=%2f,$&a"],
    ['?z=1', { b: 'x/y', a: null, c: [1, 'q'] }, '?z=1&b=x/y&a&c=[1,%20"q"]'],
    ['?z=é', {}, '?z=%C3%A9'],
    ['', { a: 'x#y' }, '?a=x%23y'],
  ])('with disable_url_encoding: %s with %j is %s', (query, payload, sent) => {
    expect(queryOf(query, payload, { disable_url_encoding: 'true' })).toBe(sent);
  });

  test.each(['?a=1&a[b]=2', '?a=%E9&b', '?a[][b][c]=1'])(
    '%s cannot be read by Faraday and stays as it is, before the payload',
    (query) => {
      const action = resolvedAction({ url: `http://h.example/p${query}`, method: 'get', payload: { z: ' ' } });
      const { request, assumptions } = specify(action);
      expect(showText(request.url)).toBe(`http://h.example/p${query}&z=+`);
      expect(codes(assumptions)).toContain('query-kept');
    },
  );

  test.each(['json', 'application_json', 'form', 'data', 'text/plain'])(
    'a GET payload goes into the query under the content type %s',
    (type) => {
      const { request } = specify(
        resolvedAction({ url: 'http://h.example/p', method: 'GET', content_type: type, payload: { a: 1 } }),
      );
      expect(showText(request.url)).toBe('http://h.example/p?a=1');
      expect(request.body).toEqual({ kind: 'none' });
    },
  );

  test('numbers are written as Ruby prints them', () => {
    const payload = {
      a: digits('12345678901234567890123'),
      b: digits('1.0'),
      c: digits('1e5'),
      d: digits('1.50'),
      e: digits('1E+20'),
      f: digits('-0.00001'),
    };
    expect(queryOf('', payload)).toBe('?a=12345678901234567890123&b=1.0&c=100000.0&d=1.5&e=1.0e%2B20&f=-1.0e-05');
  });

  test('a credential is escaped where the payload brings it, and stands as it is where the URL does', () => {
    const key = credential('key');
    const { request } = specify(
      resolvedAction({ url: text('http://h.example/p?own=', key), method: 'get', payload: { key: text('a b', key) } }),
    );
    expect(request.url).toEqual(['http://h.example/p?key=a+b', { ...key, encodings: ['form'] }, '&own=', key]);
  });

  test('bytes are escaped one by one', () => {
    expect(queryOf('', { a: Uint8Array.of(0xff, 0x20, 0x41) })).toBe('?a=%FF+A');
  });

  test('of a repeated member the last value is sent', () => {
    const action = resolvedAction({ url: 'http://h.example/p', method: 'get' });
    const member = (value: number) => ({ key: ['a'], value: toJson(value) });
    const payload = { kind: 'object', members: [member(1), member(2)] } as const;
    const options = { kind: 'object', members: [...action.options.members, { key: ['payload'], value: payload }] } as const;
    expect(showText(specify({ ...action, options }).request.url)).toBe('http://h.example/p?a=2');
  });
});

describe('what is assumed of the query', () => {
  const assumed = (query: string, payload: Written) =>
    codes(specify(resolvedAction({ url: `http://h.example/p${query}`, method: 'get', payload })).assumptions).filter((code) =>
      /query|sorted/.test(code),
    );

  test.each<[string, Written, readonly string[]]>([
    ['?a=1&b=2', {}, []],
    ['', { a: 1, b: 2 }, []],
    ['?b=1&a=2', {}, ['parameters-sorted']],
    ['', { b: 1, a: 2 }, ['parameters-sorted']],
    ['', { a: { c: 1, b: 2 } }, ['parameters-sorted']],
    ['?a=1&a=2', {}, ['query-collapsed']],
    ['?a=%20', {}, ['query-reencoded']],
    ['?a=1', { b: 1 }, ['query-merged']],
  ])('%s with %j: %j', (query, payload, expected) => {
    expect(assumed(query, payload)).toEqual(expected);
  });
});
