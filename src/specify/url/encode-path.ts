import { percentEncode } from './percent-encode.ts';

/**
 * A path for the wire: what RFC 3986 allows in a path stays, escapes that are there stay, the rest becomes `%XX` of UTF-8.
 * `keep` names further characters to leave alone. Dot segments stay.
 */
export function encodePath(path: string, keep: (character: string) => boolean): string {
  return path.replace(/%(?![0-9a-f]{2})|[^A-Za-z0-9\-._~!$&'()*+,;=:@/%]/giu, (character) =>
    keep(character) ? character : percentEncode(character),
  );
}
