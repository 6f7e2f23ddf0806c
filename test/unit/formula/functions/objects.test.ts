import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonOfResult, messageOf, textOfResult } from './collection-world.ts';

const data = {
  o: { a: { b: { c: 1 }, list: [{ x: 1 }, { x: 2 }] }, 'a.b': 'dotted', 'User ID': 7, __proto__key: 1 },
  flat: { 'a.b': 1, 'a.c.0': 'x', 'a.c.1': 'y', d: [] },
};

describe('objects', () => {
  it.each([
    ['OBJECT("a", 1, 2, NULL)', '{"a":1,"2":null}'],
    ['OBJECT("constructor", 1, "__proto__", 2)', '{"constructor":1,"__proto__":2}'],
    ['GET(OBJECT("a", 1), "constructor")', 'null'],
    ['GET(o, "a.b.c")', '1'],
    ['GET(o, "a.list[1].x")', '2'],
    ['GET(o, "a.list.0.x")', '1'],
    ['GET(o, "a.list[-1].x")', '2'],
    ['GET(o, \'["User ID"]\')', '7'],
    ['GET(o, "a.b")', '"dotted"'],
    ['GET(o, "a\\.b")', '"dotted"'],
    ['GET(o, "nothing.here")', 'null'],
    ['GET(NULL, "a")', 'null'],
    ['KEYS({"b": 1, "a": 2, "1": 3})', '["b","a","1"]'],
    ['VALUES({"b": 1, "a": [2]})', '[1,[2]]'],
    ['MERGE({"a": 1, "b": {"c": 1}}, {"b": {"d": 2}}, {"e": NULL})', '{"a":1,"b":{"d":2},"e":null}'],
    ['MERGE()', '{}'],
    ['SET_KEY({".ie": "Ireland"}, "\\.co\\.uk", "United Kingdom")', '{".ie":"Ireland",".co.uk":"United Kingdom"}'],
    ['SET_KEY({}, "a.b.c", 1)', '{"a":{"b":{"c":1}}}'],
    ['SET_KEY({"a": 1}, "a.b", 2)', '{"a":{"b":2}}'],
    ['SET_KEY({"a": [1, 2]}, "a.1", 3)', '{"a":[1,3]}'],
    ['SET_KEY({"a": [1]}, "a[2]", 3)', '{"a":[1,null,3]}'],
    ['REMOVE_KEY({"a.b": 1, "c": 2}, "a\\.b")', '{"c":2}'],
    ['REMOVE_KEY({"a": {"b": 1}}, "a.x.y")', '{"a":{"b":1}}'],
    ['REMOVE_KEY({"a": [1, 2, 3]}, "a.1")', '{"a":[1,3]}'],
    ['FLATTEN_JSON({"a": {"b": [1, {"c": 2}]}, "d": {}, "e": []})', '{"a.b.0":1,"a.b.1.c":2,"d":{},"e":[]}'],
    ['FLATTEN_JSON({"a": {"b": 1}}, "_")', '{"a_b":1}'],
    ['UNFLATTEN_JSON(flat)', '{"a":{"b":1,"c":["x","y"]},"d":[]}'],
    ['UNFLATTEN_JSON({"a/b": 1}, "/")', '{"a":{"b":1}}'],
    ['UNFLATTEN_JSON({"a.2": 1})', '{"a":[null,null,1]}'],
    ['UNFLATTEN_JSON({"a.0": 1, "a.x": 2})', '{"a":{"0":1,"x":2}}'],
  ])('%s is %s', (formula, expected) => {
    expect(textOfResult(formula, data)).toBe(expected);
  });

  it.each([
    ['OBJECT("a")', 'Invalid arguments to OBJECT'],
    ['KEYS([1])', 'Invalid argument to KEYS, expected object got Array'],
    ['MERGE({}, NULL)', 'Invalid arguments to MERGE, expected objects'],
    ['FLATTEN_JSON(5)', 'Invalid argument to FLATTEN_JSON, expected object got Number'],
    ['SET_KEY("a", "b", 1)', 'Invalid argument to SET_KEY, expected object got Text'],
  ])('%s says: %s', (formula, message) => {
    expect(messageOf(formula, data)).toContain(message);
  });

  it('does not change the object it is given', () => {
    expect(jsonOfResult('[SET_KEY(o, "a.b.c", 2).a.b.c, o.a.b.c, REMOVE_KEY(o, "a").a, o.a.b.c]', data)).toEqual([2, 1, null, 1]);
  });

  it('refuses to unflatten into an array with a huge gap', () => {
    expect(messageOf('UNFLATTEN_JSON({"a.99999999": 1})', {}, { units: 10_000 })).toContain('more work than is allowed');
  });

  it('unflattens what it flattened', () => {
    const key = fc.stringMatching(/^[a-z_]{1,5}$/);
    const { tree } = fc.letrec((tie) => ({
      tree: fc.dictionary(
        key,
        fc.oneof({ depthSize: 'small' }, fc.string(), fc.integer(), fc.constant(null), tie('tree'), fc.array(fc.integer())),
      ),
    }));
    fc.assert(
      fc.property(tree, (object) => {
        expect(jsonOfResult('UNFLATTEN_JSON(FLATTEN_JSON(object))', { object })).toEqual(JSON.parse(JSON.stringify(object)));
      }),
      { numRuns: 100 },
    );
  });
});
