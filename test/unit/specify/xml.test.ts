import { describe, expect, test } from 'vitest';
import { singular } from '../../../src/ruby/singular.ts';
import { xmlText } from '../../../src/specify/body/xml-text.ts';
import { showText } from '../../../src/specify/show-text.ts';
import { credential, digits, text, toJson } from './resolved-action.ts';

describe('XML as Rails writes it', () => {
  test('every kind of value', () => {
    const payload = {
      user_name: 'a<b>&"',
      ' count of': 1,
      rate: digits('1.5'),
      on: true,
      none: null,
      deep: { _x_: '' },
      host_names: ['a', 2, { k: 'v' }],
      empty: [],
    };
    expect(showText(xmlText(toJson(payload)))).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<post>',
        '  <user-name>a&lt;b&gt;&amp;"</user-name>',
        '  <count-of type="integer">1</count-of>',
        '  <rate type="float">1.5</rate>',
        '  <on type="boolean">true</on>',
        '  <none nil="true"/>',
        '  <deep>',
        '    <_x_></_x_>',
        '  </deep>',
        '  <host-names type="array">',
        '    <host-name>a</host-name>',
        '    <host-name type="integer">2</host-name>',
        '    <host-name>',
        '      <k>v</k>',
        '    </host-name>',
        '  </host-names>',
        '  <empty type="array"/>',
        '</post>',
        '',
      ].join('\n'),
    );
  });

  test('a credential is escaped for XML', () => {
    expect(xmlText(toJson({ a: text('<', credential('key')) }))).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>\n<post>\n  <a>&lt;',
      { ...credential('key'), encodings: ['xml'] },
      '</a>\n</post>\n',
    ]);
  });

  test('characters that XML cannot hold are replaced', () => {
    expect(showText(xmlText(toJson({ a: '\u0000\ufffe' })))).toContain('<a>\ufffd\ufffd</a>');
  });
});

describe('singular', () => {
  test.each([
    ['ids', 'id'],
    ['addresses', 'address'],
    ['entries', 'entry'],
    ['statuses', 'status'],
    ['people', 'person'],
    ['children', 'child'],
    ['indices', 'index'],
    ['series', 'series'],
    ['news', 'news'],
    ['data', 'datum'],
    ['class', 'class'],
    ['boxes', 'box'],
    ['analyses', 'analysis'],
    ['post', 'post'],
    ['lives', 'life'],
    ['wolves', 'wolf'],
  ])('of %s is %s', (plural, expected) => {
    expect(singular(plural)).toBe(expected);
  });
});
