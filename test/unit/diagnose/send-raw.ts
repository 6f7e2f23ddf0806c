import { createHash } from 'node:crypto';
import http from 'node:http';
import { contentBytes } from '../../../src/emit/content-bytes.ts';
import { requestContent } from '../../../src/emit/request-content.ts';
import { textValue } from '../../../src/emit/text-value.ts';
import type { Client, Exchange, RunOutcome } from '../../../src/model/outcome.ts';
import type { HeaderField, RequestSpec } from '../../../src/model/request-spec.ts';
import type { SecretValues } from '../../../src/model/text.ts';

interface Sending {
  readonly values: SecretValues;
  readonly client?: Client;
  /** Fields that this client adds by itself. */
  readonly extra?: readonly HeaderField[];
}

/** Sends a request as it is specified over node:http, redirects by Tines' rules; a network error is an outcome. */
export async function sendRaw(request: RequestSpec, { values, client = 'curl', extra = [] }: Sending): Promise<RunOutcome> {
  const hops: Exchange[] = [];
  let url = textValue(request.url, values);
  let { method } = request;
  let headers: readonly HeaderField[] = [
    ...request.headers.map(([name, value]): HeaderField => [name, textValue(value, values)]),
    ...extra,
  ];
  const content = requestContent(request.body);
  let body: Uint8Array = content === null ? new Uint8Array() : contentBytes(content, values);
  for (;;) {
    try {
      hops.push(await exchange({ method, url, headers, body }));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'other';
      const kind =
        code === 'ECONNREFUSED' ? 'connect' : code === 'ENOTFOUND' ? 'dns' : /CERT|SSL|TLS/.test(code) ? 'tls' : 'protocol';
      return { client, status: 'failed', error: { kind, code, message: String(error), conclusive: true }, hops, milliseconds: 1 };
    }
    const last = hops.at(-1);
    const location = last?.received.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
    const status = last?.received.status ?? 0;
    const { follow, limit } = request.policy.redirects;
    if (!follow || location === undefined || status < 300 || status > 399 || hops.length > limit)
      return { client, status: 'completed', hops, milliseconds: 1 };
    const target = new URL(location, url);
    if (target.origin !== new URL(url).origin) headers = headers.filter(([name]) => name.toLowerCase() !== 'authorization');
    if (status < 307 && method !== 'GET' && method !== 'HEAD') {
      method = 'GET';
      body = new Uint8Array();
      headers = headers.filter(([name]) => name.toLowerCase() !== 'content-type');
    }
    url = target.href;
  }
}

interface Message {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly HeaderField[];
  readonly body: Uint8Array;
}

function exchange({ method, url, headers, body }: Message): Promise<Exchange> {
  const fields = body.length > 0 ? [...headers, ['Content-Length', String(body.length)] as const] : headers;
  return new Promise((resolve, reject) => {
    const { host } = new URL(url);
    const target = url.slice(url.indexOf(host) + host.length);
    const request = http.request({
      host: new URL(url).hostname,
      port: new URL(url).port,
      path: target,
      method,
      headers: ['Host', host, ...fields.flat()] as unknown as http.OutgoingHttpHeaders,
      agent: false,
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const received: HeaderField[] = [];
        for (let index = 0; index < response.rawHeaders.length; index += 2)
          received.push([response.rawHeaders[index] ?? '', response.rawHeaders[index + 1] ?? '']);
        resolve({
          sent: { method, url, version: 'HTTP/1.1', target, headers: fields, body },
          received: {
            version: 'HTTP/1.1',
            status: response.statusCode ?? 0,
            reason: response.statusMessage ?? '',
            headers: received,
            body: { bytes, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
          },
        });
      });
    });
    request.end(body);
  });
}
