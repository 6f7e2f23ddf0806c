import { crc32, deflateRawSync, gunzipSync } from 'node:zlib';
import { FormulaError } from '../../syntax/formula-error.ts';
import { invalidArgument } from '../arguments.ts';

/** Tines' own bound on what GUNZIP gives, in bytes. */
export const largestContents = 100 * 1024 * 1024;

/** Bytes as one gzip member (RFC 1952) without time and name, from a Unix system: the same bytes give the same member. */
export function gzip(bytes: Uint8Array): Uint8Array {
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(bytes), 0);
  trailer.writeUInt32LE(bytes.length % 2 ** 32, 4);
  return joined([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), deflateRawSync(bytes), trailer]);
}

/** What one or several gzip members hold, one after the other; no gzip, or more than the bound, is a FormulaError. */
export function gunzip(bytes: Uint8Array): Uint8Array {
  try {
    return joined([gunzipSync(bytes, { maxOutputLength: boundFor(bytes.length, largestContents) })]);
  } catch (error) {
    if (isTooLarge(error)) throw tooLarge('GUNZIP');
    throw invalidArgument('GUNZIP', 'gzipped binary', 'Text');
  }
}

/** How much may come out of so many compressed bytes: at most 200 times as many above 10 MiB, and never more than `rest`. */
export function boundFor(compressed: number, rest: number): number {
  return Math.max(1, Math.min(rest, Math.max(10 * 1024 * 1024, compressed * 200)));
}

/** Whether zlib stopped because more came out than was asked for. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

/** The error for an archive whose contents are beyond the bound. */
export function tooLarge(name: string): FormulaError {
  return new FormulaError('limit', `Invalid argument to ${name}, what is compressed is too large`, {
    hint: 'At most 100 MB are unpacked, and above 10 MB at most 200 times the size of the archive.',
  });
}

/** Pieces of binary as one, in memory of its own. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let place = 0;
  for (const piece of pieces) {
    whole.set(piece, place);
    place += piece.length;
  }
  return whole;
}
