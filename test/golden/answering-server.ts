import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';

/** One answer of a fixture's server: the first whose `match` fits is given. */
interface Answer {
  readonly match: {
    readonly method?: string;
    /** The path as it stood on the wire, without the query. */
    readonly path?: string;
    /** By name in lower case. */
    readonly headers?: Readonly<Record<string, string>>;
  };
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface AnsweringServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Starts the server that `server.json` describes on 127.0.0.1; a request that nothing fits is answered 599. */
export async function startAnsweringServer(file: string): Promise<AnsweringServer> {
  const answers: readonly Answer[] = JSON.parse(readFileSync(file, 'utf8'));
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const found = answers.find(({ match }) => fits(request, match));
      response.sendDate = false;
      response.writeHead(found?.status ?? 599, { ...found?.headers, 'Content-Length': Buffer.byteLength(found?.body ?? '') });
      response.end(found?.body ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function fits({ method, url = '', headers }: IncomingMessage, match: Answer['match']): boolean {
  return (
    (match.method === undefined || match.method === method) &&
    (match.path === undefined || match.path === url.split('?')[0]) &&
    Object.entries(match.headers ?? {}).every(([name, value]) => headers[name] === Buffer.from(value, 'utf8').toString('latin1'))
  );
}
