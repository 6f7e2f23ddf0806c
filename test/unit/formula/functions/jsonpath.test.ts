import { describe, expect, it } from 'vitest';
import { jsonOfResult, messageOf, textOfResult } from './collection-world.ts';

const store = {
  store: {
    book: [
      { category: 'reference', author: 'Rees', title: 'Sayings', price: 8.95 },
      { category: 'fiction', author: 'Waugh', title: 'Sword', price: 12.99, 'first-edition': true },
      { category: 'fiction', author: 'Melville', title: 'Moby Dick', isbn: '0-553', price: 8.99 },
      { category: 'fiction', author: 'Tolkien', title: 'Rings', isbn: '0-395', price: 22.99, '@id': '12' },
    ],
    bicycle: { color: 'red', price: 20, 'make:model': 'Zippy' },
  },
  big: { id: 12345678901234567890n.toString() },
};

const titles = (path: string) => jsonOfResult(`MAP(JSONPATH(data, path), "title")`, { data: store, path });
const found = (path: string) => jsonOfResult('JSONPATH(data, path)', { data: store, path });

describe('JSONPATH', () => {
  it.each([
    ['$.store.book[0].title', ['Sayings']],
    ['store.book[0].title', ['Sayings']],
    ["$['store']['book'][0]['title']", ['Sayings']],
    ['$["store"]["bicycle"].color', ['red']],
    ['$.store.bicycle.make:model', ['Zippy']],
    ['$.store.book[1].first-edition', [true]],
    ['$.store.book[3].@id', ['12']],
    ["$.store.'bicycle'.price", [20]],
    ['$..author', ['Rees', 'Waugh', 'Melville', 'Tolkien']],
    ['$.store..price', [8.95, 12.99, 8.99, 22.99, 20]],
    ['*.color', ['red']],
    ['$.store.*.color', ['red']],
    ['$.store.book[*].author', ['Rees', 'Waugh', 'Melville', 'Tolkien']],
    ['$.store.bicycle[*]', ['red', 20, 'Zippy']],
    ["$.store.book[?(@.price < 9 && @['isbn'])].author", ['Melville']],
    ['$.store.nothing', []],
    ['$.store.book[9].title', []],
    ['$.store.book.length', []],
  ])('%s', (path, expected) => {
    expect(found(path)).toEqual(expected);
  });

  it.each([
    ['$..book[2]', ['Moby Dick']],
    ['$..book[-1]', ['Rings']],
    ['$..book[(@.length-1)]', ['Rings']],
    ['$..book[0,1]', ['Sayings', 'Sword']],
    ['$..book[?(@.isbn)]', ['Moby Dick', 'Rings']],
    ['$..book[?(@.price > 10)]', ['Sword', 'Rings']],
    ['$..book[?(@.price==8.95)]', ['Sayings']],
    ["$..book[?(@.category == 'fiction' && @.price < 10)]", ['Moby Dick']],
    ["$..book[?(@['author'] == 'Rees' || @.price > 20)]", ['Sayings', 'Rings']],
    ['$..book[?(@["category"] != "fiction")]', ['Sayings']],
    ['$..book[?(@.first-edition == true)]', ['Sword']],
    ["$..book[?(@['@id'] == 12)]", ['Rings']],
    ['$..book[?(!@.isbn)]', ['Sayings', 'Sword']],
    ['$..book[?@.isbn]', ['Moby Dick', 'Rings']],
    ['$..book[?(@.missing != 1)]', []],
    ['$..book[?(@.title > 5)]', []],
  ])('%s', (path, expected) => {
    expect(titles(path)).toEqual(expected);
  });

  it.each([
    ['$.a[0:1]', [0, 1]],
    ['$.a[1:]', [1, 2, 3]],
    ['$.a[:-2]', [0, 1, 2]],
    ['$.a[::2]', [0, 2]],
    ['$.a[-2:]', [2, 3]],
  ])('%s includes its end, as the Ruby gem has it', (path, expected) => {
    expect(jsonOfResult('JSONPATH(data, path)', { data: { a: [0, 1, 2, 3] }, path })).toEqual(expected);
  });

  it('puts a filter to an object itself', () => {
    expect(
      jsonOfResult(`JSONPATH(data, "$.data[?(@.type == 'users')].id")`, { data: { data: { type: 'users', id: '1' } } }),
    ).toEqual(['1']);
  });

  it('reads JSON text, keeps the order of members, big integers and names of prototypes', () => {
    const text = '{"z":1,"10":12345678901234567890,"2":1.0,"__proto__":"p","constructor":"c"}';
    expect(textOfResult('JSONPATH(text, "$[*]")', { text })).toBe('[1,12345678901234567890,1.0,"p","c"]');
    expect(textOfResult('JSONPATH(text, "$.__proto__")', { text })).toBe('["p"]');
    expect(textOfResult('JSONPATH({}, "$.constructor")')).toBe('[]');
  });

  it.each(['$.a[', '$.a[b]', "$.a['b'", '$.a[1:2:0]', '$.a[?(@.b =~ /x/)]', '$.a[?(length(@.b) > 1)]', '$.a(b'])(
    'refuses %s with a message',
    (path) => {
      expect(messageOf('JSONPATH(data, path)', { data: { a: [{ b: 'x' }] }, path })).toMatch(/JSONPath/i);
    },
  );
});
