import type { Value, ValueMap } from '../../../model/value.ts';
import { isArray } from '../../values/is-array.ts';
import { numberOf } from '../../values/number-of.ts';
import { textOf } from '../../values/text-of.ts';
import { truthy } from '../../values/truthy.ts';

/** The options of ruby-jwt's `JWT.decode` that decide which claims are checked, by their names. */
export type JwtOptions = ReadonlyMap<string, Value>;

/** What is wrong with the claims of a verified token at a moment, in ruby-jwt's words; undefined if nothing is. */
export function claimProblem(claims: ValueMap, options: JwtOptions, now: Date): string | undefined {
  const seconds = now.getTime() / 1000;
  return (
    missingClaim(claims, options) ??
    timeProblem(claims, options, seconds) ??
    issuerProblem(claims, options) ??
    audienceProblem(claims, options) ??
    subjectProblem(claims, options) ??
    identifierProblem(claims, options)
  );
}

function missingClaim(claims: ValueMap, options: JwtOptions): string | undefined {
  const missing = listOf(options.get('required_claims')).find((name) => !claims.has(name));
  return missing === undefined ? undefined : `Missing required claim ${missing}`;
}

function timeProblem(claims: ValueMap, options: JwtOptions, seconds: number): string | undefined {
  const leeway = (name: string) => Number(options.get(name) ?? options.get('leeway') ?? 0);
  const expiry = numberOf(claims.get('exp') ?? null);
  const start = numberOf(claims.get('nbf') ?? null);
  const issued = numberOf(claims.get('iat') ?? null);
  if (isOn(options, 'verify_expiration', true) && expiry !== undefined && Number(expiry) <= seconds - leeway('exp_leeway')) {
    return 'Signature has expired';
  }
  if (isOn(options, 'verify_not_before', true) && start !== undefined && Number(start) > seconds + leeway('nbf_leeway')) {
    return 'Signature nbf has not been reached';
  }
  return isOn(options, 'verify_iat', false) && (issued === undefined || Number(issued) > seconds) ? 'Invalid iat' : undefined;
}

function issuerProblem(claims: ValueMap, options: JwtOptions): string | undefined {
  if (!isOn(options, 'verify_iss', false) || !options.has('iss')) return undefined;
  return listOf(options.get('iss')).includes(textOf(claims.get('iss') ?? null)) ? undefined : 'Invalid issuer';
}

function audienceProblem(claims: ValueMap, options: JwtOptions): string | undefined {
  if (!isOn(options, 'verify_aud', false) || !options.has('aud')) return undefined;
  const audience = listOf(claims.get('aud'));
  return listOf(options.get('aud')).some((expected) => audience.includes(expected)) ? undefined : 'Invalid audience';
}

function subjectProblem(claims: ValueMap, options: JwtOptions): string | undefined {
  if (!isOn(options, 'verify_sub', false) || !options.has('sub')) return undefined;
  return textOf(options.get('sub') ?? null) === textOf(claims.get('sub') ?? null) ? undefined : 'Invalid subject';
}

function identifierProblem(claims: ValueMap, options: JwtOptions): string | undefined {
  if (!isOn(options, 'verify_jti', false)) return undefined;
  return textOf(claims.get('jti') ?? null).trim() === '' ? 'Missing jti' : undefined;
}

function isOn(options: JwtOptions, name: string, byDefault: boolean): boolean {
  const value = options.get(name);
  return value === undefined ? byDefault : truthy(value);
}

function listOf(value: Value | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  return (isArray(value) ? value : [value]).map(textOf);
}
