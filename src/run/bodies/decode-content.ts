import type { Transform } from 'node:stream';
import zlib from 'node:zlib';

// As lenient as curl and Postman: what can be decoded of a stream that ends early is given.
const LENIENT = { flush: zlib.constants.Z_SYNC_FLUSH, finishFlush: zlib.constants.Z_SYNC_FLUSH };

/**
 * Gives what undoes a `Content-Encoding` (gzip, deflate with or without its zlib header, br), as Postman does; undefined for every other
 * value, whose body stays as it is. `first` is the first byte of the body, by which the two forms of deflate are told apart.
 */
export function contentDecoder(encoding: string, first: number): Transform | undefined {
  switch (encoding.trim().toLowerCase()) {
    case 'gzip':
      return zlib.createGunzip(LENIENT);
    case 'deflate':
      return (first & 0x0f) === 0x08 ? zlib.createInflate(LENIENT) : zlib.createInflateRaw(LENIENT);
    case 'br':
      return zlib.createBrotliDecompress();
    default:
      return undefined;
  }
}
