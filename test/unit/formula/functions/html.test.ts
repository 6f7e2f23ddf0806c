import { describe, expect, it } from 'vitest';
import { failure, run } from './plain-world.ts';

describe('HTML', () => {
  it.each([
    ['ESCAPE("\\"&\'")', '"&quot;&amp;&#39;"'],
    ['HTML_ENCODE("<é>")', '"&lt;é&gt;"'],
    ['ESCAPE_ONCE("&lt; &#39; &nbsp &x1; <")', '"&lt; &#39; &amp;nbsp &amp;x1; &lt;"'],
    ['HTML_DECODE("&eacute;&#233;&#xE9;&nbsp;&euro;&apos;&frac12;&diams;")', '"ééé\u00a0€\'½♦"'],
    ['HTML_DECODE("&bogus; &#9999999; &")', '"&bogus; &#9999999; &"'],
    ['HTML_DECODE("&amp;lt;")', '"&lt;"'],
    ['STRIP_HTML("a<script>x<b></script>b<!-- <i> -->c<style>d</style>e<br\n/>f")', '"abcef"'],
    ['STRIP_HTML("1 < 2 and 3 > 2")', '"1  2"'],
    ['STRIP_HTML("a < b")', '"a < b"'],
    ['STRIP_HTML("<script>alert(1)")', '"alert(1)"'],
    ['NEWLINE_TO_BR("a\r\nb")', '"a<br />\\nb"'],
  ])('%s gives %s', (formula, expected) => expect(run(formula)).toBe(expected));

  it('strips tags that never end without looking for the end again and again', () => {
    const html = '<script<!--<style'.repeat(50_000);
    expect(run('SIZE(STRIP_HTML(html))', { html })).toBe(String(html.length));
  });
});

describe('URLs', () => {
  it.each([
    ['URL_ENCODE("é ~*-._/?😀")', '"%C3%A9+~%2A-._%2F%3F%F0%9F%98%80"'],
    ['URL_ENCODE("a b", encoding: "uri")', '"a%20b"'],
    ['URL_DECODE("%C3%A9+%2B%zz%4")', '"é +%zz%4"'],
    ['URL_DECODE(URL_ENCODE("100% & é"))', '"100% & é"'],
  ])('%s gives %s', (formula, expected) => expect(run(formula)).toBe(expected));

  it('refuses an encoding that is none', () => {
    expect(failure('URL_ENCODE("a", encoding: "utf-8")').kind).toBe('evaluation');
  });
});
