import { describe, expect, it } from 'vitest';
import { errorOf, jsonOf, resultOf } from './conversion-world.ts';

describe('JSON', () => {
  it('keeps integers exact, floats apart, and names of prototypes', () => {
    expect(resultOf('JSON_PARSE(text)', { text: '{"__proto__": 12345678901234567890, "f": 1.0}' })).toEqual(
      new Map<string, unknown>([
        ['__proto__', 12345678901234567890n],
        ['f', 1],
      ]),
    );
    expect(jsonOf('TO_JSON(JSON_PARSE(text))', { text: '{"a": [1.0, 1, null], "b": "ü"}' })).toBe('{"a":[1.0,1,null],"b":"ü"}');
  });

  it('is laid out by NEAT_JSON as Ruby lays it out', () => {
    const expected = '{\n  "a": {},\n  "b": [],\n  "c": [\n    1,\n    {\n      "d": null\n    }\n  ]\n}';
    expect(jsonOf('NEAT_JSON({"a": {}, "b": [], "c": [1, {"d": NULL}]})')).toBe(expected);
    expect(jsonOf('NEAT_JSON("x")')).toBe('"x"');
  });

  it('quotes nothing of a text that is no JSON', () => {
    expect(errorOf('JSON_PARSE(text)', { text: '{"password": hunter2}' }).message).not.toContain('hunter2');
  });
});

describe('PARSE_URL', () => {
  const missing = { scheme: null, host: null, path: '', port: null, query: null, fragment: null, domain: null, tld: null };

  it.each([
    [
      'http://www.tines.com/test?foo=bar&baz=a&baz=b#123',
      {
        scheme: 'http',
        host: 'www.tines.com',
        path: '/test',
        port: 80,
        query: { foo: 'bar', baz: ['a', 'b'] },
        fragment: '123',
        domain: 'tines.com',
        tld: 'com',
      },
    ],
    [
      'https://user:pass@a.b.example.co.uk:8443',
      { scheme: 'https', host: 'a.b.example.co.uk', port: 8443, domain: 'example.co.uk', tld: 'co.uk' },
    ],
    [
      'https://team.github.io/',
      { scheme: 'https', host: 'team.github.io', path: '/', port: 443, domain: 'team.github.io', tld: 'github.io' },
    ],
    ['http://[::1]:3000/x', { scheme: 'http', host: '[::1]', path: '/x', port: 3000 }],
    ['http://127.0.0.1/?q=a%20b+c', { scheme: 'http', host: '127.0.0.1', path: '/', port: 80, query: { q: 'a b c' } }],
    ['example.com/path', { path: 'example.com/path' }],
    ['mailto:a@example.com', { scheme: 'mailto', path: 'a@example.com' }],
  ])('takes %s apart', (url, expected) => {
    expect(jsonOf('PARSE_URL(url)', { url })).toEqual({ ...missing, ...expected });
  });

  it('passes over what a company lends, where that is asked', () => {
    expect(jsonOf('PARSE_URL("https://team.github.io", include_public_suffix_domains: TRUE)')).toMatchObject({
      domain: 'github.io',
      tld: 'io',
    });
  });

  it.each([
    ['https://www.foo.ck', 'www.foo.ck', 'foo.ck'],
    ['https://shop.city.kawasaki.jp', 'city.kawasaki.jp', 'kawasaki.jp'],
    ['https://例子.卷筒纸.中国', '卷筒纸.中国', '中国'],
    ['https://server.corp.internal', 'corp.internal', 'internal'],
    ['https://s3.us-east-2.amazonaws.com', null, null],
    ['https://localhost', null, null],
  ])('cuts %s at its public suffix', (url, domain, tld) => {
    expect(jsonOf('PARSE_URL(url)', { url })).toMatchObject({ domain, tld });
  });

  it('refuses spaces', () => {
    expect(errorOf('PARSE_URL("http://a b")').message).toBe('Invalid argument to PARSE_URL, expected a URL got Text');
  });
});
