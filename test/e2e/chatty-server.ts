import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

export interface ChattyServer {
  readonly origin: string;
  /** Head and body of every request, as text. */
  readonly sent: () => readonly string[];
  readonly close: () => Promise<void>;
}

type Echo = (seen: string, response: ServerResponse) => Promise<void> | void;

/** Ways in which a careless server gives back what it was sent. */
const echoes: Readonly<Record<string, Echo>> = {
  location: (seen, response) => void response.writeHead(302, { Location: `/done?token=${encodeURIComponent(seen)}` }).end(),
  challenge: (seen, response) =>
    void response.writeHead(401, { 'WWW-Authenticate': `Bearer error="invalid_token", got="${seen}"` }).end(),
  gzip: (seen, response) => void response.writeHead(401, { 'Content-Encoding': 'gzip' }).end(gzipSync(`got ${seen}`)),
  chunks: async (seen, response) => {
    response.writeHead(401);
    for (const character of `got ${seen}`) response.write(character);
    await wait(5);
    response.end();
  },
  latin1: (seen, response) =>
    void response.writeHead(401, { 'Content-Type': 'text/plain; charset=iso-8859-1' }).end(Buffer.from(`é ${seen}`, 'latin1')),
  'utf-16': (seen, response) =>
    void response.writeHead(401, { 'Content-Type': 'text/plain' }).end(Buffer.from(`\ufeffgot ${seen}`, 'utf16le')),
  'status-line': (seen, response) => {
    response.statusMessage = `No ${seen}`;
    response.writeHead(401).end();
  },
  'header-name': (seen, response) => void response.writeHead(401, { [`x-${seen.replace(/[^\w-]/gu, '-')}`]: seen }).end(),
  xml: (seen, response) =>
    void response.writeHead(401, { 'Content-Type': 'text/xml' }).end(`<e><got a="${seen}">${seen}</got></e>`),
  html: (seen, response) =>
    void response.writeHead(401, { 'Content-Type': 'text/html' }).end(`<!-- ${seen} --><script>var a="${seen}"</script>`),
  late: (seen, response) => void response.writeHead(401).end(`${'x'.repeat(65_530)}${seen}${'y'.repeat(100)}`),
};

/** What may stand in `/echo/<how>`. */
export const echoNames: readonly string[] = Object.keys(echoes);

/** A server that echoes its request: below `/echo/<how>` in one way, elsewhere as JSON. */
export async function startChattyServer(): Promise<ChattyServer> {
  const sent: string[] = [];
  const server = createServer((request, response) => void answer(request, response, sent));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: () => sent,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, sent: string[]): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString('utf8');
  const target = request.url ?? '';
  sent.push(`${target}\n${request.rawHeaders.join('\n')}\n\n${body}`);
  const echo = echoes[/^\/echo\/([\w-]+)/u.exec(target)?.[1] ?? ''];
  const { authorization = '', 'x-key': key = '' } = request.headers;
  if (echo !== undefined) return echo(`${authorization} ${String(key)}`, response);
  await wait(60);
  response.writeHead(401, {
    'Content-Type': 'application/json',
    'X-Echo': request.rawHeaders.join(' ').replace(/[^\x20-\x7e]/gu, '?'),
  });
  response.end(
    JSON.stringify({
      target,
      decoded: safelyDecoded(target),
      headers: request.rawHeaders,
      body,
      base64: Buffer.from(body).toString('base64'),
    }),
  );
}

function safelyDecoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
