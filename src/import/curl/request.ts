import { bodyOfBytes } from '../body-of-bytes.ts';
import { ownHeaders } from '../header-fields.ts';
import type { PlainBody, PlainRequest } from '../plain-request.ts';
import { readWireUrl, type WireUrl } from '../wire-url.ts';
import type { CurlArgument } from './arguments.ts';
import { readCurlData, urlEncoded } from './data.ts';
import { boundaryOf, readCurlForm } from './form.ts';
import { firstOfGlob } from './glob.ts';
import { readCurlHeaders } from './headers.ts';
import { type CurlSources, readCurlFile } from './input.ts';
import { noteCurlOptions } from './notes.ts';
import { checkCurlOptions } from './refusals.ts';
import { readCurlSignature } from './signature.ts';

const formType = 'application/x-www-form-urlencoded';

/** The request that curl sends for its options (the manual of curl 8). Throws a HarnessError for what cannot be told without running curl. */
export function curlRequest(options: readonly CurlArgument[], sources: CurlSources): PlainRequest {
  checkCurlOptions(options);
  const has = (name: string): boolean => options.some((option) => option.name === name);
  const last = (name: string): string | undefined => options.findLast((option) => option.name === name)?.value;
  const { body, contentType } = readBody(options, sources);
  const isQuery = has('get') && body.kind !== 'none';
  const url = readUrl(options, sources, isQuery ? textOf(body) : undefined);
  const user = last('user') ?? (url.user === undefined ? undefined : `${url.user}:${url.password ?? ''}`);
  const signature = readCurlSignature(last('aws-sigv4'), user, url.url);
  const pair = user === undefined || user.includes(':') ? user : `${user}:`;
  const headers = readCurlHeaders(options, {
    sources,
    contentType: isQuery ? undefined : contentType,
    user: signature === undefined ? pair : undefined,
  });
  const sent: PlainBody = isQuery ? { kind: 'none' } : body;
  return {
    method: last('request')?.toUpperCase() ?? usualMethod(has, sent),
    url: url.url,
    headers: ownHeaders(withBoundary(headers, sent)),
    body: has('head') && !has('request') ? { kind: 'none' } : sent,
    redirects: {
      follow: has('location') || has('location-trusted') || has('follow'),
      limit: Number(last('max-redirs') ?? 50),
      keepAuthorization: has('location-trusted'),
    },
    ...(signature === undefined ? {} : { signature }),
    notes: [
      ...noteCurlOptions(options),
      ...(user === pair ? [] : ['the command would ask for a password; the empty one is used']),
    ],
  };
}

function usualMethod(has: (name: string) => boolean, body: PlainBody): string {
  if (has('head')) return 'HEAD';
  if (has('upload-file')) return 'PUT';
  return body.kind === 'none' ? 'GET' : 'POST';
}

interface ReadBody {
  readonly body: PlainBody;
  /** What curl writes by itself. */
  readonly contentType?: string;
}

function readBody(options: readonly CurlArgument[], sources: CurlSources): ReadBody {
  const parts = readCurlForm(options, sources);
  if (parts.length > 0) {
    const boundary = boundaryOf(parts);
    return { body: { kind: 'multipart', boundary, parts }, contentType: `multipart/form-data; boundary=${boundary}` };
  }
  const data = readCurlData(options, sources);
  if (data !== undefined) {
    const isJson = options.some(({ name }) => name === 'json');
    return { body: bodyOfBytes(data), contentType: isJson ? 'application/json' : formType };
  }
  const upload = options.find(({ name }) => name === 'upload-file');
  if (upload === undefined) return { body: { kind: 'none' } };
  return { body: bodyOfBytes(readCurlFile(upload.value === '.' ? '-' : upload.value, sources, upload.place)) };
}

function textOf(body: PlainBody): string {
  return body.kind === 'text' ? body.text : body.kind === 'bytes' ? Buffer.from(body.bytes).toString('latin1') : '';
}

function readUrl(options: readonly CurlArgument[], sources: CurlSources, query: string | undefined): WireUrl {
  const option = options.find(({ name }) => name === 'url');
  const isPattern = !options.some(({ name }) => name === 'globoff');
  const written = option?.value ?? '';
  const read = readWireUrl(isPattern ? firstOfGlob(written).url : written, {
    keepDots: options.some(({ name }) => name === 'path-as-is'),
    ...(option === undefined ? {} : { place: option.place }),
  });
  const added = options
    .filter(({ name }) => name === 'url-query')
    .map((entry) => (entry.value.startsWith('+') ? entry.value.slice(1) : urlEncoded(entry, sources)));
  const pieces = [...(query === undefined || query === '' ? [] : [query]), ...added];
  if (pieces.length === 0) return read;
  const joined = pieces.join('&').replace(/[^!-~]/gu, (character) => encodeURIComponent(character));
  const separator = !read.url.includes('?') ? '?' : /[?&]$/u.test(read.url) ? '' : '&';
  return { ...read, url: `${read.url}${separator}${joined.replaceAll('#', '%23')}` };
}

/** A type that the command gives for a multipart body gets the boundary, as curl does it. */
function withBoundary(headers: PlainRequest['headers'], body: PlainBody): PlainRequest['headers'] {
  if (body.kind !== 'multipart') return headers;
  return headers.map(([name, value]) =>
    name.toLowerCase() === 'content-type' && !/;\s*boundary=/iu.test(value)
      ? [name, `${value}; boundary=${body.boundary}`]
      : [name, value],
  );
}
