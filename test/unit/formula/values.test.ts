import { describe, expect, it } from 'vitest';
import { concatenateText } from '../../../src/formula/evaluate/concatenate-text.ts';
import { compareValues, equalValues } from '../../../src/formula/values/compare-values.ts';
import { jsonText } from '../../../src/formula/values/json-text.ts';
import { numberOf } from '../../../src/formula/values/number-of.ts';
import { parseJsonValue } from '../../../src/formula/values/parse-json-value.ts';
import { textOf } from '../../../src/formula/values/text-of.ts';
import { rubyClassName, typeName } from '../../../src/formula/values/type-name.ts';
import { valueOfJson } from '../../../src/formula/values/value-of-json.ts';
import type { Value } from '../../../src/model/value.ts';

describe('textOf', () => {
  it.each<readonly [Value, string]>([
    [null, ''],
    [true, 'true'],
    [12345678901234567890n, '12345678901234567890'],
    [1, '1.0'],
    [0.1, '0.1'],
    [1e20, '1.0e+20'],
    [1e15, '1000000000000000.0'],
    [1e16, '1.0e+16'],
    [1.5e-7, '1.5e-07'],
    [0.0001, '0.0001'],
    [-0, '-0.0'],
    [['a', 1n, null], '["a",1,null]'],
    [new Map<string, Value>([['k', 2.0]]), '{"k":2.0}'],
    [new Uint8Array([104, 105, 255]), 'hi\ufffd'],
  ])('%s', (value, text) => {
    expect(textOf(value)).toBe(text);
  });
});

describe('JSON', () => {
  it('keeps integers exact, floats as floats, order, and has no prototype', () => {
    const text = '{"z":12345678901234567890,"a":1.0,"__proto__":{"x":null},"e":1.5e300,"t":"\\u00e9\\n"}';
    const value = parseJsonValue(text);
    expect(value instanceof Map && [...value.keys()]).toEqual(['z', 'a', '__proto__', 'e', 't']);
    expect(jsonText(value)).toBe('{"z":12345678901234567890,"a":1.0,"__proto__":{"x":null},"e":1.5e+300,"t":"é\\n"}');
  });

  it.each(['', '{', '[1,]', '{"a"}', '01', '1 2', 'nul', '"a', '"\\x"', '"\n"', "{'a':1}", 'NaN'])('refuses %j', (text) => {
    expect(() => parseJsonValue(text)).toThrow('This is not JSON');
  });

  it('refuses nesting without end', () => {
    expect(() => parseJsonValue('['.repeat(100_000))).toThrow('levels deep');
  });

  it('takes the last of repeated members', () => {
    const member = (text: string) => ({ key: 'a', value: { kind: 'number', text } }) as const;
    expect(valueOfJson({ kind: 'object', members: [member('1'), member('2')] })).toEqual(new Map([['a', 2n]]));
  });
});

describe('numberOf', () => {
  it.each<readonly [Value, bigint | number | undefined]>([
    [' 12 ', 12n],
    ['+3', 3n],
    ['-1.5', -1.5],
    ['1e3', 1000],
    ['', undefined],
    ['1 2', undefined],
    ['0x10', undefined],
    [null, undefined],
    [true, undefined],
  ])('%s', (value, number) => {
    expect(numberOf(value)).toBe(number);
  });
});

describe('comparison', () => {
  it('compares exactly across Integer and Float', () => {
    expect(equalValues(9007199254740993n, 9007199254740992)).toBe(false);
    expect(compareValues(9007199254740993n, 9007199254740992)).toBe(1);
  });

  it('orders text by code points and arrays by elements', () => {
    expect(compareValues('\uffff', '\u{1f600}')).toBeLessThan(0);
    expect(compareValues([1n, 'a'], [1n, 'b'])).toBeLessThan(0);
    expect(compareValues([1n], [1n, 'b'])).toBeLessThan(0);
    expect(compareValues(1n, 'a')).toBeUndefined();
  });

  it('does not look at the order of members', () => {
    expect(equalValues(parseJsonValue('{"a":1,"b":[2]}'), parseJsonValue('{"b":[2.0],"a":1}'))).toBe(true);
    expect(equalValues(parseJsonValue('{"a":1}'), parseJsonValue('{"a":1,"b":null}'))).toBe(false);
  });
});

it('names types as Tines and Ruby do', () => {
  const values: readonly Value[] = ['a', 1n, 1.5, true, false, null, [], new Map()];
  expect(values.map(typeName)).toEqual(['Text', 'Number', 'Number', 'Boolean', 'Boolean', 'Null', 'Array', 'Object']);
  expect(values.map(rubyClassName)).toEqual([
    'String',
    'Integer',
    'Float',
    'TrueClass',
    'FalseClass',
    'NilClass',
    'Array',
    'Hash',
  ]);
});

it('joins bytes with text, and gives text where the whole is UTF-8', () => {
  expect(concatenateText([new Uint8Array([0xc3]), new Uint8Array([0xa9]), '!'])).toBe('é!');
  expect(concatenateText(['a', new Uint8Array([0xff])])).toEqual(new Uint8Array([97, 255]));
});
