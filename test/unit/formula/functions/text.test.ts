import { describe, expect, it } from 'vitest';
import { failure, run } from './plain-world.ts';

describe('joining, cutting and measuring', () => {
  it.each([
    ['APPEND("a", 1, NULL, TRUE, 1.50)', '"a1true1.5"'],
    ['PREPEND("b", "a")', '"ab"'],
    ['STRIP("\u00a0 a \t\n")', '"\u00a0 a"'],
    ['LSTRIP("  a ")', '"a "'],
    ['RSTRIP("  a ")', '"  a"'],
    ['STRIP_NEWLINES("a\r\nb\nc\rd")', '"abc\\rd"'],
    ['SIZE("naïve 😀")', '7'],
    ['SIZE({"a": 1})', '1'],
    ['SIZE("")', '0'],
    ['SLICE("hello")', undefined],
    ['SLICE("h😀llo", 1)', '"😀"'],
    ['SLICE("hello", -9, 2)', '""'],
    ['SLICE("hello", 9)', '""'],
    ['SLICE("hello", 1, -1)', '""'],
    ['SLICE("hello", "1", "2")', '"el"'],
    ['SPLIT("a,b,,", ",")', '["a","b"]'],
    ['SPLIT(",a", ",")', '["","a"]'],
    ['SPLIT("", ",")', '[]'],
    ['SPLIT("  a  b ", " ")', '["a","b"]'],
    ['SPLIT("h😀", "")', '["h","😀"]'],
    ['TRUNCATE("Hello", 5)', '"Hello"'],
    ['TRUNCATE("Hello World!", 2)', '"..."'],
    ['TRUNCATE("Hello World!", 5, "")', '"Hello"'],
    ['TRUNCATE("😀😀😀😀😀", 4)', '"😀..."'],
    ['TRUNCATEWORDS("one  two three", 2)', '"one two..."'],
    ['TRUNCATEWORDS("one  two", 2)', '"one  two"'],
    ['TRUNCATEWORDS("one two", 0)', '"one..."'],
    ['TEXT(NULL)', '""'],
    ['TEXT([1, 2.0])', '"[1,2.0]"'],
    ['LEVENSHTEIN_DISTANCE("", "ab")', '4'],
    ['LEVENSHTEIN_DISTANCE("ab", "", deletion_cost: 1)', '2'],
    ['LEVENSHTEIN_DISTANCE("😀", "😁", substitution_cost: 3)', '3'],
  ])('%s gives %s', (formula, expected) => {
    if (expected === undefined) expect(failure(formula).message).toContain('Wrong number of arguments');
    else expect(run(formula)).toBe(expected);
  });

  it('names the function, what it expects and what it got', () => {
    expect(failure('UPCASE([1])').message).toBe('Invalid argument to UPCASE, expected text got Array');
    expect(failure('SPLIT(NULL, ",")').message).toBe('Invalid argument to SPLIT, expected text got Null');
    expect(failure('SLICE("a", "b")').message).toBe('Invalid argument to SLICE, expected number got Text');
  });
});

describe('letters', () => {
  it.each([
    ['UPCASE("straße é")', '"STRASSE É"'],
    ['DOWNCASE("ΑΣ")', '"ασ"'],
    ['CAPITALIZE("éCOLE")', '"École"'],
    ['CAPITALIZE("ßA")', '"Ssa"'],
    ['CAPITALIZE("")', '""'],
    ['CAMELIZE("Hello World-again")', '"helloWorldAgain"'],
    ['CAMELIZE("helloWorld")', '"helloWorld"'],
    ['CAMELIZE("HELLO")', '"hello"'],
    ['TO_SNAKE_CASE("  Café du Monde! ")', '"cafe_du_monde"'],
    ['TO_SNAKE_CASE("HTTPRequest2Go", from_camel_case: TRUE)', '"http_request2_go"'],
    ['TRANSLITERATE("Ærøskøbing Straße Łódź ŉ × ÷ 中")', `"AEroskobing Strasse Lodz 'n x ? ?"`],
    ['TRANSLITERATE("e\u0301")', '"e"'],
    ['PLURALIZE(0, "box")', '"boxes"'],
    ['PLURALIZE("1", "box")', '"box"'],
    ['PLURALIZE(1.0, "box")', '"box"'],
    ['PLURALIZE(2, "city")', '"cities"'],
    ['PLURALIZE(2, "Person")', '"People"'],
    ['PLURALIZE(2, "analysis")', '"analyses"'],
    ['PLURALIZE(2, "status")', '"statuses"'],
    ['PLURALIZE(2, "sheep")', '"sheep"'],
    ['PLURALIZE(2, "index")', '"indices"'],
    ['PLURALIZE(2, "knife")', '"knives"'],
    ['PLURALIZE(2, "children")', '"children"'],
    ['PLURALIZE(5, "bonus", "bonuses")', '"bonuses"'],
  ])('%s gives %s', (formula, expected) => expect(run(formula)).toBe(expected));
});

describe('searching', () => {
  it.each([
    ['INCLUDES([1, "2"], 2)', 'false'],
    ['INCLUDES([[1]], [1])', 'true'],
    ['INCLUDES({"a": NULL}, "a")', 'true'],
    ['INCLUDES("a1", 1)', 'true'],
    ['STARTS_WITH("abc", "")', 'true'],
    ['REPLACE("a.b.c", ".", "$&")', '"a$&b$&c"'],
    ['REPLACE("h😀", "", "-")', '"-h-😀-"'],
    ['REPLACE_FIRST("a.b.c", ".", "$1")', '"a$1b.c"'],
    ['REMOVE("a-b-c", "-")', '"abc"'],
    ['REMOVE_FIRST("a-b-c", "-")', '"ab-c"'],
    ['IS_EMAIL("john.smith+x@mail.example.com", strict_tld: TRUE)', 'true'],
    ['IS_EMAIL("a@b@c")', 'false'],
    ['IS_EMAIL("a@b.c\n")', 'false'],
    ['IS_EMAIL(NULL)', 'false'],
    ['IS_URL("ftp://user@[::1]:21/a?b#c")', 'true'],
    ['IS_URL("https://exa mple.com")', 'false'],
    ['IS_URL("https://")', 'false'],
    ['IS_URL("mailto:a@b.c")', 'false'],
    ['IS_JSON("[1, 2")', 'false'],
    ['IS_JSON("5")', 'true'],
    ['IS_JSON([1])', 'false'],
  ])('%s gives %s', (formula, expected) => expect(run(formula)).toBe(expected));

  it('counts what a replacement would make before it makes it', () => {
    const data = { text: 'a'.repeat(10_000), long: 'b'.repeat(10_000) };
    expect(failure('SIZE(REPLACE(text, "a", long))', data).kind).toBe('limit');
  });

  it('bounds the work of LEVENSHTEIN_DISTANCE', () => {
    expect(failure('LEVENSHTEIN_DISTANCE(text, text)', { text: 'a'.repeat(10_000) }).kind).toBe('limit');
  });
});
