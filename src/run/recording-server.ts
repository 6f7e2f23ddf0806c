import net from 'node:net';
import tls from 'node:tls';

/** One request as it stood on the wire. Text is Latin-1: one character a byte. */
export interface RecordedWireRequest {
  readonly method: string;
  readonly target: string;
  readonly version: string;
  /** In order, case kept, white space around the value removed. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The body, with chunks put together. */
  readonly body: Buffer;
  /** Every byte of the request, as received. */
  readonly raw: Buffer;
  /** Counts the connections of the server from 0. */
  readonly connection: number;
}

/** What the server answers: bytes as they are, or a message whose length is added. `null` closes the connection without an answer. */
export type WireAnswer =
  | Uint8Array
  | null
  | {
      readonly status: number;
      readonly reason?: string;
      readonly headers?: readonly (readonly [string, string])[];
      readonly body?: Uint8Array | string;
    };

export interface RecordingServer {
  readonly port: number;
  /** `http://127.0.0.1:PORT`, or `https:` with TLS. */
  readonly origin: string;
  /** In the order received. */
  readonly requests: readonly RecordedWireRequest[];
  /** Forgets the requests so far. */
  clear(): void;
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
}

export interface RecordingServerOptions {
  /** `200` with an empty body unless given. */
  readonly answer?: (request: RecordedWireRequest) => WireAnswer | Promise<WireAnswer>;
  readonly tls?: tls.TlsOptions;
}

/** Starts a server on 127.0.0.1 that keeps the exact bytes of every request (lengths, chunks, several requests a connection, Expect). */
export async function startRecordingServer(options: RecordingServerOptions = {}): Promise<RecordingServer> {
  const requests: RecordedWireRequest[] = [];
  const sockets = new Set<net.Socket>();
  let connections = 0;
  const accept = (socket: net.Socket): void => {
    const connection = connections++;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    serve(socket, {
      connection,
      record: (request) => requests.push(request),
      answer: options.answer ?? (() => ({ status: 200 })),
    });
  };
  const server = options.tls === undefined ? net.createServer(accept) : tls.createServer(options.tls, accept);
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    port: address.port,
    origin: `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${address.port}`,
    requests,
    clear: () => requests.splice(0),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

interface Connection {
  readonly connection: number;
  readonly record: (request: RecordedWireRequest) => void;
  readonly answer: (request: RecordedWireRequest) => WireAnswer | Promise<WireAnswer>;
}

function serve(socket: net.Socket, { connection, record, answer }: Connection): void {
  const chunks: Buffer[] = [];
  let length = 0;
  let needed = 0;
  let continued = false;
  let busy = false;
  const pump = async (): Promise<void> => {
    if (busy || length === 0 || length < needed) return;
    busy = true;
    const buffer = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
    chunks.splice(0, chunks.length, buffer);
    const read = readRequest(buffer);
    needed = read.needed;
    if (read.expectsContinue && !continued) {
      continued = true;
      socket.write('HTTP/1.1 100 Continue\r\n\r\n');
    }
    if (read.request === undefined) {
      busy = false;
      return;
    }
    const request: RecordedWireRequest = { ...read.request, connection };
    const rest = buffer.subarray(request.raw.length);
    chunks.splice(0, chunks.length, ...(rest.length === 0 ? [] : [rest]));
    length = rest.length;
    needed = 0;
    continued = false;
    record(request);
    await reply(socket, request, await answer(request));
    busy = false;
    await pump();
  };
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    void pump();
  });
}

function reply(socket: net.Socket, request: RecordedWireRequest, answer: WireAnswer): void {
  if (answer === null) {
    socket.destroy();
    return;
  }
  if (answer instanceof Uint8Array) {
    socket.write(answer);
    return;
  }
  const body = Buffer.from(answer.body ?? '');
  const lines = (answer.headers ?? []).map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.write(
    Buffer.from(`HTTP/1.1 ${answer.status} ${answer.reason ?? 'OK'}\r\n${lines}Content-Length: ${body.length}\r\n\r\n`, 'latin1'),
  );
  if (request.method !== 'HEAD') socket.write(body);
}

interface Read {
  readonly request?: Omit<RecordedWireRequest, 'connection'>;
  /** How many bytes must be there before it is worth looking again. */
  readonly needed: number;
  readonly expectsContinue: boolean;
}

function readRequest(buffer: Buffer): Read {
  const end = buffer.indexOf('\r\n\r\n');
  if (end < 0) return { needed: buffer.length + 1, expectsContinue: false };
  const [requestLine = '', ...lines] = buffer.subarray(0, end).toString('latin1').split('\r\n');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '')] as const;
  });
  const field = (name: string): string | undefined => headers.find(([key]) => key.toLowerCase() === name)?.[1];
  const expectsContinue = field('expect')?.toLowerCase() === '100-continue';
  const head = end + 4;
  const framed = /chunked/i.test(field('transfer-encoding') ?? '')
    ? readChunks(buffer, head)
    : readLength(buffer, head, Number(field('content-length') ?? 0));
  if (framed.body === undefined) return { needed: framed.needed, expectsContinue };
  const first = requestLine.indexOf(' ');
  const last = requestLine.lastIndexOf(' ');
  const request = {
    method: requestLine.slice(0, first),
    target: requestLine.slice(first + 1, last),
    version: requestLine.slice(last + 1),
    headers,
    body: framed.body,
    raw: buffer.subarray(0, framed.needed),
  };
  return { request, needed: framed.needed, expectsContinue };
}

interface Framed {
  readonly body?: Buffer;
  readonly needed: number;
}

function readLength(buffer: Buffer, head: number, size: number): Framed {
  const needed = head + size;
  return buffer.length < needed ? { needed } : { body: buffer.subarray(head, needed), needed };
}

function readChunks(buffer: Buffer, head: number): Framed {
  const chunks: Buffer[] = [];
  let position = head;
  for (;;) {
    const lineEnd = buffer.indexOf('\r\n', position);
    if (lineEnd < 0) return { needed: buffer.length + 1 };
    const size = Number.parseInt(buffer.subarray(position, lineEnd).toString('latin1'), 16);
    const next = lineEnd + 2 + size + 2;
    if (buffer.length < next) return { needed: next };
    if (size === 0) return { body: Buffer.concat(chunks), needed: next };
    chunks.push(buffer.subarray(lineEnd + 2, lineEnd + 2 + size));
    position = next;
  }
}
