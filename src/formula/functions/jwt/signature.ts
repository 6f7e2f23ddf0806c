import {
  constants,
  createHmac,
  createPrivateKey,
  createPublicKey,
  type JsonWebKey,
  type KeyObject,
  type SigningOptions,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import type { Value } from '../../../model/value.ts';
import { FormulaError } from '../../syntax/formula-error.ts';
import { isObject } from '../../values/is-object.ts';
import { jsonText } from '../../values/json-text.ts';
import { invalidArgument } from '../arguments.ts';
import { bytesArgument } from '../encoding/bytes.ts';

/** A signature algorithm of RFC 7518, section 3. */
export interface JwtAlgorithm {
  readonly name: string;
  readonly kind: 'HS' | 'RS' | 'ES' | 'PS';
  readonly digest: string;
}

/** What a signature function needs; `caller` is the formula function that errors name. */
export interface JwtSigning {
  readonly caller: string;
  readonly algorithm: JwtAlgorithm;
  readonly key: Value;
}

/** The algorithm of that name; undefined for any other name, `none` among them. */
export function jwtAlgorithm(name: string): JwtAlgorithm | undefined {
  const [, family, bits] = /^(HS|RS|ES|PS)(256|384|512)$/.exec(name) ?? [];
  const kind = (['HS', 'RS', 'ES', 'PS'] as const).find((known) => known === family);
  return kind === undefined ? undefined : { name, kind, digest: `sha${bits}` };
}

/** The signature of a text under a shared secret, a private key in PEM or a JWK. Errors tell nothing of the key. */
export function jwtSignature(text: string, { caller, algorithm, key }: JwtSigning): Uint8Array {
  if (algorithm.kind === 'HS') return createHmac(algorithm.digest, secretOf(caller, key)).update(text).digest();
  const loaded = fitting(load(caller, key, createPrivateKey), caller, algorithm);
  return attempt(caller, algorithm, () => sign(algorithm.digest, Buffer.from(text), { key: loaded, ...options(algorithm) }));
}

/** Whether a signature belongs to a text under a shared secret, a public (or private) key in PEM or a JWK. */
export function isJwtSignature(text: string, signature: Uint8Array, signing: JwtSigning): boolean {
  const { caller, algorithm, key } = signing;
  if (algorithm.kind === 'HS') {
    const expected = jwtSignature(text, signing);
    return expected.length === signature.length && timingSafeEqual(expected, signature);
  }
  const loaded = fitting(load(caller, key, createPublicKey), caller, algorithm);
  return attempt(caller, algorithm, () =>
    verify(algorithm.digest, Buffer.from(text), { key: loaded, ...options(algorithm) }, signature),
  );
}

function options({ kind }: JwtAlgorithm): SigningOptions {
  if (kind === 'ES') return { dsaEncoding: 'ieee-p1363' };
  if (kind === 'PS') return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  return {};
}

function secretOf(caller: string, key: Value): Uint8Array {
  if (!isObject(key)) return bytesArgument(caller, key);
  const secret = key.get('k');
  if (typeof secret !== 'string') throw invalidArgument(caller, 'a text secret or a JWK of type oct', 'Object');
  return Buffer.from(secret, 'base64url');
}

function load(caller: string, key: Value, create: typeof createPrivateKey | typeof createPublicKey): KeyObject {
  try {
    if (isObject(key)) return create({ key: jsonWebKey(jsonText(key)), format: 'jwk' });
    const text = Buffer.from(bytesArgument(caller, key)).toString('utf8');
    if (text.trimStart().startsWith('{')) return create({ key: jsonWebKey(text), format: 'jwk' });
    return create(withLineBreaks(text));
  } catch {
    throw new FormulaError('evaluation', `Invalid argument to ${caller}, the key cannot be read`, {
      hint: 'Give a key in PEM (with its BEGIN and END lines and its line breaks) or a JWK, of the type that the algorithm needs.',
    });
  }
}

function jsonWebKey(text: string): JsonWebKey {
  const key: unknown = JSON.parse(text);
  return typeof key === 'object' && key !== null ? { ...key } : {};
}

// A PEM that went through JSON twice has `\n` as two characters.
function withLineBreaks(pem: string): string {
  return pem.replaceAll('\\n', '\n').trim();
}

const curves: ReadonlyMap<string, string> = new Map([
  ['ES256', 'prime256v1'],
  ['ES384', 'secp384r1'],
  ['ES512', 'secp521r1'],
]);

function fitting(key: KeyObject, caller: string, { name, kind }: JwtAlgorithm): KeyObject {
  const isFitting =
    kind === 'ES'
      ? key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === curves.get(name)
      : key.asymmetricKeyType === 'rsa';
  if (isFitting) return key;
  throw unfit(caller, name);
}

function unfit(caller: string, algorithm: string): FormulaError {
  return new FormulaError('evaluation', `Invalid argument to ${caller}, the key does not fit the algorithm ${algorithm}`);
}

function attempt<T>(caller: string, { name }: JwtAlgorithm, work: () => T): T {
  try {
    return work();
  } catch {
    throw unfit(caller, name);
  }
}
