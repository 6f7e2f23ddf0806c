import type { Loss, RequestSpec } from '../../model/request-spec.ts';
import { checkRequest } from '../check/check-request.ts';
import { normalizeUrl } from '../check/normalize-url.ts';
import type { Content } from '../content.ts';
import { contentBytes } from '../content-bytes.ts';
import { contentText } from '../content-text.ts';
import { displayText } from '../display-text.ts';
import { requestContent } from '../request-content.ts';
import type { Har, HarPair, HarPostData, HarRequest } from './har.ts';

export interface HarNaming {
  /** Version of this program, for `creator`. */
  readonly version: string;
  /** ISO 8601; the epoch unless given, so that the same request gives the same file. */
  readonly startedDateTime?: string;
}

/** The request as HAR 1.2, with ‹CREDENTIAL.x› in place of secrets and an empty answer. Throws a HarnessError where HTTP forbids the request. */
export function emitHar(
  request: RequestSpec,
  { version, startedDateTime = '1970-01-01T00:00:00.000Z' }: HarNaming,
): {
  readonly har: Har;
  readonly losses: readonly Loss[];
} {
  checkRequest(request);
  const content = requestContent(request.body);
  const har: Har = {
    log: {
      version: '1.2',
      creator: { name: 'tines-compare', version },
      entries: [
        {
          startedDateTime,
          time: 0,
          request: harRequest(request, content),
          response: emptyResponse,
          cache: {},
          timings: { send: 0, wait: 0, receive: 0 },
        },
      ],
    },
  };
  return { har, losses: losses(request, content) };
}

const emptyResponse = {
  status: 0,
  statusText: '',
  httpVersion: 'HTTP/1.1',
  cookies: [],
  headers: [],
  content: { size: 0, mimeType: 'x-unknown' },
  redirectURL: '',
  headersSize: -1,
  bodySize: -1,
};

function harRequest(request: RequestSpec, content: Content | null): HarRequest {
  const url = displayText(normalizeUrl(request.url));
  const headers = request.headers.map(([name, value]) => ({ name, value: displayText(value) }));
  const field = (wanted: string): string => headers.find(({ name }) => name.toLowerCase() === wanted)?.value ?? '';
  const bytes = content === null ? 0 : contentBytes(content.map(named), new Map()).length;
  return {
    method: request.method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies:
      field('cookie') === ''
        ? []
        : field('cookie')
            .split(/; */)
            .map((cookie) => pair(cookie)),
    headers,
    queryString: queryPairs(url),
    ...(content === null ? {} : { postData: postData(request, content, field('content-type')) }),
    headersSize: -1,
    bodySize: bytes,
  };
}

function postData({ body }: RequestSpec, content: Content, mimeType: string): HarPostData {
  const text = contentText(content.map(named));
  if (text === null) {
    return { mimeType, text: Buffer.from(contentBytes(content.map(named), new Map())).toString('base64'), _encoding: 'base64' };
  }
  if (body.kind !== 'form') return { mimeType, text: displayText(text) };
  const params = body.fields.map(([name, value]) => ({
    name: displayText(name),
    value: value === null ? '' : displayText(value),
  }));
  return { mimeType, text: displayText(text), params };
}

function named(piece: Content[number]): string | Uint8Array {
  return typeof piece === 'string' || piece instanceof Uint8Array ? piece : displayText([piece]);
}

function queryPairs(url: string): readonly HarPair[] {
  const question = url.indexOf('?');
  const query = question < 0 ? '' : url.slice(question + 1);
  return query === '' ? [] : query.split('&').map(pair);
}

function pair(text: string): HarPair {
  const equals = text.indexOf('=');
  return equals < 0 ? { name: text, value: '' } : { name: text.slice(0, equals), value: text.slice(equals + 1) };
}

function losses(request: RequestSpec, content: Content | null): readonly Loss[] {
  const loss = (feature: string, text: string): Loss => ({ artifact: 'har', feature, text });
  return [
    ...(request.signature === undefined
      ? []
      : [loss('signature', 'HAR has no place for an AWS signature that is made when the request is sent')]),
    ...(content !== null && contentText(content) === null
      ? [loss('body', 'the body is not text: it stands in base64, which HAR 1.2 does not provide for')]
      : []),
    ...(request.policy.proxy === undefined ? [] : [loss('proxy', 'HAR names no proxy')]),
  ];
}
