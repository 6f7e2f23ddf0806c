import { at } from '../at.ts';
import { type Jwt, listClaim, scopesOf } from '../evidence/credentials/jwt.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { saysSo } from '../evidence/words/read-words.ts';
import type { Rule } from './suspicion.ts';

/** The token was made for another API, or is of another kind: an ID token (OpenID Connect Core, section 2) or a refresh token. */
export const wrongAudience: Rule = (evidence) => {
  const { isAuthFailure, words, jwt, main, quote } = evidence;
  if (!isAuthFailure) return null;
  const word = saysSo(words, 'wrong-audience');
  const shape = jwt === null ? null : (wrongKind(jwt) ?? foreignAudience(jwt, evidence));
  const refresh =
    jwt === null && main !== null && /^1\/\/0/.test(main.secret)
      ? 'the token looks like a refresh token of Google (it begins with 1//0)'
      : null;
  const reason = shape ?? refresh;
  if (word === undefined && reason === null) return null;
  return {
    confidence: word?.certain === true ? 'confirmed' : 'likely',
    weight: 94,
    stands: true,
    isSettled: word?.certain === true,
    evidence: [...(word === undefined ? [] : [`the server says ${quote(word.quote)}`]), ...(reason === null ? [] : [reason])],
    fix: `ask for an access token for ${evidence.url.host} (the scope or resource of ${main?.label ?? 'the credential'}), and use access_token of the answer`,
    ...at(main?.pointer),
  };
};

function wrongKind(jwt: Jwt): string | null {
  const kind = jwt.claims.typ ?? jwt.claims.token_use ?? jwt.claims.token_type;
  if (typeof kind === 'string' && /^(?:refresh|offline)$/i.test(kind)) return 'the token says that it is a refresh token';
  const isIdentity =
    (typeof kind === 'string' && /^id$/i.test(kind)) ||
    (scopesOf(jwt).length === 0 && ['at_hash', 'c_hash', 'nonce'].some((name) => name in jwt.claims));
  return isIdentity ? 'the token is an ID token (it says who signed in), not an access token' : null;
}

const GRAPH = '00000003-0000-0000-c000-000000000000';

function foreignAudience(jwt: Jwt, { url, host, challenges, quote }: Evidence): string | null {
  const audiences = listClaim(jwt, 'aud');
  // The challenge of a registry names the audience of its tokens (Distribution, token authentication).
  const service = challenges.find(({ parameters }) => parameters.has('realm'))?.parameters.get('service');
  if (service !== undefined && audiences.length > 0 && !audiences.includes(service))
    return `the token’s aud is ‹${audiences.join(', ')}›, and the server is ${quote(service)}`;
  if (host?.token?.audience !== undefined && audiences.length > 0) {
    const known = new RegExp(host.token.audience);
    return audiences.some((audience) => known.test(audience))
      ? null
      : `the token’s aud is ‹${audiences.join(', ')}›, which is not ${host.name}`;
  }
  if (audiences.includes(GRAPH) && !/(?:^|\.)graph\.microsoft\.(?:com|us)$|microsoftgraph/.test(url.hostname))
    return 'the token’s aud is Microsoft Graph';
  const hosts = audiences
    .map((audience) => (URL.canParse(audience) ? new URL(audience).hostname : ''))
    .filter((host) => host !== '');
  if (hosts.length === 0 || hosts.length < audiences.length) return null;
  const isIssuerItself = hosts.some(
    (host) => typeof jwt.claims.iss === 'string' && URL.canParse(jwt.claims.iss) && new URL(jwt.claims.iss).hostname === host,
  );
  const isLocal = /^(?:localhost|\d+\.\d+\.\d+\.\d+|\[.*\])$/.test(url.hostname);
  if (isIssuerItself || isLocal || hosts.some((host) => domain(host) === domain(url.hostname))) return null;
  return `the token’s aud is ‹${audiences.join(', ')}›, and the call goes to ‹${url.host}›`;
}

function domain(host: string): string {
  return host.split('.').slice(-2).join('.').toLowerCase();
}
