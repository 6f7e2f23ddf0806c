import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call, errorOf, jsonOf, resultOf } from './conversion-world.ts';

describe('YAML_PARSE', () => {
  it.each([
    ['yes', true],
    ['Off', false],
    ['~', null],
    ['', null],
    ['0x1F', 31],
    ['0b11', 3],
    ['017', 15],
    ['1_000', 1000],
    ['1,000', 1000],
    ['12:30:45', 45045],
    ['1.5', 1.5],
    ['1e3', '1e3'],
    ['1.0e+3', 1000],
    ['"1"', '1'],
    ['!!str 1', '1'],
    [':foo', 'foo'],
    ['- a\n- {b: c}', ['a', { b: 'c' }]],
    ['a: &x {b: 1}\nc:\n  <<: *x\n  d: *x', { a: { b: 1 }, c: { b: 1, d: { b: 1 } } }],
    ['a: 1\n---\nb: 2', { a: 1 }],
    ['1: one\ntrue: yes', { 1: 'one', true: true }],
    ['!binary aGVsbG8=', 'hello'],
  ])('reads %j as Psych does', (text, expected) => {
    expect(jsonOf('YAML_PARSE(text)', { text })).toEqual(expected);
  });

  it('keeps integers exact and names of prototypes as names', () => {
    expect(resultOf('YAML_PARSE(text)', { text: '__proto__: 12345678901234567890' })).toEqual(
      new Map([['__proto__', 12345678901234567890n]]),
    );
  });

  it.each([
    ['2001-02-03', '2001-02-03'],
    ['2001-02-03 04:05:06Z', '2001-02-03 04:05:06 UTC'],
    ['2001-02-03t04:05:06.7 -05:00', '2001-02-03 04:05:06 -0500'],
    ['2001-02-30', '2001-02-30'],
  ])('reads the date %s in version 2', (text, expected) => {
    expect(jsonOf('YAML_PARSE(text, version: 2)', { text })).toBe(expected);
  });

  it.each(['2001-02-03', 'foo: bar- foo:', 'a: *missing', '--- !ruby/object:Gem::Installer {}', '{'])('refuses %j', (text) => {
    expect(errorOf('YAML_PARSE(text)', { text }).message).toMatch(/^Invalid argument to YAML_PARSE/);
  });

  it('stops at aliases that grow without bound, and at one that holds itself', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level++)
      lines.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    expect(errorOf('YAML_PARSE(text)', { text: lines.join('\n') }).kind).toBe('limit');
    expect(errorOf('YAML_PARSE(text)', { text: '&a [*a ]' }).kind).toBe('limit');
  });
});

// Each text is what Ruby 3.1 prints for the value.
describe('TO_YAML', () => {
  it.each([
    [null, '---\n'],
    ['x', '--- x\n'],
    [[], '--- []\n'],
    [[null, true, 1, 1.5], '---\n-\n- true\n- 1\n- 1.5\n'],
    [
      { a: {}, b: [], c: [[1, 2], [3]], d: [{ x: 1, y: 2 }], e: { f: ['z'] } },
      '---\na: {}\nb: []\nc:\n- - 1\n  - 2\n- - 3\nd:\n- x: 1\n  "y": 2\ne:\n  f:\n  - z\n',
    ],
    [
      [
        'yes',
        'y',
        '1',
        '~',
        '2001-01-01',
        ':sym',
        '- x',
        'a: b',
        '#x',
        "it's",
        ' lead',
        'tab\tx',
        'é',
        '010',
        '',
        '!',
        'a,b',
        '😀',
      ],
      `---\n- 'yes'\n- "y"\n- '1'\n- "~"\n- '2001-01-01'\n- ":sym"\n- "- x"\n- 'a: b'\n- "#x"\n- it's\n- " lead"\n- "tab\\tx"\n- é\n- '010'\n- ''\n- "!"\n- a,b\n- "\\U0001F600"\n`,
    ],
    [
      { lit: 'a\n  b\n\nc\n\n', lit2: '  a\nb', one: 'trail\n' },
      "---\nlit: |+\n  a\n    b\n\n  c\n\nlit2: |2-\n    a\n  b\none: 'trail\n\n  '\n",
    ],
    [{ l: 'word '.repeat(18).trim() }, `---\nl: ${'word '.repeat(15)}word\n  word word\n`],
    [{ 'multi\nkey': 4, true: 2 }, "---\n? |-\n  multi\n  key\n: 4\n'true': 2\n"],
  ])('writes %j as Ruby does', (value, expected) => {
    expect(jsonOf('TO_YAML(value)', { value })).toBe(expected);
  });

  it('writes what YAML_PARSE reads back', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '\n', ':', '-', '#', "'", '"', '0', '1', '.', '\t', ',', '[', '~', 'é', '\\'),
      maxLength: 12,
    });
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        text,
        fc.boolean(),
        fc.constant(null),
        fc.integer(),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(text, tie('value'), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(value, (input) => {
        const data = { value: input };
        expect(jsonOf('YAML_PARSE(TO_YAML(value), version: 2)', data)).toEqual(JSON.parse(JSON.stringify(input)));
      }),
      { numRuns: 150 },
    );
  });

  it('marks binary', () => {
    expect(call('TO_YAML', Uint8Array.of(0xff, 0xd8))).toBe('--- !binary |-\n  /9g=\n');
  });
});
