import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on loopback that says what it was asked, as echo services do. */
export interface EchoServer {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * `/echo` gives the request as JSON (`method`, `query`, `headers`, `body`); `/status/N` has that status; `/basic` wants `user:pass`;
 * `/cookies/set?a=1` sets cookies and goes on to `/echo`; `/redirect/N` goes on N times.
 */
export async function startEchoServer(): Promise<EchoServer> {
  const server = http.createServer(async (request, response) => {
    const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://echo.invalid');
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const end = (status: number, headers: http.OutgoingHttpHeaders = {}) => {
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
      const query = Object.fromEntries(searchParams);
      response.end(JSON.stringify({ method: request.method, query, headers: request.headers, body }));
    };
    const [, first = '', second = ''] = pathname.split('/');
    if (first === 'status') end(Number(second));
    else if (first === 'basic') {
      const isRight = request.headers.authorization === `Basic ${Buffer.from('user:pass').toString('base64')}`;
      end(isRight ? 200 : 401, isRight ? {} : { 'WWW-Authenticate': 'Basic realm="echo"' });
    } else if (first === 'cookies') {
      const cookies = [...searchParams].map(([name, value]) => `${name}=${value}; Path=/`);
      end(302, { 'Set-Cookie': cookies, Location: '/echo' });
    } else if (first === 'redirect') end(302, { Location: Number(second) > 1 ? `/redirect/${Number(second) - 1}` : '/echo' });
    else if (first === 'echo') end(200, search === '' ? {} : { 'X-Query': search });
    else end(404);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
