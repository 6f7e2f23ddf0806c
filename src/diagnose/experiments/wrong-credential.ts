import type { RequestSpec } from '../../model/request-spec.ts';
import { withHeader } from '../edit-request.ts';
import type { CredentialUse } from '../evidence/credentials/credential-use.ts';
import { readJwt } from '../evidence/credentials/jwt.ts';
import { replaceParameter } from './replace-parameter.ts';

/**
 * The request with a credential that is well-formed and wrong: same prefix, length and kinds of characters, a JWT with a broken signature.
 * null where no credential can be replaced. The same credential always gives the same wrong one.
 */
export function wrongCredential(request: RequestSpec, uses: readonly CredentialUse[]): RequestSpec | null {
  const replaced = uses.filter(
    ({ place, secret, scheme }) =>
      (place === 'header' || place === 'query') && secret.trim().length >= 4 && !secret.includes('@') && !/^aws4-/i.test(scheme),
  );
  if (replaced.length === 0) return null;
  return replaced.reduce((changed, use) => {
    const wrong = `${use.scheme}${use.separator}${wrongToken(use.secret)}`;
    return use.place === 'query'
      ? replaceParameter(changed, use.name, [encodeURIComponent(wrong)])
      : withHeader(changed, use.name, [wrong]);
  }, request);
}

/** A text of the same shape that is another: the beginning stays where it names a kind of token. */
export function wrongToken(token: string): string {
  if (readJwt(token) !== null) {
    const place = token.lastIndexOf('.') + 1;
    return token.slice(0, place) + shift(token.slice(place));
  }
  const prefix = /^(?:[A-Za-z0-9]{1,10}[_-]){1,3}(?=[A-Za-z0-9]{6})/.exec(token)?.[0] ?? '';
  const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(token);
  return isUuid ? shift(token) : prefix + shift(token.slice(prefix.length));
}

function shift(text: string): string {
  const isHex = /^[0-9a-f-]+$/i.test(text);
  return [...text].map((character, index) => next(character, { isHex, by: 3 + (index % 4) })).join('');
}

function next(character: string, { isHex, by }: { readonly isHex: boolean; readonly by: number }): string {
  for (const alphabet of [
    '0123456789',
    isHex ? 'abcdef' : 'abcdefghijklmnopqrstuvwxyz',
    isHex ? 'ABCDEF' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ]) {
    const place = alphabet.indexOf(character);
    if (place !== -1) return alphabet[(place + (by % alphabet.length || 1)) % alphabet.length] ?? character;
  }
  return character;
}
