import net from 'node:net';
import tls from 'node:tls';

export interface SocketServer {
  readonly port: number;
  /** Heads of the requests so far, in Latin-1. */
  readonly heads: readonly string[];
  close(): Promise<void>;
}

/** Starts a server on 127.0.0.1 that leaves it to the test what happens on a connection when the head of a request has come. */
export async function startSocketServer(
  answer: (socket: net.Socket, head: string) => void,
  options?: tls.TlsOptions,
): Promise<SocketServer> {
  const sockets = new Set<net.Socket>();
  const heads: string[] = [];
  const accept = (socket: net.Socket): void => {
    let text = '';
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      const end = text.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = text.slice(0, end + 4);
      text = '';
      heads.push(head);
      answer(socket, head);
    });
  };
  const server = options === undefined ? net.createServer(accept) : tls.createServer(options, accept);
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    port: address.port,
    heads,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
