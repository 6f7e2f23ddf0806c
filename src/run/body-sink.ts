import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import type { Body } from '../model/outcome.ts';

/** How much of a body stays in memory: 8 MiB. */
export const HEAD_BYTES = 8 * 1024 * 1024;

/** Takes a body piece by piece; memory stays flat however long it is. */
export interface BodySink {
  /** False when no more is wanted: the limit is passed, or the disk refused. */
  write(chunk: Uint8Array): boolean;
  /** What was taken so far, as a body. */
  end(state?: { readonly incomplete: boolean }): Body;
  /** Why `write` said no. */
  readonly refusal: 'too-large' | Error | undefined;
}

interface SinkOptions {
  /** In bytes; one more is too many. */
  readonly limit: number;
  /** Where the whole body goes if it is longer than `HEAD_BYTES`; created with mode 0600, must not exist. */
  readonly file: string;
}

/** Starts an empty body. */
export function createBodySink({ limit, file }: SinkOptions): BodySink {
  const head: Uint8Array[] = [];
  const hash = createHash('sha256');
  let size = 0;
  let descriptor: number | undefined;
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

  return {
    get refusal() {
      return refusal;
    },
    write(chunk) {
      if (refusal !== undefined) return false;
      if (size + chunk.length > limit) {
        refusal = 'too-large';
        return false;
      }
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
      const spilled = descriptor !== undefined;
      if (descriptor !== undefined) closeSync(descriptor);
      descriptor = undefined;
      return {
        bytes: Buffer.concat(head),
        size,
        sha256: hash.copy().digest('hex'),
        ...(spilled ? { file } : {}),
        ...(state?.incomplete === true ? { incomplete: true } : {}),
      };
    },
  };
}

function writeFully(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}
