import type { Value, ValueMap } from '../../../model/value.ts';
import { FormulaError } from '../../syntax/formula-error.ts';
import { isArray } from '../../values/is-array.ts';
import { isObject } from '../../values/is-object.ts';
import { parseJsonValue } from '../../values/json-text.ts';
import { truthy } from '../../values/truthy.ts';
import { claimProblem, type JwtOptions } from './claims.ts';
import { isJwtSignature, jwtAlgorithm } from './signature.ts';

/** What a token is checked with. */
export interface JwtCheck {
  readonly key: Value;
  readonly algorithm: string;
  readonly options: JwtOptions;
  readonly now: Date;
}

/** `{payload, header, verified}` of a JWT; one that should be verified and cannot be is a FormulaError in ruby-jwt's words. */
export function decodedJwt(token: string, check: JwtCheck): ValueMap {
  const [head, body, signature, ...rest] = token.split('.');
  if (head === undefined || body === undefined || signature === undefined || rest.length > 0) {
    throw problem('Not enough or too many segments');
  }
  const header = segment(head);
  const payload = segment(body);
  const isVerified = truthy(check.options.get('verify') ?? true);
  if (isVerified) verifySignature(`${head}.${body}`, Buffer.from(signature, 'base64url'), header, check);
  const claim = isVerified ? claimProblem(payload, check.options, check.now) : undefined;
  if (claim !== undefined) throw problem(claim);
  return new Map<string, Value>([
    ['payload', payload],
    ['header', header],
    ['verified', isVerified],
  ]);
}

function segment(text: string): ValueMap {
  try {
    const value = parseJsonValue(Buffer.from(text, 'base64url').toString('utf8'));
    if (isObject(value)) return value;
  } catch {
    // The reason would quote what may be a secret's place.
  }
  throw problem('Invalid segment encoding');
}

function verifySignature(text: string, signature: Uint8Array, header: ValueMap, check: JwtCheck): void {
  const algorithm = jwtAlgorithm(check.algorithm);
  if (algorithm === undefined) throw unknownAlgorithm('JWT_DECODE');
  // The token does not choose how it is checked.
  if (header.get('alg') !== algorithm.name) throw problem('Expected a different algorithm');
  const keys = keySet(check.options.get('jwks'), header) ?? [check.key];
  const isSigned = keys.some((key) => isJwtSignature(text, signature, { caller: 'JWT_DECODE', algorithm, key }));
  if (!isSigned) throw problem('Signature verification failed');
}

function keySet(jwks: Value | undefined, header: ValueMap): readonly Value[] | undefined {
  if (jwks === undefined || jwks === null) return undefined;
  const keys = isObject(jwks) ? jwks.get('keys') : jwks;
  const identifier = header.get('kid');
  if (!isArray(keys)) return [];
  return identifier === undefined ? keys : keys.filter((key) => isObject(key) && key.get('kid') === identifier);
}

function problem(text: string): FormulaError {
  return new FormulaError('evaluation', `Invalid argument to JWT_DECODE, ${text}`);
}

/** The error for an algorithm that is none of those that Tines documents. */
export function unknownAlgorithm(caller: string): FormulaError {
  return new FormulaError('evaluation', `Invalid argument to ${caller}, unsupported signing method`, {
    hint: 'Use HS256, HS384, HS512, RS256, RS384, RS512, ES256, ES384 or ES512.',
  });
}
