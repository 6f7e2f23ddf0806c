import { describe, expect, it } from 'vitest';
import { jsonOf } from './conversion-world.ts';

// RFC 1321, FIPS 180-2 and RFC 4231 test vectors.
describe('digests', () => {
  it.each([
    ['MD5("abc")', '900150983cd24fb0d6963f7d28e17f72'],
    ['MD5("")', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['MD5_BASE64("abc")', 'kAFQmDzST7DWlj99KOF/cg=='],
    ['SHA1("abc")', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['SHA256("abc")', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['SHA256(BASE64_DECODE("/9j/4A=="))', 'ba4f25bf16ba4be6bc7d3276fafeb67f9eb3c5df042bc3a405e1af15b921eed7'],
    ['HMAC_SHA256("what do ya want for nothing?", "Jefe")', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
    ['HMAC_SHA256_BASE64("what do ya want for nothing?", "Jefe")', 'W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM='],
    ['HMAC_SHA1("what do ya want for nothing?", "Jefe")', 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79'],
    ['HMAC_SHA1_BASE64("what do ya want for nothing?", "Jefe")', '7/zfauXrL6LSdBbV8YTfnCWafHk='],
  ])('%s', (formula, expected) => {
    expect(jsonOf(formula)).toBe(expected);
  });
});
