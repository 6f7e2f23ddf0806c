import { describe, expect, it } from 'vitest';
import { failure, run } from './plain-world.ts';

function extract(text: string, pattern: string, modifiers = ''): unknown {
  return JSON.parse(run('REGEX_EXTRACT(text, pattern, modifiers)', { text, pattern, modifiers }));
}

function replace(text: string, pattern: string, replacement: string): unknown {
  return JSON.parse(run('REGEX_REPLACE(text, pattern, replacement)', { text, pattern, replacement }));
}

describe('REGEX_EXTRACT reads Ruby syntax', () => {
  it.each([
    ['every line with ^ and $', '^b$', 'a\nb\nc', ['b']],
    ['no line after the last line feed with ^', '^', 'a\n', ['']],
    ['\\A, \\z and \\Z', '\\Aa|b\\Z', 'a\nb\n', ['a', 'b']],
    ['hexadecimal digits', '\\h+', 'ff g0', ['ff', '0']],
    ['ASCII \\w and Unicode \\b', '\\w+|\\bé', 'aé é', ['a', 'é']],
    ['POSIX brackets with Unicode', '[[:upper:]][[:^upper:]]', 'Éa', ['Éa']],
    ['intersection of classes', '[a-z&&[^aeiou]]+', 'hello', ['h', 'll']],
    ['nested classes', '[a[b-c]-]+', 'abc-d', ['abc-']],
    ['properties', '\\p{Han}+|\\p{^Alpha}|\\P{L}', '中a1', ['中', '1']],
    ['possessive repeats', 'a++a', 'aaa', []],
    ['atomic groups', '(?>a|ab)c', 'abc ac', ['ac']],
    ['reluctant repeats', '<.+?>', '<a><b>', ['<a>', '<b>']],
    ['repeats without a lower bound', 'a{,2}', 'aaa', ['aa', 'a', '']],
    ['{n}? as optional', '\\Aa{2}?b', 'b', ['b']],
    ['braces that are no repeat', 'a{}|{,}', 'a{}{,}', ['a{}', '{,}']],
    ['named groups, which silence plain ones', '(?<y>\\d)-(\\d)', '1-2', [['1']]],
    ['groups that took no part', '(a)|(b)', 'b', [[null, 'b']]],
    ['back-references', '(\\w)\\1', 'hello book', [['l'], ['o']]],
    ['named back-references', '(?<a>.)\\k<a>', 'xaa', [['a']]],
    ['relative back-references', '(.)\\k<-1>', 'xaa', [['a']]],
    ['look-ahead', 'a(?=b)|c(?!d)', 'ab ac cd ce', ['a', 'c', 'c']],
    ['look-behind', '(?<=a|bc)d|(?<!x)y', 'ad bcd cd xy ay', ['d', 'd', 'y']],
    ['\\K', 'foo\\Kbar', 'foobar bar', ['bar']],
    ['\\G', '\\Ga', 'aab a', ['a', 'a']],
    ['\\R', '\\R', 'a\r\nb\nc', ['\r\n', '\n']],
    ['switches in the middle', 'a(?i)b|c', 'aB AB aC', ['aB', 'aC']],
    ['switches for a group', '(?i:a)b', 'Ab AB', ['Ab']],
    ['extended form', '(?x) a b # comment\n c', 'abc', ['abc']],
    ['comments', 'a(?#not b)c', 'ac', ['ac']],
    ['code points', '\\u{1F600}\\x41\\u0042\\t', '😀AB\t', ['😀AB\t']],
    ['characters beyond 16 bits as one', '.', '😀é', ['😀', 'é']],
    ['ranges beyond 16 bits', '[😀-😂]', '😁', ['😁']],
    ['empty matches', 'a*', 'aab', ['aa', '', '']],
    ['empty rounds of a loop', '(a*)*', 'b', [[''], ['']]],
  ])('%s', (_, pattern, text, expected) => expect(extract(text, pattern)).toEqual(expected));

  it.each([
    ['i', 'straSSe É', 'É|SS', ['SS', 'É']],
    ['i', 'K\u212a', 'k', ['K', '\u212a']],
    ['m', 'a\nb', 'a.b', ['a\nb']],
    ['ix', 'AB', ' a b ', ['AB']],
  ])('modifiers %s', (modifiers, text, pattern, expected) => expect(extract(text, pattern, modifiers)).toEqual(expected));
});

describe('patterns that are refused', () => {
  it.each([
    ['(', 'evaluation', 'Invalid regular expression: end pattern with unmatched parenthesis'],
    [')', 'evaluation', 'Invalid regular expression: unmatched close parenthesis'],
    ['*a', 'evaluation', 'Invalid regular expression: target of repeat operator is not specified'],
    ['[a', 'evaluation', 'Invalid regular expression: premature end of char-class'],
    ['[z-a]', 'evaluation', 'Invalid regular expression: empty range in char class'],
    ['a\\', 'evaluation', 'Invalid regular expression: too short escape sequence'],
    ['\\p{Klingon}', 'evaluation', 'Invalid regular expression: invalid character property name {Klingon}'],
    ['(?<=a+)b', 'evaluation', 'Invalid regular expression: invalid pattern in look-behind'],
    ['\\k<x>', 'evaluation', 'Invalid regular expression: undefined name <x> reference'],
    ['(?~a)', 'unsupported', 'Regular expressions with an absence operator (?~…) are not supported'],
    ['(a)(?(1)b|c)', 'unsupported', 'Regular expressions with a condition (?(…)…) are not supported'],
    ['(?<x>a)\\g<x>', 'unsupported', 'Regular expressions with \\g are not supported'],
    ['(((a{100}){100}){100})', 'limit', 'Regular expression stopped: the pattern repeats too much when written out'],
  ])('%s', (pattern, kind, message) => expect(failure('MATCH("a", pattern)', { pattern })).toMatchObject({ kind, message }));

  it('unknown modifiers', () => {
    expect(failure('MATCH("a", "a", "g")').message).toBe('Invalid regular expression: unknown regexp options: g');
  });

  it('groups nested without end', () => {
    expect(failure('MATCH("a", pattern)', { pattern: '('.repeat(5000) }).kind).toBe('limit');
  });
});

describe('patterns that would take forever', () => {
  it.each(['(a+)+$', '(a|a)*b', '(a|aa)+$', '(.*)(.*)(.*)(.*)(.*)x', '^(\\w+\\s?)*$', '(?=(a+)+$)b|(?>(a+)+)b'])(
    '%s ends',
    (pattern) => {
      expect(run('MATCH(text, pattern)', { text: `${'a'.repeat(3000)}!`, pattern })).toBe('false');
    },
  );

  it('stops back-references that try too much', () => {
    expect(failure('MATCH(text, "(a*)(a*)(a*)(a*)\\1b")', { text: 'a'.repeat(500) }).kind).toBe('limit');
  });
});

describe('REGEX_REPLACE', () => {
  it.each([
    ['groups by number', 'John Smith', '(\\w+) (\\w+)', '\\2, \\1', 'Smith, John'],
    ['groups by name', 'k=v', '(?<key>\\w)=(?<value>\\w)', '\\k<value>=\\k<key>', 'v=k'],
    ['nothing by number where groups have names', 'k=v', '(?<key>\\w)=', '[\\1\\0]', '[k=]v'],
    ['the whole match', 'ab', '.', '[\\0\\&]', '[aa][bb]'],
    ['what is around the match', 'abc', 'b', "\\`\\'", 'aacc'],
    ['a backslash', 'a/b', '/', '\\\\', 'a\\b'],
    ['control characters', 'a;b', ';', '\\n', 'a\nb'],
    ['dollars as they are', 'ab', 'a', '$1$&', '$1$&b'],
    ['groups that took no part as nothing', 'b', '(a)?b', '[\\1]', '[]'],
    ['empty matches', 'aab', 'a*', 'X', 'XXbX'],
  ])('%s', (_, text, pattern, replacement, expected) => expect(replace(text, pattern, replacement)).toBe(expected));
});
