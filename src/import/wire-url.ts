import { type WorkingPlace, workingError } from './working-error.ts';

/** An address as a client sends it, and the user info that stood in it. */
export interface WireUrl {
  /** Without user info and fragment; what a request line cannot carry is percent-encoded. */
  readonly url: string;
  readonly user?: string;
  readonly password?: string;
}

/**
 * Takes an address apart as curl and Postman do: `http` where it has no scheme, `/` where it has no path, dot segments undone unless
 * `keepDots`. Throws HarnessError `invalid-url` for one that is none.
 */
export function readWireUrl(written: string, { keepDots = false, place }: UrlReading = {}): WireUrl {
  const text = written.trim();
  const absolute = /^[a-z][a-z\d+.-]*:\/\//iu.test(text) ? text : `http://${text.replace(/^\/\//u, '')}`;
  const [, scheme = '', authority = '', path = '', query = ''] =
    /^(https?):\/\/([^/?#\\]*)([^?#]*)(\?[^#]*)?/iu.exec(absolute) ?? [];
  const at = authority.lastIndexOf('@');
  const host = authority.slice(at + 1);
  if (host === '' || !URL.canParse(`${scheme}://${host}/`)) {
    throw workingError('invalid-url', 'the request that works has no address, or one that is neither http nor https', {
      hint: 'write the whole address, with its scheme: https://api.example.com/path',
      ...(place === undefined ? {} : { place }),
    });
  }
  const ascii = /^[!-~]+$/u.test(host) ? host : new URL(`${scheme}://${host}/`).host;
  const url = `${scheme.toLowerCase()}://${ascii}${keepDots ? encodeWire(path) || '/' : removeDots(encodeWire(path))}${encodeWire(query)}`;
  if (at === -1) return { url };
  const info = authority.slice(0, at);
  const colon = info.indexOf(':');
  if (colon === -1) return { url, user: decode(info) };
  return { url, user: decode(info.slice(0, colon)), password: decode(info.slice(colon + 1)) };
}

interface UrlReading {
  readonly keepDots?: boolean;
  readonly place?: WorkingPlace;
}

function encodeWire(text: string): string {
  return text.replace(/[^!-~]+/gu, (part) => encodeURIComponent(part.toWellFormed()));
}

/** RFC 3986, section 5.2.4. */
function removeDots(path: string): string {
  if (path === '') return '/';
  const kept: string[] = [];
  const segments = path.slice(1).split('/');
  for (const [index, segment] of segments.entries()) {
    const plain = segment.replace(/%2e/giu, '.');
    if (plain === '..') kept.pop();
    else if (plain !== '.') kept.push(segment);
    if ((plain === '.' || plain === '..') && index === segments.length - 1) kept.push('');
  }
  return `/${kept.join('/')}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
