import { HarnessError } from '../../harness-error.ts';
import type { Source } from '../../model/source.ts';
import type { Text } from '../../model/text.ts';
import { printableText } from '../printable-text.ts';
import { digHoles, type Holes } from './dig-holes.ts';
import { trimText } from './trim-text.ts';

/** A URL in its parts, variables as holes. The fragment is gone: it is never sent. */
export interface UrlParts {
  readonly holes: Holes;
  /** `https`; empty where a variable holds it. */
  readonly scheme: string;
  readonly userInfo?: string;
  /** Host and port as written; where `scheme` is empty, all up to the path. */
  readonly authority: string;
  readonly path: string;
  /** Empty where there is none. */
  readonly query: string;
}

/** Takes a resolved URL apart. An address that is not absolute http or https is an `invalid-url`. */
export function splitUrl(url: Text, source: Source): UrlParts {
  const holes = digHoles(trimText(url));
  const refuse = (why: string, hint: string) =>
    new HarnessError('invalid-url', `The URL ‹${printableText(url)}› ${why}.`, { source, hint });
  if (/[\u0000-\u001f\u007f]/.test(holes.string)) {
    throw refuse(
      'holds a line break or another control character',
      'Look for a line break at the end of a value that the URL is made from, and use TRIM.',
    );
  }
  const [address = ''] = holes.string.split('#', 1);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  const startsWithHole = holes.isHole(String.fromCodePoint(address.codePointAt(0) ?? 0));
  if (!startsWithHole && !/^https?:\/\//i.test(address)) {
    if (address === '') throw refuse('is empty', 'Check the value that the URL is made from.');
    const isHttp = scheme === 'http' || scheme === 'https';
    throw scheme === undefined || (isHttp && !/^https?:\//i.test(address)) || /^[^/]*\.[^/]*:\d/.test(address)
      ? refuse('is not absolute', 'Begin it with https:// or http:// and the host.')
      : refuse(
          'is not a web address',
          'An HTTP Request action takes http:// and https:// only, with two slashes before the host.',
        );
  }
  const begin = startsWithHole ? (/^[^/?]*:\/\//.exec(address)?.[0].length ?? 0) : (scheme?.length ?? 0) + 3;
  const end = address.slice(begin).search(/[/?]/);
  const beforePath = end < 0 ? address.length : begin + end;
  const [path = '', ...query] = address.slice(beforePath).split('?');
  const authority = address.slice(startsWithHole ? 0 : begin, beforePath);
  const at = startsWithHole ? -1 : authority.lastIndexOf('@');
  return {
    holes,
    scheme: startsWithHole ? '' : (scheme ?? ''),
    ...(at < 0 ? {} : { userInfo: authority.slice(0, at) }),
    authority: authority.slice(at + 1),
    path,
    query: query.join('?'),
  };
}
