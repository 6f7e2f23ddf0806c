import type { CaseAnswer, CaseRequest } from './diagnose-case.ts';

export const token = 'tok_7Fq2xR9vLm4Kd8Zc';
const items = { items: [{ id: 1 }, { id: 2 }] };
export const good: CaseAnswer = { status: 200, body: items };

/** A made-up JWT; nothing verifies it. */
export function fakeJwt(claims: Readonly<Record<string, unknown>>): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}.${Buffer.from('made-up-signature-0123456789').toString('base64url')}`;
}

export function bearerOf({ headers }: CaseRequest): string | null {
  return /^bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

export function challenged(parameters = '', body: unknown = { error: 'unauthorized' }): CaseAnswer {
  return { status: 401, headers: { 'WWW-Authenticate': `Bearer realm="api"${parameters}` }, body };
}

/** A server that tells a missing token from a wrong one, as RFC 6750 asks. */
export function talkative(request: CaseRequest): CaseAnswer | null {
  const given = bearerOf(request);
  if (given === null) return challenged();
  return given === token ? null : challenged(', error="invalid_token"', { error: 'invalid_token' });
}

/** A server that answers the same to every failure. */
export function silent(isRight: boolean): CaseAnswer {
  return isRight ? good : { status: 401, body: { error: 'unauthorized' } };
}

export function basic(pair: string): string {
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}
