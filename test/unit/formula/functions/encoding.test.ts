import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfBytes } from '../../../../src/formula/functions/encoding/bytes.ts';
import { call, errorOf, jsonOf, resultOf } from './conversion-world.ts';

const binary = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);

describe('base64', () => {
  it.each([
    ['BASE64_ENCODE("é")', 'w6k='],
    ['BASE64_ENCODE(1.5)', 'MS41'],
    ['BASE64_DECODE("")', ''],
    ['BASE64_DECODE("SGVs\\nbG8=", strict: FALSE)', 'Hello'],
    ['BASE64_DECODE("SGVsbG8", strict: FALSE)', 'Hello'],
    ['BASE64_DECODE("QUJD=QUJD", strict: FALSE)', 'ABCABC'],
    ['BASE64URL_ENCODE("??>>")', 'Pz8-Pg=='],
    ['BASE64URL_DECODE("Pz8-Pg")', '??>>'],
    ['BASE64URL_DECODE("Pz8-Pg==")', '??>>'],
  ])('%s', (formula, expected) => {
    expect(jsonOf(formula)).toBe(expected);
  });

  it('gives bytes where they are no UTF-8, and takes them back', () => {
    expect(resultOf('BASE64_DECODE("/9j/4A==")')).toEqual(binary);
    expect(jsonOf('BASE64_ENCODE(BASE64_DECODE("/9j/4A=="))')).toBe('/9j/4A==');
  });

  it.each(['BASE64_DECODE("SGVsbG8")', 'BASE64_DECODE("SGVs bG8=")', 'BASE64URL_DECODE("a b=")'])('refuses %s', (formula) => {
    expect(errorOf(formula).message).toMatch(/^Invalid argument to BASE64/);
  });

  it('names the type of what is not text', () => {
    expect(errorOf('BASE64_ENCODE([1])').message).toBe('Invalid argument to BASE64_ENCODE, expected text got Array');
  });

  it.each([
    ['BASE64_ENCODE', 'BASE64_DECODE'],
    ['BASE64URL_ENCODE', 'BASE64URL_DECODE'],
    ['TO_HEX', 'HEX_PARSE'],
  ])('%s is undone by %s for any bytes', (encode, decode) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        const value = textOfBytes(bytes);
        expect(call(decode, call(encode, value))).toEqual(value);
      }),
      { numRuns: 50 },
    );
  });
});

describe('hexadecimal', () => {
  it('reads an odd end as if a zero followed, and letters beyond F as Ruby does', () => {
    expect(jsonOf('HEX_PARSE("414")')).toBe('A@');
    expect(jsonOf('HEX_PARSE("GA")')).toBe(String.fromCharCode(0x0a));
  });
});
