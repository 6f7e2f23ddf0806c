import type { SandboxRequest } from './route.ts';

/** The scheme in lower case and what stands behind it; null without an Authorization field. */
export function authorizationOf({ headers }: SandboxRequest): { readonly scheme: string; readonly rest: string } | null {
  const value = headers.authorization;
  if (value === undefined) return null;
  const space = value.indexOf(' ');
  return space === -1
    ? { scheme: '', rest: value }
    : { scheme: value.slice(0, space).toLowerCase(), rest: value.slice(space + 1) };
}

/** The token of `Authorization: Bearer <token>`, or null. */
export function bearerToken(request: SandboxRequest): string | null {
  const authorization = authorizationOf(request);
  return authorization?.scheme === 'bearer' ? authorization.rest : null;
}

/** The pair of `Authorization: Basic <base64>`, or null where it cannot be decoded to one. */
export function basicPair(request: SandboxRequest): { readonly user: string; readonly password: string } | null {
  const authorization = authorizationOf(request);
  if (authorization?.scheme !== 'basic' || !/^[A-Za-z0-9+/]+={0,2}$/u.test(authorization.rest)) return null;
  const decoded = Buffer.from(authorization.rest, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  return colon === -1 ? null : { user: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A made-up JWT with these claims; its signature is a fixed text. */
export function madeUpJwt(claims: Readonly<Record<string, unknown>>): string {
  return `${encode({ alg: 'RS256', typ: 'JWT', kid: 'sandbox' })}.${encode(claims)}.${Buffer.from('signature-of-the-sandbox-0123456789').toString('base64url')}`;
}

/** The claims of a JWT, undecoded parts ignored; null where it is none. */
export function jwtClaims(token: string): Readonly<Record<string, unknown>> | null {
  const [, payload] = token.split('.');
  if (payload === undefined) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? { ...claims } : null;
  } catch {
    return null;
  }
}
