import { describe, expect, it } from 'vitest';
import { jsonOfResult, messageOf, textOfResult } from './collection-world.ts';

const data = {
  n: [3, 1, 2],
  words: ['b', 'A', 'a', 'B'],
  people: [
    { name: 'Dog', address: { city: 'Paris' }, 'User ID': 1 },
    { name: 'cat', address: { city: 'Dublin' }, 'User ID': 2 },
    { name: 'Bear', 'User ID': null },
  ],
  mixed: [1, 1.0, '1', null, true, [1], { a: 1, b: 2 }, { b: 2, a: 1 }],
};

describe('arrays', () => {
  it.each([
    ['ARRAY()', '[]'],
    ['ARRAY(1, "a", NULL)', '[1,"a",null]'],
    ['CHUNK_ARRAY([1, 2, 3, 4, 5], 2)', '[[1,2],[3,4],[5]]'],
    ['COMPACT([NULL, FALSE, "", []])', '[false,"",[]]'],
    ['CONCAT([1], [], [2, [3]])', '[1,2,[3]]'],
    ['COUNTIF(n, 1.0)', '1'],
    ['COUNTIF(n, LAMBDA(x, x > 1))', '2'],
    ['DIFFERENCE([1, 2, 2, 3, "3"], [3])', '[1,2,"3"]'],
    ['FIRST([])', 'null'],
    ['FIRST(missing)', 'null'],
    ['LAST(n)', '2'],
    ['FLATTEN([1, [2, [3, [4]]]])', '[1,2,3,4]'],
    ['INDEX_OF("añb😀c", "c")', '4'],
    ['INDEX_OF("abc", "z")', 'null'],
    ['INDEX_OF(n, 2)', '2'],
    ['INDEX_OF(n, "2")', 'null'],
    ['INTERSECTION([2, 1, 2, 3], [3, 2])', '[2,3]'],
    ['JOIN([1, NULL, 2.5, [TRUE, {"a": 1}]], "-")', '"1--2.5-true-{\\"a\\":1}"'],
    ['JOIN(["a", "b"])', '"a b"'],
    ['MAP(people, "address.city")', '["Paris","Dublin",null]'],
    ['MAP(people, \'["User ID"]\')', '[1,2,null]'],
    ['MAP(people, "User ID")', '[1,2,null]'],
    ['RANGE(2, 4)', '[2,3,4]'],
    ['RANGE("1", 2.0)', '[1,2]'],
    ['RANGE(4, 2)', '[]'],
    ['REVERSE([[1, 2], 3])', '[3,2,1]'],
    ['SLICE_ARRAY(n, -2)', '[1,2]'],
    ['SLICE_ARRAY(n, -2, 1)', '[1]'],
    ['SLICE_ARRAY(n, 7)', '[]'],
    ['SLICE_ARRAY(n, -7)', '[]'],
    ['SORT(n)', '[1,2,3]'],
    ['SORT([NULL, 2, 1.5, NULL])', '[1.5,2,null,null]'],
    ['SORT(words)', '["A","B","a","b"]'],
    ['MAP(SORT(people, "address.city"), "name")', '["cat","Dog","Bear"]'],
    ['MAP(SORT(people, "address.city", include_json_paths: TRUE), "name")', '["cat","Dog","Bear"]'],
    ['SORT_NATURAL(words)', '["A","a","b","B"]'],
    ['MAP(SORT_NATURAL(people, "name"), "name")', '["Bear","cat","Dog"]'],
    ['SORT_NATURAL(["b", NULL, 10, 9])', '[10,9,"b",null]'],
    ['SUM([])', '0'],
    ['SUM([9007199254740993, "1"])', '9007199254740994'],
    ['SUM([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])', '1.0'],
    ['SUM([1, 0.5])', '1.5'],
    ['TALLY(["a", 1, "1", "a"])', '{"a":2,"1":2}'],
    ['TALLY(["a", "A"], strict_types: TRUE)', '[{"key":"a","count":1},{"key":"A","count":1}]'],
    ['UNION([1, 2], [2, "2"])', '[1,2,"2"]'],
    ['UNIQ([1, 1.0, "1", [1], [1], {"a": 1, "b": 2}, {"b": 2, "a": 1}])', '[1,1.0,"1",[1],{"a":1,"b":2}]'],
    ['MAP(WHERE(people, "address.city", "Dublin"), "name")', '["cat"]'],
    ['MAP(WHERE(people, "address.city"), "name")', '["Dog","cat"]'],
    ['MAP(WHERE(people, "User ID", NULL), "name")', '["Dog","cat"]'],
    ['WHERE(people, "address.city", "Dublin", null_on_path_error: TRUE)', 'null'],
    ['WHERE(people, "name", "nobody")', '[]'],
    ['GROUP_BY(n, LAMBDA(x, x > 1))', '{"true":[3,2],"false":[1]}'],
    ['GROUP_BY(n, LAMBDA(x, x > 1), as_array: TRUE)', '[{"key":true,"values":[3,2]},{"key":false,"values":[1]}]'],
    ['RANDOM_ELEMENT([1, 2, 3, 4])', '2'],
    ['RANDOM_ELEMENT([])', 'null'],
    ['SORT(SHUFFLE(n))', '[1,2,3]'],
  ])('%s is %s', (formula, expected) => {
    expect(textOfResult(formula, data)).toBe(expected);
  });

  it.each([
    ['CONCAT([1], "a")', 'Invalid arguments to CONCAT, expected arrays'],
    ['REVERSE("text")', 'Invalid argument to REVERSE, expected array got Text'],
    ['SORT([1, "a"])', 'Invalid argument to SORT, comparison of Number with Text failed'],
    ['CHUNK_ARRAY([1], 0)', 'Invalid argument to CHUNK_ARRAY, expected number greater than 0 got 0'],
    ['SUM(["a"])', 'Invalid argument to SUM, expected number got Text'],
    ['INDEX_OF(5, 1)', 'Invalid argument to INDEX_OF, expected text or array got Number'],
  ])('%s says: %s', (formula, message) => {
    expect(messageOf(formula, data)).toContain(message);
  });

  it('refuses a range beyond the budget instead of filling memory', () => {
    expect(messageOf('RANGE(1, 1000000000)', {}, { units: 1000 })).toContain('more work than is allowed');
  });

  it.each([
    ['SORT(a)', 100_000],
    ['UNIQ(a)', 100_000],
    ['GROUP_BY(a, LAMBDA(x, x))', 100_000],
    ['FILTER(a, a)', 100_000],
    ['INTERSECTION(a, a)', 100_000],
  ])('%s of %d elements takes no quadratic time', (formula, size) => {
    const a = Array.from({ length: size }, (_, index) => (index * 7919) % size);
    const result = jsonOfResult(formula, { a });
    expect(Array.isArray(result) ? result.length : Object.keys(result ?? {}).length).toBe(size);
  });
});
