import { describe, expect, test } from 'vitest';
import { compareBodies } from '../../../src/compare/compare-bodies.ts';

const text = (value: string) => ({ kind: 'text', text: value, mediaType: '' }) as const;
const places = (left: string, right: string) =>
  compareBodies(text(left), text(right)).map(({ place, change }) => `${change} ${place}`);

describe('compareBodies, JSON', () => {
  test('numbers are told apart by their digits', () => {
    expect(places('{"a":12345678901234567890}', '{"a":12345678901234567891}')).toEqual(['changed /a']);
    expect(places('{"a":1}', '{"a":1.0}')).toEqual(['changed /a']);
    expect(places('[1e2]', '[1e2]')).toEqual([]);
  });

  test('repeated keys are told apart', () => {
    expect(places('{"a":1,"a":2}', '{"a":2}')).toEqual(['removed /a']);
    expect(places('{"a":1,"b":0,"a":2}', '{"a":2,"b":0,"a":1}')).toEqual(['changed /a', 'changed /a']);
    expect(places('{"a":1,"a":2,"a":1}', '{"a":1,"a":1,"a":2}')).toHaveLength(2);
    expect(places('[{"a":1,"a":2}]', '[{"a":2,"a":1}]')).toEqual(['changed /0/a', 'changed /0/a']);
    expect(places('{"a":1,"a":2}', '{"a":1,"a":2}')).toEqual([]);
  });

  test('one changed field in 5,000 is exactly that field', () => {
    const fields = Array.from({ length: 5000 }, (_, index) => [`field${index}`, { value: index }] as const);
    const left = JSON.stringify(Object.fromEntries(fields));
    expect(places(left, left.replace('"field4321":{"value":4321}', '"field4321":{"value":0}'))).toEqual([
      'changed /field4321/value',
    ]);
  });

  test('one changed field in a list of 5,000 is exactly that field', () => {
    const items = Array.from({ length: 5000 }, (_, index) => ({ id: index, name: `n${index}`, kind: 'x' }));
    const changed = items.map((item, index) => (index === 3210 ? { ...item, name: 'other' } : item));
    expect(places(JSON.stringify(items), JSON.stringify(changed))).toEqual(['changed /3210/name']);
  });

  test('an item inserted at the head is one entry', () => {
    const items = Array.from({ length: 1000 }, (_, index) => ({ id: index }));
    expect(places(JSON.stringify(items), JSON.stringify([{ id: 'new' }, ...items]))).toEqual(['added /0']);
  });

  test('a list in another order is one entry', () => {
    expect(places('[1,2,3,4,5]', '[5,3,1,2,4]')).toEqual(['reordered ']);
    expect(places('{"set":["a","b","c"]}', '{"set":["c","a","b"]}')).toEqual(['reordered /set']);
  });

  test('names in a pointer are escaped', () => {
    expect(places('{"a/b~c":1}', '{"a/b~c":2}')).toEqual(['changed /a~1b~0c']);
  });

  test('prototype names are members like any other', () => {
    expect(places('{"__proto__":{"a":1}}', '{"__proto__":{"a":2}}')).toEqual(['changed /__proto__/a']);
  });

  test('documents nested 100,000 levels deep are compared', () => {
    const nest = (inner: string) => `${'['.repeat(100_000)}${inner}${']'.repeat(100_000)}`;
    expect(compareBodies(text(nest('1')), text(nest('2')))).toHaveLength(1);
  });

  test('JSON in a string, a JWT and base64 of JSON are opened', () => {
    expect(places('{"log":"{\\"a\\":1,\\"b\\":2}"}', '{"log":"{\\"b\\":2,\\"a\\":3}"}')).toEqual([
      'changed /log (JSON inside)/a',
    ]);
    const jwt = (claims: object) =>
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
    expect(places(JSON.stringify({ t: jwt({ exp: 1 }) }), JSON.stringify({ t: jwt({ exp: 2 }) }))).toEqual([
      'changed /t (JWT)/claims/exp',
    ]);
    const packed = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64');
    expect(places(JSON.stringify({ t: packed({ page: 1 }) }), JSON.stringify({ t: packed({ page: 2 }) }))).toEqual([
      'changed /t (base64 of JSON)/page',
    ]);
  });
});

describe('compareBodies, other media', () => {
  test('XML is compared by structure', () => {
    expect(places('<a><b x="1">t</b></a>', '<?xml version="1.0"?>\n<a>\n  <b x="1">t</b>\n</a>')).toEqual([]);
    expect(places('<a><b>1</b></a>', '<a><b>2</b></a>')).toEqual(['changed /a/0/b']);
  });

  test('one more element of XML is one entry, and references to characters are what they stand for', () => {
    expect(places('<r><i>a</i></r>', '<r><i>a</i><i>b</i></r>')).toEqual(['added /r/1']);
    expect(places('<a t="&#x41;">&#233;<![CDATA[&]]></a>', '<a t="A">é&amp;</a>')).toEqual([]);
  });

  test.each([
    ['repeated elements are a list', '{"r":{"i":["a","b"]}}', '<r><i>a</i><i>b</i></r>', []],
    ['an element is empty', '{"r":{"i":null,"j":""}}', '<r><i/><j/></r>', []],
    ['types are obeyed or not', '{"r":{"n":3,"t":true,"m":"3"}}', '<r><n type="integer">3</n><t>true</t><m>3</m></r>', []],
    ['a list has one item', '{"r":{"i":[{"x":"1"}]}}', '<r><i><x>1</x></i></r>', []],
    ['attributes are kept', '{"r":{"k":"v","x":"1"}}', '<r k="v" other="w"><x>1</x></r>', []],
    ['prefixes are dropped', '{"Envelope":{"x":"1"}}', '<s:Envelope xmlns:s="u"><x>1</x></s:Envelope>', []],
    ['prefixes are kept', '{"s:Envelope":{"x":"1"}}', '<s:Envelope xmlns:s="u"><x>1</x></s:Envelope>', []],
    ['a text differs', '{"r":{"i":["a","b"]}}', '<r><i>a</i><i>c</i></r>', ['changed /r/i/1']],
    ['an element is new', '{"r":{"x":"1"}}', '<r><x>1</x><y>2</y></r>', ['added /r/y']],
  ])('the object that Tines made of XML is compared with the XML: %s', (_, record, xml, expected) => {
    expect(places(record, xml)).toEqual(expected);
  });

  test('XML in a string, a token behind its scheme, and base64 of a list or of XML are opened', () => {
    const packed = (value: string) => JSON.stringify({ t: Buffer.from(value).toString('base64') });
    expect(places('{"s":"<a><b>1</b></a>"}', '{"s":"<a><b>2</b></a>"}')).toEqual(['changed /s (XML inside)/a/0/b']);
    expect(places(packed('[1,2]'), packed('[1,3]'))).toEqual(['changed /t (base64 of JSON)/1']);
    expect(places(packed('<a><b>1</b></a>'), packed('<a><b>2</b></a>'))).toEqual(['changed /t (base64 of XML)/a/0/b']);
    const token = (scheme: string, id: number) =>
      JSON.stringify(
        `${scheme} ${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(`{"id":${id}}`).toString('base64url')}.c2ln`,
      );
    expect(places(token('Bearer', 1), token('Bearer', 2))).toEqual(['changed  (JWT)/claims/id']);
    expect(places(token('Bearer', 1), token('Token', 2))).toEqual(['changed ']);
  });

  test('text is compared by line, line endings aside', () => {
    expect(places('one\ntwo\nthree\n', 'one\r\n2\r\nthree\r\n')).toEqual(['changed line 2']);
    expect(places('one\n', 'one\r\n')).toEqual([]);
  });

  test('bytes are compared by hash, and by size where a record has no hash', () => {
    const bytes = (size: number, sha256: string) => ({ kind: 'bytes', size, sha256, mediaType: '' }) as const;
    expect(compareBodies(bytes(3, 'aa'), bytes(3, 'bb'))).toHaveLength(1);
    expect(compareBodies(bytes(3, ''), bytes(3, 'bb'))).toEqual([]);
  });

  test('a file that Tines recorded is compared with a text by its bytes', () => {
    const file = (sha256: string) => ({ kind: 'bytes', size: 3, sha256, mediaType: '' }) as const;
    const received = { ...text('abc'), of: { size: 3, sha256: 'aa' } };
    expect(compareBodies(file('aa'), received)).toEqual([]);
    expect(compareBodies(file(''), received)).toEqual([]);
    expect(compareBodies(file('bb'), received)).toHaveLength(1);
  });

  test('a body on one side only is an addition', () => {
    expect(compareBodies({ kind: 'none' }, text('x'))).toEqual([{ place: '', values: [null, 'x'], change: 'added' }]);
  });
});
