import { describe, expect, test } from 'vitest';
import { showText } from '../../../src/specify/show-text.ts';
import { specify } from '../../../src/specify/specify.ts';
import { codes, credential, digits, resolvedAction, text, toJson, troubleOf, type Written } from './resolved-action.ts';

function specified(options: { readonly [key: string]: Written }) {
  return specify(resolvedAction({ url: 'http://h.example/p', method: 'post', ...options }));
}

function sent(options: { readonly [key: string]: Written }) {
  const { request } = specified(options);
  const type = request.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const { body } = request;
  return [
    type === undefined ? undefined : showText(type),
    body.kind === 'text' || body.kind === 'form' ? showText(body.text) : body.kind,
  ];
}

describe('content types', () => {
  const payload = { a: 1, b: ['x'] };
  test.each<[Written, string, string]>([
    ['json', 'application/json; charset=utf-8', '{"a":1,"b":["x"]}'],
    ['JSON', 'application/json; charset=utf-8', '{"a":1,"b":["x"]}'],
    ['application_json', 'application/json', '{"a":1,"b":["x"]}'],
    ['json; charset=utf-8', 'application/json; charset=utf-8', '{"a":1,"b":["x"]}'],
    ['application/json', 'application/json', '{"a":1,"b":["x"]}'],
    ['application/vnd.api+json', 'application/vnd.api+json', '{"a":1,"b":["x"]}'],
    ['form', 'application/x-www-form-urlencoded', 'a=1&b%5B%5D=x'],
    ['application/x-www-form-urlencoded; charset=UTF-8', 'application/x-www-form-urlencoded; charset=UTF-8', 'a=1&b%5B%5D=x'],
    ['text/plain', 'text/plain', '{"a":1,"b":["x"]}'],
    [null, 'application/x-www-form-urlencoded', 'a=1&b%5B%5D=x'],
    ['', 'application/x-www-form-urlencoded', 'a=1&b%5B%5D=x'],
  ])('%j sends %s and %s', (content_type, type, body) => {
    expect(sent({ content_type, payload })).toEqual([type, body]);
  });

  test('contentType is read like content_type', () => {
    expect(sent({ contentType: 'json', payload })[0]).toBe('application/json; charset=utf-8');
  });

  test('without the option the header says how the payload is written', () => {
    expect(sent({ headers: { 'content-type': 'application/json' }, payload })).toEqual(['application/json', '{"a":1,"b":["x"]}']);
    expect(codes(specified({ headers: { 'content-type': 'application/json' }, payload }).assumptions)).toContain(
      'content-type-from-header',
    );
  });

  test('where option and header differ the option is taken, with a warning', () => {
    const { request, warnings, assumptions } = specified({
      content_type: 'json',
      headers: { 'content-TYPE': 'text/xml', 'X-A': '1' },
      payload,
    });
    expect(request.headers.slice(0, 2)).toEqual([
      ['content-TYPE', ['application/json; charset=utf-8']],
      ['X-A', ['1']],
    ]);
    expect(codes(warnings)).toContain('content-type-conflict');
    expect(codes(assumptions)).toContain('content-type-conflict');
  });

  test('a word that is no content type is sent with a warning', () => {
    expect(codes(specified({ content_type: 'jsonn', payload }).warnings)).toContain('content-type-unknown');
  });

  test('a misspelt option is warned about and ignored', () => {
    const { warnings } = specified({ 'content-type': 'json', payload });
    expect(codes(warnings)).toContain('option-misspelt');
    expect(sent({ 'content-type': 'json', payload })[0]).toBe('application/x-www-form-urlencoded');
  });

  test('without a body the header is sent for an option, and not for the default', () => {
    expect(sent({ method: 'get', content_type: 'json' })).toEqual(['application/json; charset=utf-8', 'none']);
    expect(sent({ method: 'get' })).toEqual([undefined, 'none']);
    expect(sent({})).toEqual([undefined, 'none']);
  });
});

describe('JSON bodies', () => {
  const json = (payload: Written) => sent({ content_type: 'json', payload })[1];

  test.each<[string, Written, string]>([
    [
      'numbers keep their digits',
      { a: digits('1.0'), b: digits('12345678901234567890'), c: digits('1e5'), d: digits('-0') },
      '{"a":1.0,"b":12345678901234567890,"c":1e5,"d":-0}',
    ],
    ['members keep their order', { z: 1, a: 2 }, '{"z":1,"a":2}'],
    ['null, booleans, empty values', [null, true, false, {}, [], ''], '[null,true,false,{},[],""]'],
    ['a number alone', digits('1.50'), '1.50'],
    ['a boolean alone', false, 'false'],
    ['null alone', null, 'null'],
    ['an empty array alone', [], '[]'],
    ['an empty object alone', {}, 'none'],
    ['text that is JSON', ' {"a" : 1.0}\n', ' {"a" : 1.0}\n'],
    ['text that is not JSON', 'a "b"', '"a \\"b\\""'],
  ])('%s', (_title, payload, body) => {
    expect(json(payload)).toBe(body);
  });

  test('only quotes, backslashes and control characters are escaped', () => {
    expect(json({ a: '"\\/\b\f\n\r\t\u0001\u001f<>&é😀\u2028\u007f' })).toBe(
      '{"a":"\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f<>&é😀\u2028\u007f"}',
    );
  });

  test('a repeated member keeps its last value in its first place', () => {
    const action = resolvedAction({ url: 'http://h.example/p', content_type: 'json' });
    const one = (key: string, value: number) => ({ key: [key], value: toJson(value) });
    const payload = { kind: 'object', members: [one('a', 1), one('b', 2), one('a', 3)] } as const;
    const members = [...action.options.members, { key: ['payload'], value: payload }];
    expect(specify({ ...action, options: { kind: 'object', members } }).request.body).toEqual({
      kind: 'text',
      text: ['{"a":3,"b":2}'],
    });
  });

  test('a credential is escaped inside of a JSON string, and stands as it is in text that is JSON', () => {
    const key = credential('key');
    const body = (payload: Written) => specified({ content_type: 'json', payload }).request.body;
    expect(body({ a: text('x"', key) })).toEqual({ kind: 'text', text: ['{"a":"x\\"', { ...key, encodings: ['json'] }, '"}'] });
    expect(body(text('{"a":"', key, '"}'))).toEqual({ kind: 'text', text: ['{"a":"', key, '"}'] });
    expect(body(text(key))).toEqual({ kind: 'text', text: [key] });
  });

  test('bytes in a JSON payload are refused with their place', () => {
    expect(troubleOf(() => json({ a: [Uint8Array.of(0xff)] }))).toMatchObject({
      code: 'invalid-option',
      pointer: '/payload/a/0',
    });
  });
});

describe('other bodies', () => {
  test('text is sent as it is under every type but the JSON shorthands', () => {
    for (const type of ['form', 'xml', 'data', 'text/plain', 'application/json'])
      expect(sent({ content_type: type, payload: 'a b&c\n' })[1]).toBe('a b&c\n');
  });

  test('bytes are sent as they are', () => {
    const bytes = Uint8Array.of(0, 255);
    expect(specified({ content_type: 'application/octet-stream', payload: bytes }).request.body).toEqual({
      kind: 'bytes',
      bytes,
    });
  });

  test('a form keeps its decoded pairs beside its text', () => {
    const key = credential('key');
    expect(specified({ content_type: 'form', payload: { b: text('é', key), a: null, c: {} } }).request.body).toEqual({
      kind: 'form',
      fields: [
        [['a'], null],
        [['b'], ['é', key]],
      ],
      text: ['a&b=%C3%A9', { ...key, encodings: ['form'] }, '&'],
    });
  });

  test('params_encoder and disable_url_encoding hold for forms', () => {
    expect(sent({ payload: { b: [1, 2], a: ' ' }, params_encoder: 'flat' })[1]).toBe('a=+&b=1&b=2');
    expect(sent({ payload: { b: '/', a: ' ' }, disable_url_encoding: true })[1]).toBe('b=/&a= ');
  });

  test('an empty payload sends nothing', () => {
    for (const payload of [{}, '', null]) expect(sent({ content_type: 'form', payload })[1]).toBe('none');
  });

  test('the payload of a DELETE is a body, by assumption', () => {
    expect(sent({ method: 'delete', content_type: 'application_json', payload: ['1'] })).toEqual(['application/json', '["1"]']);
    expect(codes(specified({ method: 'delete', content_type: 'json', payload: ['1'] }).assumptions)).toContain('delete-body');
    expect(sent({ method: 'delete', content_type: 'json', payload: {} })[1]).toBe('none');
  });
});

describe('sample payloads of the editor', () => {
  test.each<[Written]>([
    [{ key: 'value', something: 'the event contained ' }],
    [{ key: 'value', array_example: ['foo', 'bar'], object_example: { key: 'value' } }],
    [{ mine: 1, object_example: { key: 'value' } }],
  ])('%j is sent and warned about', (payload) => {
    const { request, warnings } = specified({ method: 'get', payload });
    expect(codes(warnings)).toEqual(['leftover-payload']);
    expect(showText(request.url)).toMatch(/\?.*(something|object_example)/);
  });

  test.each<[Written]>([[{ key: 'value' }], [{ array_example: ['foo'] }], [{}], ['text']])(
    '%j is not taken for one',
    (payload) => {
      expect(codes(specified({ method: 'get', payload }).warnings)).toEqual([]);
    },
  );
});
