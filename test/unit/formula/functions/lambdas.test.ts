import { describe, expect, it } from 'vitest';
import { messageOf, textOfResult } from './collection-world.ts';

const data = { n: [1, 2, 3], o: { a: 1, b: 2, c: 3 } };

describe('functions that call a lambda', () => {
  it.each([
    ['ALL([], LAMBDA(x, FALSE))', 'true'],
    ['ALL(n, LAMBDA(x, x > 1))', 'false'],
    ['ANY(n, LAMBDA(x, x > 2))', 'true'],
    ['ANY([0], LAMBDA(x, x))', 'true'],
    ['FIND(n, LAMBDA(x, x > 1))', '2'],
    ['FIND(n, LAMBDA(x, x > 9))', 'null'],
    ['FILTER(n, [1.0, 3])', '[1,3]'],
    ['FILTER(o, LAMBDA(key, value, key != "a" AND value < 3))', '{"b":2}'],
    ['FILTER(n, LAMBDA(x, index, index > 0))', '[2,3]'],
    ['REJECT(o, [1])', '{"b":2,"c":3}'],
    ['REJECT(o, LAMBDA(value, value > 1))', '{"a":1}'],
    ['MAP_LAMBDA(n, LAMBDA(x, x * 2))', '[2,4,6]'],
    ['MAP_LAMBDA(n, LAMBDA(x, i, [i, x]))', '[[0,1],[1,2],[2,3]]'],
    ['MAP_LAMBDA(o, LAMBDA(k, v, k & v))', '["a1","b2","c3"]'],
    ['REDUCE(n, LAMBDA(sum, x, sum - x), 10)', '4'],
    ['REDUCE([], LAMBDA(a, b, b), NULL)', 'null'],
  ])('%s is %s', (formula, expected) => {
    expect(textOfResult(formula, data)).toBe(expected);
  });

  it.each([
    ['MAP_LAMBDA(n, {})', 'Invalid argument to MAP_LAMBDA, function must be a lambda got Object'],
    ['MAP_LAMBDA(n, NULL)', 'Invalid argument to MAP_LAMBDA, function must be a lambda got Null'],
    ['MAP_LAMBDA("a", LAMBDA(x, x))', 'Invalid argument to MAP_LAMBDA, expected array or object got Text'],
    ['FILTER(5, [5])', 'Invalid argument to FILTER, expected array or object got Number'],
    ['FILTER(n, 5)', 'Invalid argument to FILTER, expected a lambda or an array of values got Number'],
    ['ALL(o, LAMBDA(x, x))', 'Invalid argument to ALL, expected array got Object'],
  ])('%s says: %s', (formula, message) => {
    expect(messageOf(formula, data)).toContain(message);
  });

  it('stops where the elements are more than the budget', () => {
    expect(messageOf('MAP_LAMBDA(n, LAMBDA(x, MAP_LAMBDA(n, LAMBDA(y, y))))', data, { units: 20 })).toContain(
      'more work than is allowed',
    );
  });
});
