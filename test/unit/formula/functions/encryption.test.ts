import { constants, createDecipheriv, createVerify, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { errorOf, jsonOf } from './conversion-world.ts';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const data = {
  key: '0123456789abcdef0123456789abcdef',
  short: '0123456789abcdef',
  secret: pair.privateKey.export({ type: 'pkcs1', format: 'pem' }),
  open: pair.publicKey.export({ type: 'spki', format: 'pem' }),
};

describe('OPENSSL_ENCRYPT and OPENSSL_DECRYPT', () => {
  it.each([
    ['aes-128-cbc', 'short', ['encrypted', 'iv']],
    ['aes-256-cbc', 'key', ['encrypted', 'iv']],
    ['aes-256-gcm', 'key', ['encrypted', 'iv', 'auth_tag']],
    ['aes-128-ecb', 'short', ['encrypted']],
    ['aes-256-ecb', 'key', ['encrypted']],
  ])('undo each other with %s', (algorithm, key, members) => {
    const object = jsonOf(`OPENSSL_ENCRYPT("grüße", "${algorithm}", ${key})`, data);
    expect(Object.keys(Object(object))).toEqual(members);
    const formula = `OPENSSL_DECRYPT(o.encrypted, "${algorithm}", ${key}, o.iv, NULL, o.auth_tag)`;
    expect(jsonOf(formula, { ...data, o: object })).toBe('grüße');
  });

  it('gives what OpenSSL reads', () => {
    const sealed = jsonOf('OPENSSL_ENCRYPT("text", "aes-256-gcm", key, "more")', data);
    const { encrypted, iv, auth_tag, aad } = Object(sealed);
    const decipher = createDecipheriv('aes-256-gcm', data.key, Buffer.from(iv, 'base64'));
    decipher.setAAD(Buffer.from('more')).setAuthTag(Buffer.from(auth_tag, 'base64'));
    expect(decipher.update(encrypted, 'base64', 'utf8') + decipher.final('utf8')).toBe('text');
    expect(aad).toBe('bW9yZQ==');
  });

  it('tell nothing of a key', () => {
    for (const formula of [
      'OPENSSL_ENCRYPT("x", "aes-256-cbc", short)',
      'OPENSSL_ENCRYPT("x", "rot13", short)',
      'OPENSSL_DECRYPT("AAAA", "aes-256-cbc", key, "AAAAAAAAAAAAAAAAAAAAAA==")',
    ]) {
      const error = errorOf(formula, data);
      expect(`${error.message} ${error.hint}`).not.toContain('0123456789');
    }
    expect(errorOf('OPENSSL_ENCRYPT("x", "aes-256-cbc", short)', data).message).toBe(
      'Invalid argument to OPENSSL_ENCRYPT, key must be 32 bytes',
    );
  });
});

describe('AES and Tines encryption', () => {
  it.each([
    'AES_DECRYPT(AES_ENCRYPT("grüße", key), key)',
    'AES_DECRYPT(AES_ENCRYPT("grüße", key, short), key, short)',
    'AES_DECRYPT(AES_ENCRYPT("grüße", key, mode: "aead", expires_in: 60), key)',
    'TINES_DECRYPT(TINES_ENCRYPT("grüße", key), key)',
    'TINES_DECRYPT(TINES_ENCRYPT("grüße", key, expires_in: 60), key)',
  ])('%s gives the text again', (formula) => {
    expect(jsonOf(formula, data)).toBe('grüße');
  });

  it('is plain AES-256-CBC where no mode is given', () => {
    const decipher = createDecipheriv('aes-256-cbc', data.key, data.short);
    const encrypted = String(jsonOf('AES_ENCRYPT("text", key, short)', data));
    expect(decipher.update(encrypted, 'base64', 'utf8') + decipher.final('utf8')).toBe('text');
  });

  it('refuses another key, a changed text, one past its time, and a short key', () => {
    const other = { ...data, other: data.key.toUpperCase() };
    expect(errorOf('TINES_DECRYPT(TINES_ENCRYPT("x", key), other)', other).message).toBe('TINES_DECRYPT cannot decrypt this');
    expect(errorOf('TINES_DECRYPT(TINES_ENCRYPT("x", key, 0), key)', data).message).toContain('expired');
    expect(errorOf('TINES_ENCRYPT("x", key, -1)', data).message).toMatch(/^Invalid argument to TINES_ENCRYPT/);
    expect(errorOf('TINES_ENCRYPT("x", short)', data).message).toBe(
      'Invalid argument to TINES_ENCRYPT, key must be at least 32 bytes',
    );
  });

  it('says that what Tines encrypted cannot be read here', () => {
    expect(errorOf('TINES_DECRYPT("djE.abc.def", key)', data).kind).toBe('unsupported');
    expect(errorOf('AES_DECRYPT("abc.def", key)', data).kind).toBe('unsupported');
  });
});

describe('RSA', () => {
  it.each([
    'RSA_DECRYPT(RSA_ENCRYPT("grüße", open), secret)',
    'RSA_DECRYPT(RSA_ENCRYPT("grüße", secret), open)',
    'RSA_DECRYPT(RSA_ENCRYPT("grüße", open, padding: "PKCS1_OAEP_PADDING"), secret, padding: "PKCS1_OAEP_PADDING")',
    'RSA_DECRYPT(BASE64_DECODE(RSA_ENCRYPT("grüße", open)), secret)',
    'RSA_AES_HYBRID_DECRYPT(RSA_AES_HYBRID_ENCRYPT("grüße", open), secret)',
    'RSA_AES_HYBRID_DECRYPT(RSA_AES_HYBRID_ENCRYPT("grüße", secret), open)',
  ])('%s gives the text again', (formula) => {
    expect(jsonOf(formula, data)).toBe('grüße');
  });

  it('encrypts what other programs decrypt', () => {
    const encrypted = Buffer.from(String(jsonOf('RSA_ENCRYPT("x", open, padding: "PKCS1_OAEP_PADDING")', data)), 'base64');
    expect(privateDecrypt({ key: pair.privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING }, encrypted).toString()).toBe('x');
  });

  it.each(['SHA256', 'SHA384', 'SHA512'])('signs with %s', (digest) => {
    const signature = String(jsonOf(`RSA_SIGN("text", secret, digest: "${digest}")`, data));
    expect(createVerify(digest).update('text').verify(pair.publicKey, signature, 'base64')).toBe(true);
  });

  it.each([
    ['RSA_SIGN("x", open)', 'expected a private key'],
    ['RSA_SIGN("x", "no key")', 'the key cannot be read'],
    ['RSA_ENCRYPT("x", open, padding: "NONE")', 'expected padding PKCS1_PADDING'],
    ['RSA_DECRYPT("AAAA", secret)', 'RSA_DECRYPT cannot decrypt this with the key'],
    ['RSA_ENCRYPT("x", open, padding: "SSLV23_PADDING")', 'not supported here'],
  ])('%s says what is wrong', (formula, message) => {
    expect(errorOf(formula, data).message).toContain(message);
  });
});
