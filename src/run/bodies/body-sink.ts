import { createHash } from 'node:crypto';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import type { Body, ClientError } from '../../model/outcome.ts';

/** How much of a body stays in memory: 8 MiB. */
export const HEAD_BYTES = 8 * 1024 * 1024;
/** How many times its coded size a body of more than `HEAD_BYTES` may have: what compresses better was made to fill memories. */
const BOMB_RATIO = 200;

/** The error for an answer that was refused as a bomb. */
export const BOMB_ERROR: ClientError = {
  kind: 'too-large',
  code: 'compression bomb',
  message: `the answer becomes more than ${BOMB_RATIO} times longer when its content coding is undone`,
  conclusive: true,
};

/** Takes a body piece by piece; memory stays flat however long it is. */
export interface BodySink {
  /** False when no more is wanted: a limit is passed, the disk refused, or the body was discarded. */
  write(chunk: Uint8Array): boolean;
  /** What was taken so far, as a body. */
  end(state?: { readonly incomplete: boolean }): Body;
  /** Takes back what was taken: memory is free, and the file is gone. */
  discard(): void;
  /** Why `write` said no. */
  readonly refusal: 'too-large' | 'bomb' | Error | undefined;
}

interface SinkOptions {
  /** In bytes; one more is too many. */
  readonly limit: number;
  /** Where the whole body goes if it is longer than `HEAD_BYTES`; created with mode 0600, must not exist. */
  readonly file: string;
  /** Where the body comes out of a decoder: how many bytes went in so far. */
  readonly codedSize?: () => number;
}

/** Starts an empty body. */
export function createBodySink({ limit, file, codedSize = () => Number.POSITIVE_INFINITY }: SinkOptions): BodySink {
  const head: Uint8Array[] = [];
  const hash = createHash('sha256');
  let size = 0;
  let descriptor: number | undefined;
  let spilled = false;
  let discarded = false;
  let refusal: BodySink['refusal'];

  const keep = (chunk: Uint8Array): void => {
    const room = HEAD_BYTES - size;
    if (descriptor === undefined && chunk.length > room) {
      descriptor = openSync(file, 'wx', 0o600);
      for (const part of head) writeFully(descriptor, part);
    }
    if (descriptor !== undefined) writeFully(descriptor, chunk);
    // A copy of the part: a view would hold the whole chunk in memory.
    if (room > 0) head.push(chunk.length > room ? chunk.slice(0, room) : chunk);
  };

  const close = (): boolean => {
    if (descriptor === undefined) return false;
    closeSync(descriptor);
    descriptor = undefined;
    return true;
  };

  return {
    get refusal() {
      return refusal;
    },
    write(chunk) {
      if (refusal !== undefined || discarded) return false;
      const total = size + chunk.length;
      if (total > limit) refusal = 'too-large';
      else if (total > HEAD_BYTES && total > BOMB_RATIO * codedSize()) refusal = 'bomb';
      if (refusal !== undefined) return false;
      try {
        keep(chunk);
      } catch (error) {
        refusal = error instanceof Error ? error : new Error(String(error));
        return false;
      }
      size += chunk.length;
      hash.update(chunk);
      return true;
    },
    end(state) {
      spilled = close() || spilled;
      return {
        bytes: Buffer.concat(head),
        size,
        sha256: hash.copy().digest('hex'),
        ...(spilled ? { file } : {}),
        ...(state?.incomplete === true ? { incomplete: true } : {}),
      };
    },
    discard() {
      discarded = true;
      if (close() || spilled) rmSync(file, { force: true });
      head.length = 0;
    },
  };
}

function writeFully(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}
