import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call, errorOf, jsonOf } from './conversion-world.ts';

describe('CSV_PARSE', () => {
  it.each([
    [
      'a;"b;x" ;c\r\n1;;""',
      [
        ['a', 'b;x', 'c'],
        ['1', null, ''],
      ],
    ],
    [
      'a\tb\n1\t2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a|b,c|d', [['a', 'b,c', 'd']]],
    ['\uFEFFa,b\n\n1', [['a', 'b'], [], ['1']]],
    ['"x, y","say ""hi""","two\nlines"', [['x, y', 'say "hi"', 'two\nlines']]],
    ['', []],
  ])('reads %j', (text, expected) => {
    expect(jsonOf('CSV_PARSE(text)', { text })).toEqual(expected);
  });

  it('refuses a quotation mark that is never closed', () => {
    expect(errorOf('CSV_PARSE(text)', { text: 'a,b\n1,"2' }).message).toMatch(
      /^Invalid argument to CSV_PARSE, expected CSV text/,
    );
  });
});

describe('CSV_PARSE_TO_OBJECTS', () => {
  it('gives NULL for what a short line lacks, and the surplus of a long one an empty name', () => {
    expect(jsonOf('CSV_PARSE_TO_OBJECTS(text)', { text: 'a,b\n1\n\n1,2,3' })).toEqual([
      { a: '1', b: null },
      { a: '1', b: '2', '': '3' },
    ]);
  });

  it('takes names of prototypes as names', () => {
    expect(call('CSV_PARSE_TO_OBJECTS', '__proto__,constructor\n1,2')).toEqual([
      new Map([
        ['__proto__', '1'],
        ['constructor', '2'],
      ]),
    ]);
  });
});

describe('writing tables', () => {
  it.each([
    ['TO_CSV(rows)', '"a b", c\n, ""\n1.5, "x""y"\n'],
    ['OBJECTS_TO_CSV(objects, ["name", "age"])', 'name, age\nJohn Smith, 45\nJane,\n'],
    ['OBJECTS_TO_CSV([])', ''],
    ['OBJECTS_TO_MARKDOWN_TABLE(objects)', '| name | age |\n| --- | --- |\n| John Smith | 45 |\n| Jane |  |'],
    ['OBJECTS_TO_MARKDOWN_TABLE([{"a|b": {"c": "x|y"}}])', '| a\\|b |\n| --- |\n| {"c":"x\\|y"} |'],
  ])('%s', (formula, expected) => {
    const data = {
      rows: [
        ['a b', 'c'],
        [null, ''],
        [1.5, 'x"y'],
      ],
      objects: [{ name: 'John Smith', age: 45 }, { name: 'Jane' }],
    };
    expect(jsonOf(formula, data)).toBe(expected);
  });

  it('says what a row has to be', () => {
    expect(errorOf('TO_CSV([1])').message).toBe('Invalid argument to TO_CSV, expected array got Number');
    expect(errorOf('OBJECTS_TO_CSV([1])').message).toBe('Invalid argument to OBJECTS_TO_CSV, expected object got Number');
  });

  it('writes what is read back as the same fields', () => {
    const field = fc.string({ maxLength: 8 }).map((text) => text.trim());
    const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, (table) => {
        const csv = call('TO_CSV', table);
        fc.pre(!/[;|\t]/.test(String(csv)));
        expect(call('CSV_PARSE', csv)).toEqual(table);
      }),
      { numRuns: 100 },
    );
  });
});
