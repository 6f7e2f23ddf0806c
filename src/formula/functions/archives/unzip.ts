import { crc32, inflateRawSync } from 'node:zlib';
import { FormulaError } from '../../syntax/formula-error.ts';
import { invalidArgument } from '../arguments.ts';
import { ZipCipher } from './cipher.ts';
import { boundFor, isTooLarge, largestContents, tooLarge } from './gzip.ts';

/** A file out of an archive. */
export interface UnzippedFile {
  readonly path: string;
  readonly contents: Uint8Array;
}

interface Entry {
  readonly path: string;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly checksum: number;
  readonly size: number;
  readonly offset: number;
}

const entriesAtMost = 10_000;

/**
 * The files of a ZIP archive in the order of its directory, folders left out; the traditional encryption is undone with the password.
 * Damage, a wrong password, and contents of more than 100 MB in all are FormulaErrors; other encryption and methods are `unsupported`.
 */
export function unzip(archive: Uint8Array, password: Uint8Array | undefined): readonly UnzippedFile[] {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  let rest = largestContents;
  return guarded(() => {
    const files: UnzippedFile[] = [];
    for (const entry of directory(bytes)) {
      if (entry.path.endsWith('/')) continue;
      const contents = inflate(entry, decrypted(entry, stored(bytes, entry), password), rest);
      rest -= contents.length;
      files.push({ path: entry.path, contents });
    }
    return files;
  });
}

function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof FormulaError) throw error;
    if (isTooLarge(error)) throw tooLarge('UNZIP');
    throw damaged();
  }
}

function damaged(): FormulaError {
  return invalidArgument('UNZIP', 'a ZIP archive', 'Text');
}

function directory(bytes: Buffer): readonly Entry[] {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw damaged();
  const count = bytes.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  let place = bytes.readUInt32LE(end + 16);
  if (count > entriesAtMost || place === 0xffffffff) throw tooLarge('UNZIP');
  for (let index = 0; index < count; index++) {
    if (bytes.toString('latin1', place, place + 4) !== 'PK\x01\x02') throw damaged();
    const nameEnd = place + 46 + bytes.readUInt16LE(place + 28);
    entries.push(entryAt(bytes, place, nameEnd));
    place = nameEnd + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32);
  }
  return entries;
}

function entryAt(bytes: Buffer, place: number, nameEnd: number): Entry {
  return {
    path: bytes.toString('utf8', place + 46, nameEnd),
    flags: bytes.readUInt16LE(place + 8),
    method: bytes.readUInt16LE(place + 10),
    time: bytes.readUInt16LE(place + 12),
    checksum: bytes.readUInt32LE(place + 16),
    size: bytes.readUInt32LE(place + 20),
    offset: bytes.readUInt32LE(place + 42),
  };
}

function stored(bytes: Buffer, { offset, size }: Entry): Uint8Array {
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + size > bytes.length) throw damaged();
  return bytes.subarray(start, start + size);
}

function decrypted(entry: Entry, data: Uint8Array, password: Uint8Array | undefined): Uint8Array {
  if ((entry.flags & 1) === 0) return data;
  if (entry.method === 99) {
    throw new FormulaError('unsupported', 'UNZIP: the archive is encrypted with AES, which is not supported here', {
      hint: 'Put the files that UNZIP would give into the data in its place.',
    });
  }
  if (password === undefined) throw new FormulaError('evaluation', 'UNZIP: the archive is encrypted and no password is given');
  const plain = new ZipCipher(password).decrypt(data);
  const check = entry.flags & 8 ? entry.time >>> 8 : entry.checksum >>> 24;
  if (plain[11] !== check) throw wrongPassword();
  return plain.subarray(12);
}

function inflate(entry: Entry, data: Uint8Array, rest: number): Uint8Array {
  const contents = Uint8Array.from(plainContents(entry, data, rest));
  if (crc32(contents) === entry.checksum) return contents;
  // One wrong password in 256 passes the check byte.
  throw entry.flags & 1 ? wrongPassword() : damaged();
}

function plainContents(entry: Entry, data: Uint8Array, rest: number): Uint8Array {
  if (entry.method === 0) {
    if (data.length > rest) throw tooLarge('UNZIP');
    return data;
  }
  if (entry.method === 8) return inflated(entry, data, rest);
  throw new FormulaError('unsupported', `UNZIP: compression method ${entry.method} is not supported here`);
}

function inflated(entry: Entry, data: Uint8Array, rest: number): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: boundFor(data.length, rest) });
  } catch (error) {
    if (entry.flags & 1 && !isTooLarge(error)) throw wrongPassword();
    throw error;
  }
}

function wrongPassword(): FormulaError {
  return new FormulaError('evaluation', 'UNZIP: the password does not open the archive');
}
