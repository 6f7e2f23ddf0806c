import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, inflateSync } from 'node:zlib';
import type { WireRequest } from './rendered-request.ts';

/** An answer as the pretend tenant records it. */
export interface TenantAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

interface Sending {
  readonly followRedirects: boolean;
  readonly timeoutSeconds: number;
}

const redirectLimit = 3;

/**
 * Sends a request as Ruby's Faraday does: at most three redirects, 301 to 303 by GET without a body, Authorization dropped where the host
 * changes. Only this machine is asked; rejects with words like Ruby's where no answer comes.
 */
export async function sendRequest(request: WireRequest, sending: Sending): Promise<TenantAnswer> {
  let current = request;
  for (let hops = 0; ; hops += 1) {
    const answer = await exchange(current, sending.timeoutSeconds);
    const { location } = answer.headers;
    if (!sending.followRedirects || location === undefined || ![301, 302, 303, 307, 308].includes(answer.status)) return answer;
    if (hops === redirectLimit) throw new Error('too many redirects; last one to: the same place');
    current = redirected(current, { status: answer.status, target: new URL(location, current.url) });
  }
}

function redirected(request: WireRequest, { status, target }: { readonly status: number; readonly target: URL }): WireRequest {
  const isKept = status === 307 || status === 308;
  const headers = Object.entries(request.headers).filter(
    ([name]) =>
      (name !== 'Authorization' || target.hostname === request.url.hostname) && (isKept || !name.startsWith('Content-')),
  );
  return {
    url: target,
    headers: Object.fromEntries(headers),
    method: isKept ? request.method : 'GET',
    body: isKept ? request.body : '',
  };
}

async function exchange({ method, url, headers, body }: WireRequest, timeoutSeconds: number): Promise<TenantAnswer> {
  if (!['127.0.0.1', 'localhost'].includes(url.hostname))
    throw new Error(`getaddrinfo: Name or service not known (${url.hostname})`);
  const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
    const start = url.protocol === 'https:' ? requestHttps : requestHttp;
    const length = body === '' ? {} : { 'Content-Length': Buffer.byteLength(body) };
    const outgoing = start(
      url,
      {
        method,
        headers: { ...headers, ...length, Connection: 'close' },
        agent: false,
        family: 4,
        timeout: timeoutSeconds * 1000,
      },
      resolve,
    );
    outgoing.once('timeout', () => outgoing.destroy(new Error('execution expired')));
    outgoing.once('error', (error) => reject(new Error(rubyWords(error))));
    outgoing.end(body);
  });
  const bytes = await buffer(incoming);
  const received = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
  return { status: incoming.statusCode ?? 0, headers: received, bytes: decode(bytes, received['content-encoding']) };
}

function decode(bytes: Buffer, coding: string | undefined): Buffer {
  if (coding === 'gzip') return gunzipSync(bytes);
  return coding === 'deflate' ? inflateSync(bytes) : bytes;
}

function rubyWords(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ECONNREFUSED') return 'Failed to open TCP connection (Connection refused - connect(2))';
  if (/CERT|SELF_SIGNED|SSL|TLS/u.test(code))
    return `SSL_connect returned=1 errno=0 state=error: certificate verify failed (${code})`;
  return code === 'ECONNRESET' ? 'end of file reached' : error.message;
}
