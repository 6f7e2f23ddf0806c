import { bearerToken } from './credentials-of.ts';
import type { SandboxAnswer, SandboxRequest } from './route.ts';

/** A 401 without `error`, as RFC 6750, section 3.1, has it for a request without a credential. */
export const tokenMissing: SandboxAnswer = {
  status: 401,
  headers: { 'WWW-Authenticate': 'Bearer realm="sandbox"' },
  body: { error: 'unauthorized', message: 'This call needs a bearer token' },
};

/** A 401 with `error="invalid_token"` and these words, as RFC 6750, section 3.1, has it for a token that is not accepted. */
export function tokenInvalid(words = 'The access token is not known'): SandboxAnswer {
  return {
    status: 401,
    headers: { 'WWW-Authenticate': `Bearer realm="sandbox", error="invalid_token", error_description="${words}"` },
    body: { error: 'invalid_token', message: words },
  };
}

/** The refusal of a request that does not carry `token` as a bearer token; null where it does. */
export function requireBearer(request: SandboxRequest, token: string): SandboxAnswer | null {
  const given = bearerToken(request);
  if (given === null || given === '') return tokenMissing;
  return given === token ? null : tokenInvalid();
}
