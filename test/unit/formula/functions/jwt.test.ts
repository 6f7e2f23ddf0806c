import { createHmac, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { errorOf, jsonOf } from './conversion-world.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const keys = {
  rsa_private: rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }),
  rsa_public: rsa.publicKey.export({ type: 'spki', format: 'pem' }),
  ec_private: elliptic.privateKey.export({ type: 'pkcs8', format: 'pem' }),
  ec_public: elliptic.publicKey.export({ type: 'spki', format: 'pem' }),
  rsa_jwk: rsa.privateKey.export({ format: 'jwk' }),
  jwks: {
    keys: [
      { ...elliptic.publicKey.export({ format: 'jwk' }), kid: 'e' },
      { ...rsa.publicKey.export({ format: 'jwk' }), kid: 'r' },
    ],
  },
};
const data = { ...keys, claims: { user_id: 123, exp: 1704164646, nbf: 1704164645, iss: 'me', aud: ['a', 'b'], sub: 's' } };

describe('JWT_SIGN', () => {
  it.each([
    ['JWT_SIGN(claims, "secret", "HS512")', '"secret", "HS512"'],
    ['JWT_SIGN(claims, rsa_private)', 'rsa_public, "RS256"'],
    ['JWT_SIGN(claims, rsa_jwk, "RS384")', 'rsa_public, "RS384"'],
    ['JWT_SIGN(claims, rsa_private, "PS256")', 'rsa_public, "PS256"'],
    ['JWT_SIGN(claims, ec_private, "ES256")', 'ec_public, "ES256"'],
    ['JWT_SIGN(claims, rsa_private, "RS256", kid: "r")', 'NULL, "RS256", jwks: jwks'],
  ])('%s is verified with %s', (sign, verify) => {
    expect(jsonOf(`JWT_DECODE(${sign}, ${verify})`, data)).toMatchObject({ payload: data.claims, verified: true });
  });

  it('takes claims and header fields by name, numeric dates from text, and puts alg last', () => {
    const token = String(jsonOf('JWT_SIGN({"a": 1}, "s", "HS256", {"typ": "JWT"}, kid: "k", exp: "1705886400", iss: "me")'));
    const [header = '', payload = '', signature] = token.split('.');
    expect(Buffer.from(header, 'base64url').toString()).toBe('{"typ":"JWT","kid":"k","alg":"HS256"}');
    expect(Buffer.from(payload, 'base64url').toString()).toBe('{"a":1,"exp":1705886400,"iss":"me"}');
    expect(signature).toBe(createHmac('sha256', 's').update(`${header}.${payload}`).digest('base64url'));
  });

  it('tells nothing of a key that does not fit', () => {
    const error = errorOf('JWT_SIGN({"a": 1}, "my secret text", "RS256")');
    expect(`${error.message} ${error.hint}`).not.toContain('my secret');
    expect(errorOf('JWT_SIGN({}, rsa_private, "ES256")', data).message).toBe(
      'Invalid argument to JWT_SIGN, the key does not fit the algorithm ES256',
    );
    expect(errorOf('JWT_SIGN({}, "s", "none")').message).toBe('Invalid argument to JWT_SIGN, unsupported signing method');
  });
});

// The clock of the tests stands at 2024-01-02T03:04:05Z, which is 1704164645.
describe('JWT_DECODE', () => {
  const token = 'JWT_SIGN(claims, "s", "HS256")';

  it.each([
    ['{"exp": 1704164645}', '', 'Signature has expired'],
    ['{"nbf": 1704164646}', '', 'Signature nbf has not been reached'],
    ['{"iss": "other"}', ', iss: "me", verify_iss: TRUE', 'Invalid issuer'],
    ['{"aud": "c"}', ', aud: ["a", "b"], verify_aud: TRUE', 'Invalid audience'],
    ['{"sub": "x"}', ', sub: "s", verify_sub: TRUE', 'Invalid subject'],
    ['{}', ', verify_jti: TRUE', 'Missing jti'],
    ['{}', ', required_claims: ["exp"]', 'Missing required claim exp'],
  ])('refuses the claims %s%s', (claims, options, message) => {
    expect(errorOf(`JWT_DECODE(JWT_SIGN(${claims}, "s", "HS256"), "s", "HS256"${options})`).message).toContain(message);
  });

  it.each([
    ', leeway: 10',
    ', verify_expiration: FALSE',
    ', iss: ["you", "me"], verify_iss: TRUE, aud: "b", verify_aud: TRUE, sub: "s", verify_sub: TRUE',
    ', iss: "you"',
  ])('accepts%s', (options) => {
    expect(jsonOf(`JWT_DECODE(${token}, "s", "HS256"${options})`, data)).toMatchObject({ verified: true });
  });

  it('does not let a token choose how it is verified', () => {
    expect(errorOf('JWT_DECODE(JWT_SIGN(claims, rsa_public, "HS256"), rsa_public, "RS256")', data).message).toContain(
      'different algorithm',
    );
    expect(errorOf(`JWT_DECODE(${token}, "other", "HS256")`, data).message).toContain('Signature verification failed');
    expect(errorOf('JWT_DECODE("eyJhbGciOiJub25lIn0.e30.", "s", "HS256")').message).toContain('different algorithm');
  });

  it.each(['"abc"', '"a.b.c"', '"a.b.c.d"'])('refuses %s', (text) => {
    expect(errorOf(`JWT_DECODE(${text}, "s", "HS256", verify: FALSE)`).message).toMatch(/^Invalid argument to JWT_DECODE/);
  });
});
