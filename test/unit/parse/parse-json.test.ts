import { describe, expect, test } from 'vitest';
import { memberOf } from '../../../src/parse/json/json-fields.ts';
import { parseJson } from '../../../src/parse/json/parse-json.ts';
import { errorOf } from './error-of.ts';
import { plain, textAt, valuesIn } from './places.ts';

describe('values', () => {
  test('keep the order and the repetition of members, and the last of them counts', () => {
    const value = parseJson('{"b":1,"a":2,"b":3}', 'f.json');
    expect(value).toMatchObject({ kind: 'object', members: [{ key: 'b' }, { key: 'a' }, { key: 'b' }] });
    expect(value.kind === 'object' && memberOf(value, 'b')).toMatchObject({ text: '3' });
  });

  test.each(['1.0', '1e5', '-0', '12345678901234567890', '0.10', '1E-2'])('keep the text of the number %s', (text) => {
    expect(parseJson(text, 'f')).toMatchObject({ kind: 'number', text });
  });

  test('keep lone surrogates, escapes and prototype names as they are', () => {
    expect(plain(parseJson('["\\ud800","\\u0000","\\/","😀"]', 'f'))).toEqual(['\ud800', '\u0000', '/', '😀']);
    expect(parseJson('{"__proto__":{"polluted":1},"constructor":2}', 'f')).toMatchObject({
      members: [{ key: '__proto__' }, { key: 'constructor' }],
    });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('allow a byte order mark and blanks around', () => {
    expect(parseJson('\ufeff \r\n\t{} \n', 'f')).toMatchObject({ kind: 'object', source: { line: 2, column: 2 } });
  });
});

describe('places', () => {
  const text = '{\r\n  "a/b": [1, {"~c": "x"}],\n  "tüp": "ä", "d": true\n}';

  test('have pointer, line and column of each value and key', () => {
    expect(parseJson(text, 'f.json')).toMatchObject({
      source: { file: 'f.json', pointer: '', line: 1, column: 1 },
      members: [
        {
          keySource: { pointer: '/a~1b', line: 2, column: 3 },
          value: {
            source: { pointer: '/a~1b', line: 2, column: 10 },
            items: [
              { source: { pointer: '/a~1b/0', line: 2, column: 11 } },
              { members: [{ value: { source: { pointer: '/a~1b/1/~0c', line: 2, column: 21 } } }] },
            ],
          },
        },
        { keySource: { line: 3, column: 3 }, value: { source: { pointer: '/tüp', line: 3, column: 10 } } },
        { value: { source: { pointer: '/d', line: 3, column: 20 } } },
      ],
    });
  });

  test('read back as the literals that were written', () => {
    const starts = valuesIn(parseJson(text, 'f')).map((value) => value.source && textAt(text, value.source)[0]);
    expect(starts).toEqual(['{', '[', '1', '{', '"', '"', 't']);
  });
});

describe('what is no JSON', () => {
  test.each([
    ['', 1, 1, /nothing to read/],
    ['  \n ', 2, 2, /nothing to read/],
    ['{"a":1,}', 1, 8, /key in double quotes, found ‹}›/],
    ['[1,]', 1, 4, /expected a value, found ‹\]›/],
    ['{"a" 1}', 1, 6, /colon/],
    ['{"a":1 "b":2}', 1, 8, /‹,› or ‹}›/],
    ['[1 2]', 1, 4, /‹,› or ‹\]›/],
    ["{'a':1}", 1, 2, /found ‹'›/],
    ['{"a":1} x', 1, 9, /nothing more/],
    ['{"a":\n // no\n1}', 2, 2, /expected a value, found ‹\/›/],
    ['[01]', 1, 3, /‹,› or ‹\]›/],
    ['[1.]', 1, 4, /digit/],
    ['["a\nb"]', 1, 4, /line break/],
    ['["a\tb"]', 1, 4, /control character ‹U\+0009›/],
    ['["\\x"]', 1, 3, /escape/],
    ['["\\u12"]', 1, 3, /escape/],
    ['["abc', 1, 6, /never closed/],
    ['{"a":[1,2', 1, 10, /ends here/],
    ['[}', 1, 2, /expected a value/],
    ['{]', 1, 2, /expected a key/],
    ['nul', 1, 1, /expected a value/],
  ])('%j has its first fault at %i:%i', (text, line, column, message) => {
    const error = errorOf(() => parseJson(text, 'f.json'));
    expect(error).toMatchObject({ code: 'not-json', details: { source: { file: 'f.json', line, column } } });
    expect(error.message).toMatch(message);
    expect(error.details.hint).toMatch(/\.$/);
  });

  test.each([
    ['{"a":None}', /‹null›/],
    ['{"a":True}', /‹true›/],
    ['{a:1}', /double quotes around the key/],
    ['{“a”:1}', /straight double quotes/],
    ['{"a":1 /* x */}', /no comments/],
    ['{"a":"x" y"}', /comma is missing/],
    ['{"a":1,\n}', /Remove the comma/],
    ['[+1]', /without a leading zero or plus/],
  ])('%j gets a hint that mends it', (text, hint) => {
    expect(errorOf(() => parseJson(text, 'f')).details.hint).toMatch(hint);
  });
});

describe('depth', () => {
  test('of 500 levels is read', () => {
    expect(valuesIn(parseJson('['.repeat(500) + ']'.repeat(500), 'f'))).toHaveLength(500);
  });

  test.each(['[', '{"a":'])('of more levels of %s is refused at its place, however deep', (opening) => {
    const error = errorOf(() => parseJson(opening.repeat(200_000), 'f'));
    expect(error).toMatchObject({ code: 'too-deep', details: { source: { line: 1, column: 500 * opening.length + 1 } } });
  });
});

test('more values than memory has room for are refused at their place', () => {
  const error = errorOf(() => parseJson(`[\n${'0,'.repeat(2_000_010)}0]`, 'f'));
  expect(error).toMatchObject({ code: 'too-large', details: { source: { line: 2 } } });
});
