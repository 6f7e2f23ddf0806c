import type { HeaderField, RequestSpec } from '../model/request-spec.ts';
import type { SecretValues } from '../model/text.ts';
import { normalizeUrl } from './check/normalize-url.ts';
import { contentBytes } from './content-bytes.ts';
import { joinCookies } from './join-cookies.ts';
import { requestContent } from './request-content.ts';
import { textValue } from './text-value.ts';

/** A request as it has to arrive, framing left out (Content-Length, Transfer-Encoding). */
export interface SpecifiedMessage {
  readonly method: string;
  readonly target: string;
  /** Names as written; values as Latin-1, one character for each byte of their UTF-8, without white space around them. `Host` is there. */
  readonly headers: readonly HeaderField[];
  readonly body: Uint8Array;
  /** Names, in lower case, of fields that each client makes anew: a signature and what belongs to it. */
  readonly signed: ReadonlySet<string>;
}

const signatureFields = ['authorization', 'x-amz-date', 'x-amz-content-sha256', 'x-amz-security-token'];

/** What a server receives if a client does exactly what the request says. */
export function specifiedMessage(request: RequestSpec, values: SecretValues): SpecifiedMessage {
  const url = textValue(normalizeUrl(request.url), values);
  const authority = url.replace(/^https?:\/\//i, '').replace(/[/?].*$/s, '');
  const headers = joinCookies(request.headers).map(([name, value]): HeaderField => [name, onTheWire(textValue(value, values))]);
  const host: readonly HeaderField[] = headers.some(([name]) => name.toLowerCase() === 'host') ? [] : [['Host', authority]];
  return {
    method: request.method,
    target: url.replace(/^https?:\/\/[^/?]*/i, ''),
    headers: [...host, ...headers],
    body: contentBytes(requestContent(request.body) ?? [], values),
    signed: new Set(request.signature === undefined ? [] : signatureFields),
  };
}

function onTheWire(value: string): string {
  return Buffer.from(value, 'utf8')
    .toString('latin1')
    .replace(/^[ \t]+|[ \t]+$/g, '');
}
