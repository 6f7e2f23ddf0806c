/** A JSON Web Token, decoded and not verified (RFC 7519). */
export interface Jwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Reads a signed JWT in compact form; null where the text is none. */
export function readJwt(token: string): Jwt | null {
  const [first, second, third, ...rest] = token.trim().split('.');
  if (first === undefined || second === undefined || third === undefined || rest.length > 0) return null;
  const header = decode(first);
  const claims = decode(second);
  return header === null || claims === null || !('alg' in header) ? null : { header, claims };
}

/** A claim that is a time (RFC 7519, NumericDate); null where it is none. */
export function timeClaim({ claims }: Jwt, name: 'exp' | 'nbf' | 'iat'): Date | null {
  const value = claims[name];
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 8.64e12 ? new Date(value * 1000) : null;
}

/** A claim that is a text or a list of texts, as a list. */
export function listClaim({ claims }: Jwt, name: string): readonly string[] {
  const value = claims[name];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The scopes and roles that a token grants (`scope` of RFC 9068, `scp` and `roles` of Entra and Okta). */
export function scopesOf(jwt: Jwt): readonly string[] {
  return ['scope', 'scp', 'roles', 'permissions']
    .flatMap((name) => listClaim(jwt, name))
    .flatMap((text) => text.split(/\s+/))
    .filter((scope) => scope !== '');
}

function decode(part: string): Readonly<Record<string, unknown>> | null {
  if (!/^[A-Za-z0-9_-]+$/.test(part)) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
