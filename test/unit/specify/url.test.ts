import { describe, expect, test } from 'vitest';
import { showText } from '../../../src/specify/show-text.ts';
import { specify } from '../../../src/specify/specify.ts';
import { codes, credential, resolvedAction, text, troubleOf, type Written } from './resolved-action.ts';

function urlOf(url: Written, options: { readonly [key: string]: Written } = {}): string {
  return showText(specify(resolvedAction({ url, method: 'get', ...options })).request.url);
}

describe('the address for the wire', () => {
  test.each([
    ['https://h.example', 'https://h.example/'],
    ['HTTPS://h.example/p', 'https://h.example/p'],
    ['  https://h.example/p ', 'https://h.example/p'],
    ['http://h.example:8080/a//b/', 'http://h.example:8080/a//b/'],
    ['http://h.example:/p', 'http://h.example/p'],
    ['http://h.example/p#top?x', 'http://h.example/p'],
    ['http://h.example?a=1#top', 'http://h.example/?a=1'],
    ['http://h.example/p?', 'http://h.example/p'],
    ['http://h.example/café/日', 'http://h.example/caf%C3%A9/%E6%97%A5'],
    ['http://h.example/a b%20c%2Fd%', 'http://h.example/a%20b%20c%2Fd%25'],
    ['http://h.example/a[0]{b}|^"<>`\\', 'http://h.example/a%5B0%5D%7Bb%7D%7C%5E%22%3C%3E%60%5C'],
    ["http://h.example/~a-b_c.d!$&'()*+,;=:@", "http://h.example/~a-b_c.d!$&'()*+,;=:@"],
    ['http://h.example/a/../b/./c', 'http://h.example/a/../b/./c'],
    ['https://bücher.example/p', 'https://xn--bcher-kva.example/p'],
    ['http://[::1]:8080/p', 'http://[::1]:8080/p'],
    ['http://under_score.example/p', 'http://under_score.example/p'],
    ['http://127.0.0.1:1/p', 'http://127.0.0.1:1/p'],
  ])('%s is sent as %s', (written, sent) => {
    expect(urlOf(written)).toBe(sent);
  });

  test.each([
    '',
    'h.example/p',
    '/p',
    'ftp://h.example/p',
    'http:/h.example',
    'http://',
    'http:///p',
    'http://?a',
    'http://:80/p',
    'http://h.example:x/p',
    'http://h.example:70000/p',
    'http://a b/p',
    'http://{{host}}/p',
    'http://[::zz]/p',
    'http://h.example/a\nb',
    'mailto:a@b.example',
    'h.example:8080/p',
  ])('‹%s› is an invalid URL with its place and a hint', (written) => {
    const trouble = troubleOf(() => urlOf(written));
    expect(trouble).toMatchObject({ code: 'invalid-url', pointer: '/url' });
    expect(trouble.hint).toBeTruthy();
  });

  test('an action without a url lacks an option', () => {
    expect(troubleOf(() => specify(resolvedAction({ method: 'get' })))).toMatchObject({ code: 'missing-option' });
  });

  test('dot segments are an assumption', () => {
    expect(codes(specify(resolvedAction({ url: 'http://h.example/a/../b', method: 'get' })).assumptions)).toContain(
      'dot-segments',
    );
  });

  test('a credential may stand anywhere, and stands as it is', () => {
    const [base, id] = [credential('base'), credential('id')];
    expect(specify(resolvedAction({ url: text(base), method: 'get' })).request.url).toEqual([base]);
    expect(specify(resolvedAction({ url: text(base, '/v1/ä/', id, '?q=', id, ' b'), method: 'get' })).request.url).toEqual([
      base,
      '/v1/%C3%A4/',
      id,
      '?q=',
      id,
      '+b',
    ]);
    expect(specify(resolvedAction({ url: text('https://', id, '.example:', base, '/p'), method: 'get' })).request.url).toEqual([
      'https://',
      id,
      '.example:',
      base,
      '/p',
    ]);
  });

  test('an address that begins with a credential is an assumption', () => {
    const { assumptions } = specify(resolvedAction({ url: text(credential('webhook')), method: 'get' }));
    expect(codes(assumptions)).toContain('address-from-credential');
  });

  test('private-use characters in the URL are not taken for credentials', () => {
    const key = credential('key');
    expect(specify(resolvedAction({ url: text('http://h.example/\u{f0000}/', key), method: 'get' })).request.url).toEqual([
      'http://h.example/%F3%B0%80%80/',
      key,
    ]);
  });

  test('the user in the URL becomes Basic authentication', () => {
    const { request, assumptions } = specify(resolvedAction({ url: 'https://us%40er:p:w@h.example/p', method: 'get' }));
    expect(showText(request.url)).toBe('https://h.example/p');
    expect(request.headers).toContainEqual(['Authorization', [`Basic ${Buffer.from('us@er:p:w').toString('base64')}`]]);
    expect(codes(assumptions)).toContain('url-user');
  });
});
