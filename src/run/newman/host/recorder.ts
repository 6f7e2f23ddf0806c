import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import path from 'node:path';
import { TLSSocket } from 'node:tls';
import type { ClientError } from '../../../model/outcome.ts';
import { type BodySink, createBodySink } from '../../bodies/body-sink.ts';
import type { ReceivedHead } from '../../curl/read-messages.ts';

/** One request of a run, as it is written to its connection, and the answer. */
export interface RecordedExchange {
  readonly url: string;
  /** Every byte written, inside of TLS. */
  readonly written: Buffer[];
  readonly body: BodySink;
  /** Bytes of the answer's body so far, before its content coding is undone. */
  codedSize: number;
  received?: ReceivedHead;
}

interface RecorderOptions {
  readonly temporaryDirectory: string;
  readonly maxBodyBytes: number;
}

/** Sees every byte that one run sends, and can end its connections for good. */
export class Recorder {
  readonly #options: RecorderOptions;
  readonly #sockets = new Set<Socket>();
  readonly #owners = new WeakMap<Socket, RecordedExchange>();
  #exchanges: RecordedExchange[] = [];
  #failure: ClientError | undefined;

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  /** The requests since the last `forget`. */
  get exchanges(): readonly RecordedExchange[] {
    return this.#exchanges;
  }

  /** Why the run was ended from outside; counts more than what Newman says. */
  get failure(): ClientError | undefined {
    return this.#failure;
  }

  /** Of a decoded body. */
  get maxBodyBytes(): number {
    return this.#options.maxBodyBytes;
  }

  /** Called when the run is ended from outside. */
  onFailure: () => void = () => undefined;

  /** Whether a connection is still agreeing on TLS, or broke while it was. */
  isSecuring = false;

  /** Makes a place for a request that is about to be written. */
  begin(url: string): RecordedExchange {
    const file = path.join(this.#options.temporaryDirectory, `newman-${randomUUID()}`);
    const body = createBodySink({ limit: this.#options.maxBodyBytes, file, codedSize: () => exchange.codedSize });
    const exchange: RecordedExchange = { url, written: [], body, codedSize: 0 };
    this.#exchanges.push(exchange);
    return exchange;
  }

  /** From now on, what is written to this connection belongs to this request. */
  assign(socket: Socket, exchange: RecordedExchange): void {
    this.#owners.set(socket, exchange);
  }

  /** Keeps what is written to a connection. */
  watch<S extends Socket>(socket: S): S {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    // One that is cut before a request has taken it would end the whole process.
    socket.on('error', () => undefined);
    if (socket instanceof TLSSocket) {
      this.isSecuring = true;
      socket.once('secureConnect', () => {
        this.isSecuring = false;
      });
    }
    const { write } = socket;
    Object.defineProperty(socket, 'write', {
      configurable: true,
      // Node itself replaces it when the other side has closed.
      writable: true,
      value: (chunk: unknown, ...rest: unknown[]): boolean => {
        const bytes = bytesOf(chunk, rest[0]);
        if (bytes !== undefined) this.#owners.get(socket)?.written.push(bytes);
        return Boolean(Reflect.apply(write, socket, [chunk, ...rest]));
      },
    });
    if (this.#failure !== undefined) socket.destroy(new Error(this.#failure.message));
    return socket;
  }

  /** Ends the run: every connection is cut, now and later. The first reason stays. */
  fail(failure: ClientError): void {
    this.#failure ??= failure;
    this.onFailure();
    for (const socket of this.#sockets) socket.destroy(new Error(failure.message));
  }

  /** Starts anew for the next request of a collection. */
  forget(): void {
    for (const { body } of this.#exchanges) body.end();
    this.#exchanges = [];
    this.isSecuring = false;
  }
}

function bytesOf(chunk: unknown, encoding: unknown): Buffer | undefined {
  if (typeof chunk === 'string')
    return Buffer.from(chunk, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8');
  return chunk instanceof Uint8Array ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength) : undefined;
}
