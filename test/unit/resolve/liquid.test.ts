import { describe, expect, it } from 'vitest';
import type { Value } from '../../../src/model/value.ts';
import { refusal, resolution, resolved } from './resolve-world.ts';

const scope = {
  credentials: { acme: 's3cret-value', mimecast_key: 'm1me' },
  data: {
    a: { b: 'x y', list: [1, 2, { c: 'z' }], n: 5, object: { k: 'v', k2: [1] }, '#id': 9, no: false },
    plain: 'p',
    META: { tenant: { domain: 't.tines.com' }, action: { id: 3 }, event: { id: 4 } },
  },
  resources: { domain: 'example.com' },
};

describe('legacy Liquid', () => {
  it.each([
    ['{{ .a.b }}|{{.a.b}}|{{ a.b }}|{{ plain }}', 'x y|x y|x y|p'],
    ["{{ .a['#id'] }}|{{.a.['#id']}}", '9|9'],
    ['{{ .a.list[0] }}|{{ .a.list.first }}|{{ .a.list.last.c }}|{{ .a.list.size }}', '1|1|z|3'],
    ['{{ .a.list }}|{{ .a.object }}|{{ .a.missing }}', '12{"c":"z"}|{"k":"v","k2":[1]}|'],
    ['{{ .a.b | base64_encode }}', 'eCB5'],
    ['{{ .a.n | plus: 2 | times: 2 }}', '14'],
    ['{{ .a.n | divided_by: 2 }}|{{ .a.n | divided_by: 2.0 }}', '2|2.5'],
    ['{% assign v = .a.b %}{{ v }}!', 'x y!'],
    ['{% capture my-var %}[{{ .a.b }}]{% endcapture %}{{ my-var }}{{ my-var }}', '[x y][x y]'],
    ['{% if .a.b == "x y" and .a.n > 4 %}yes{% else %}no{% endif %}', 'yes'],
    ['{% if .nobody.x %}yes{% else %}no{% endif %}', 'no'],
    ['{% for i in .a.list %}{{ forloop.index0 }}{% if forloop.last == false %},{% endif %}{% endfor %}', '0,1,2'],
    ['{% for pair in .a.object %}{{ pair[0] }}={{ pair[1] }};{% endfor %}', 'k=v;k2=1;'],
    ['{{ .nobody.x | default: "d" }}', 'd'],
    ['{{ .a.missing | upcase }}|{{ .a.missing | plus: 1 }}|{{ .a.missing | join: "," }}|{{ .a.missing | size }}', '|1||0'],
    ['a{% line_break %}b', 'a\nb'],
    ['https://{% global_resource domain %}/{{ .RESOURCE.domain }}', 'https://example.com/example.com'],
    ['{{ "now" | date: "%Y" }}', '2024'],
    ['{% prompt yes %}', 'https://t.tines.com/prompt?a=3&e=4&s=yes'],
    ['{{ .a.b }} and <<a.n>>, {{ <<a.n + 1>> }}', 'x y and 5, 6'],
    ['{{ "a.b .c" }}', 'a.b .c'],
    ['{{ .a.constructor }}{{ .a.__proto__ }}{{ .a.list.map }}', ''],
    ['{"query": "{ a { b } }"}', '{"query": "{ a { b } }"}'],
  ])('%s', (url, expected) => {
    expect(resolved({ url }, scope)).toEqual({ url: expected });
  });

  it.each([
    ['{{ .f }}|{{ .f | abs }}|{{ .f | plus: 1 }}|{{ .list }}', '2.0|2.0|3.0|2.00.0'],
    ['{% assign v = .f %}{{ v }}|{% if v == 2 %}2{% endif %}|{{ .f | as_object }}', '2.0|2|2.0'],
    ['{{ .f | as_object }}', '#2.0'],
  ])('leaves a Float without fraction one, as Ruby does: %s', (url, expected) => {
    const values = new Map<string, Value>([
      ['f', 2],
      ['list', [2, 0]],
    ]);
    expect(resolved({ url }, { values })).toEqual({ url: expected });
  });

  it('keeps the type with as_object', () => {
    expect(
      resolved({ payload: '{{ .a.list | as_object }}', n: '{{ .a.n | as_object }}', t: ' {{ .a.n | as_object }}' }, scope),
    ).toEqual({
      payload: ['#1', '#2', { c: 'z' }],
      n: '#5',
      t: ' 5',
    });
  });

  it('hands the variables of placeholders to all strings', () => {
    const placeholders = ['{% capture key %}{% credential mimecast-key %}{% endcapture %}', '{% assign name = .a.b | upcase %}'];
    const { values } = resolution({ placeholders, url: '{{ name }}:{{ key }}:{{ "d" | hmac_sha1: key }}' }, scope);
    expect(resolved({ placeholders, url: '{{ name }}:{{ key }}:{{ "d" | hmac_sha1: key }}' }, scope)).toEqual({
      url: 'X Y:‹mimecast_key›:‹mimecast_key_text›',
    });
    expect([...values.keys()]).toEqual(['mimecast_key', 'mimecast_key_text']);
  });

  it('makes variables of secrets, and only of them', () => {
    const url =
      'Bearer {{ .CREDENTIAL.acme }} {% credential acme %} {{ .CREDENTIAL.acme | base64_encode }} {{ .a.n }}{% if .CREDENTIAL.acme %}+{% endif %}';
    expect(resolved({ url }, scope)).toEqual({ url: 'Bearer ‹acme› ‹acme› ‹acme_text› 5+' });
  });

  it('makes one variable of a text whose shape depends on a secret', () => {
    const { resolved: action, values } = resolution({ url: 'a{% if .CREDENTIAL.acme == "s3cret-value" %}b{% endif %}' }, scope);
    expect(action.variables).toHaveLength(1);
    expect([...values.values()]).toEqual(['ab']);
  });

  it.each([
    ['ab {{ .nobody.x }}', 'unresolved-reference', { offset: 6, length: 9 }],
    ['{% credential nope %}', 'unresolved-reference', { offset: 0, length: 21 }],
    ['{{ azure_tenant_id }}', 'unresolved-reference', { offset: 3, length: 15 }],
    ['a {% if %}', 'template-error', { offset: 7, length: 1 }],
    ['{{ .a.b | upcaes }}', 'unsupported-formula', { offset: 0, length: 19 }],
    ['{% render "x" %}', 'template-error', { offset: 0, length: 16 }],
    ['{{ .a.b | plus: 1 }}', 'formula-error', { offset: 0, length: 20 }],
  ])('%s stops with its place', (url, code, within) => {
    const error = refusal({ url }, scope);
    expect([error.code, error.details.within, error.details.source?.pointer]).toEqual([code, within, '/url']);
  });

  it('stops a text that does too much', () => {
    const url = '{% for i in (1..1000000000) %}{% for j in (1..100000) %}x{% endfor %}{% endfor %}';
    expect(refusal({ url }, scope).code).toBe('evaluation-limit');
  });

  it.each([
    ['more text than is read', '{% if .a.b %}'.repeat(100_000) + '{% endif %}'.repeat(100_000)],
    ['names in names', `{{ a${'[a'.repeat(100_000)}${']'.repeat(100_000)} }}`],
  ])('stops at %s', (_, url) => {
    expect(refusal({ url }, scope).code).toBe('evaluation-limit');
  });

  it.each(['{{', '{%', '{'])('takes a hundred thousand of %s that are never closed for text', (bracket) => {
    const text = bracket.repeat(100_000);
    expect(resolved({ url: 'https://a.test', payload: text }, scope)).toEqual({ url: 'https://a.test', payload: text });
  });
});
