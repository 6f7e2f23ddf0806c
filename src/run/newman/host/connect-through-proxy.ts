import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { proxyAddress } from './proxy-address.ts';
import { proxyAuthorization } from './proxy-authorization.ts';
import type { Recorder } from './recorder.ts';

interface Destination {
  readonly host: string;
  readonly port: number;
  readonly recorder: Recorder;
}

/** Opens a tunnel through an HTTP proxy (CONNECT, RFC 9110, section 9.3.6). Fails with the code `ERR_PROXY_CONNECT` where the proxy refuses. */
export function connectThroughProxy(proxy: URL, { host, port, recorder }: Destination): Promise<Socket> {
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const client = proxy.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const request = client.request({
      method: 'CONNECT',
      ...proxyAddress(proxy),
      path: authority,
      agent: false,
      headers: { Host: authority, ...proxyAuthorization(proxy) },
    });
    request.once('socket', (socket) => recorder.watch(socket));
    request.once('connect', (response, socket: Socket) => {
      if (response.statusCode !== undefined && response.statusCode >= 200 && response.statusCode < 300) return resolve(socket);
      socket.destroy();
      reject(refusal(response.statusCode));
    });
    request.once('response', (response) => {
      response.destroy();
      reject(refusal(response.statusCode));
    });
    request.once('error', reject);
    request.end();
  });
}

function refusal(status: number | undefined): Error {
  return Object.assign(new Error(`the proxy answered CONNECT with ${status ?? 'nothing'}`), { code: 'ERR_PROXY_CONNECT' });
}
