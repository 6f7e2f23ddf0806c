import net from 'node:net';
import tls from 'node:tls';
import type { ClientErrorKind } from '../../src/model/outcome.ts';
import type { PlainRequest } from '../support/run-clients.ts';

/** What a client makes of a fault: the kind of its error, or the status of the answer that it takes for complete. */
export type Expectation = ClientErrorKind | number;

/** Something that a server does wrong, or that an address does, and what the clients are to say of it. */
export interface Fault {
  readonly name: string;
  /** Called when a connection is accepted, before anything was read. */
  readonly accept?: (socket: net.Socket) => void;
  /** Called when a client begins with TLS where it is not spoken; it is refused in plain HTTP unless given. */
  readonly hello?: (socket: net.Socket) => void;
  /** Called with the head of a request, in Latin-1. */
  readonly answer?: (socket: net.Socket, head: string) => void;
  /** Present where the server speaks TLS. */
  readonly tls?: tls.TlsOptions;
  /** The address that is asked; `http://127.0.0.1:PORT/`, or `https:` with TLS, unless given. */
  readonly url?: (port: number) => string;
  readonly request?: Partial<PlainRequest>;
  /** One for both clients; or one each, with the reason why they differ. */
  readonly expected: Expectation | { readonly curl: Expectation; readonly postman: Expectation; readonly because: string };
}

/** The head of a good answer, without its end. */
export const ok = 'HTTP/1.1 200 OK\r\n';

/** Answers with these bytes and ends the connection. */
export const reply =
  (...pieces: readonly (string | Uint8Array)[]) =>
  (socket: net.Socket): void =>
    void socket.end(Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece))));

/** Answers with these bytes and waits. */
export const replyAndWait =
  (bytes: string | Uint8Array) =>
  (socket: net.Socket): void =>
    void socket.write(bytes);

/** Answers with these bytes, and resets the connection when they are read. */
export const replyAndReset =
  (bytes: string) =>
  (socket: net.Socket): void =>
    void socket.write(bytes, () => setTimeout(() => socket.resetAndDestroy(), 30));

/** Writes the piece again and again until the connection is gone. */
export const flood =
  (start: string, piece: string | Uint8Array) =>
  (socket: net.Socket): void => {
    socket.write(start);
    const more = (): void => {
      while (!socket.destroyed && socket.write(piece));
      if (!socket.destroyed) socket.once('drain', more);
    };
    more();
  };

/** Writes the start, and then a piece every few milliseconds for ever. */
export const drip =
  (start: string, piece: (index: number) => string) =>
  (socket: net.Socket): void => {
    socket.write(start);
    let index = 0;
    const timer = setInterval(() => socket.write(piece(index++)), 20);
    socket.once('close', () => clearInterval(timer));
  };

/** Starts a server on 127.0.0.1 that has the fault. */
export async function startFaultyServer({ accept, hello, answer, tls: options }: Fault): Promise<FaultyServer> {
  const sockets = new Set<net.Socket>();
  const serve = (socket: net.Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let text = '';
    socket.on('data', (chunk) => {
      if (text === '' && chunk[0] === 0x16) return (hello ?? reply('HTTP/1.1 400 Bad Request\r\n\r\n'))(socket);
      text += chunk.toString('latin1');
      const end = text.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = text.slice(0, end + 4);
      text = '';
      answer?.(socket, head);
    });
    accept?.(socket);
  };
  const server = options === undefined ? net.createServer(serve) : tls.createServer(options, serve);
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

interface FaultyServer {
  readonly port: number;
  close(): Promise<void>;
}
