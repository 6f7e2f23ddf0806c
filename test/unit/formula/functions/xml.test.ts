import { describe, expect, it } from 'vitest';
import { call, errorOf, jsonOf } from './conversion-world.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

describe('XML_PARSE', () => {
  it.each([
    ['<a/>', { a: null }],
    ['<a x="1"/>', { a: { x: '1' } }],
    ['<a x="1">text</a>', { a: 'text' }],
    ['<a><b>1</b><b>2</b></a>', { a: { b: ['1', '2'] } }],
    ['<a><first-name>x &amp; &#65;&#x42;</first-name></a>', { a: { first_name: 'x & AB' } }],
    ['<a><![CDATA[<raw>&amp;]]></a>', { a: '<raw>&amp;' }],
    ['<s:a xmlns:s="u"><s:b>1</s:b></s:a>', { a: { 'xmlns:s': 'u', b: '1' } }],
    [
      '<a><n type="integer">5</n><f type="float">1.5</f><b type="boolean">true</b><z nil="true"/></a>',
      { a: { n: 5, f: 1.5, b: true, z: null } },
    ],
    ['<l type="array"><i>1</i><i>2</i></l>', { l: ['1', '2'] }],
    ['<l type="array"><i>1</i></l>', { l: ['1'] }],
    ['<l type="array"/>', { l: [] }],
    ['<a><t type="datetime">2024-01-02T03:04:05+01:00</t></a>', { a: { t: '2024-01-02T02:04:05.000Z' } }],
  ])('reads %s as Rails does', (text, expected) => {
    expect(jsonOf('XML_PARSE(text)', { text })).toEqual(expected);
  });

  it('leaves entities that the document declares as they are written', () => {
    const text = '<!DOCTYPE l [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><l>&b;</l>';
    expect(jsonOf('XML_PARSE(text)', { text })).toEqual({ l: '&b;' });
  });

  it('takes names of prototypes as names', () => {
    expect(call('XML_PARSE', '<constructor __proto__="2"><prototype>1</prototype></constructor>')).toEqual(
      new Map([
        [
          'constructor',
          new Map([
            ['__proto__', '2'],
            ['prototype', '1'],
          ]),
        ],
      ]),
    );
  });

  it.each(['<a><b></a>', '', 'text', '<a>AT&T</a>'])('refuses %j', (text) => {
    expect(errorOf('XML_PARSE(text)', { text }).message).toMatch(/^Invalid argument to XML_PARSE, expected XML text got Text/);
  });

  it('stops at deep nesting and refuses the types that Rails disallows', () => {
    expect(errorOf('XML_PARSE(text)', { text: '<a>'.repeat(5000) + '</a>'.repeat(5000) }).kind).toBe('limit');
    expect(errorOf('XML_PARSE(text)', { text: '<a type="yaml">x</a>' }).message).toContain('disallowed type');
  });
});

describe('TO_XML', () => {
  it.each([
    [
      '{"a_b": NULL, "_c_": "", "d": "<&>"}',
      undefined,
      '<hash>\n  <a-b nil="true"/>\n  <_c_></_c_>\n  <d>&lt;&amp;&gt;</d>\n</hash>\n',
    ],
    ['{}', undefined, '<hash>\n</hash>\n'],
    ['{"a": {"b": TRUE}}', '"my_root"', '<my-root>\n  <a>\n    <b type="boolean">true</b>\n  </a>\n</my-root>\n'],
    [
      '{"boxes": ["x"], "people": []}',
      undefined,
      '<hash>\n  <boxes type="array">\n    <box>x</box>\n  </boxes>\n  <people type="array"/>\n</hash>\n',
    ],
    [
      '[1.5, 2.0]',
      undefined,
      '<floats type="array">\n  <float type="float">1.5</float>\n  <float type="float">2.0</float>\n</floats>\n',
    ],
    ['[{"a": 1}]', '"entries"', '<entries type="array">\n  <entry>\n    <a type="integer">1</a>\n  </entry>\n</entries>\n'],
  ])('writes %s as Rails does', (value, root, expected) => {
    expect(jsonOf(root === undefined ? `TO_XML(${value})` : `TO_XML(${value}, ${root})`)).toBe(head + expected);
  });

  it('needs an object', () => {
    expect(errorOf('TO_XML("x")').message).toBe('Invalid argument to TO_XML, expected object got Text');
  });

  it('writes what XML_PARSE reads back', () => {
    const object = { a: 'x', b: 1, c: [true, false], d: { e: null } };
    expect(jsonOf('XML_PARSE(TO_XML(object))', { object })).toEqual({ hash: object });
  });
});
