import { crc32, deflateRawSync } from 'node:zlib';
import { ZipCipher } from './cipher.ts';
import { joined } from './gzip.ts';

/** A file to put into an archive; the time is written in UTC. */
export interface ZipFile {
  readonly name: string;
  readonly contents: Uint8Array;
  readonly modified: Date;
}

/** Password and source of randomness of an encrypted archive. */
export interface ZipEncryption {
  readonly password: Uint8Array;
  readonly randomBytes: (length: number) => Uint8Array;
}

const utf8Names = 0x0800;
const encrypted = 0x0001;
const deflated = 8;

/** A ZIP archive (APPNOTE.TXT 6.3) of the files in their order, deflated; with a password in the traditional encryption. */
export function zip(files: readonly ZipFile[], encryption?: ZipEncryption): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const file of files) {
    const name = new TextEncoder().encode(file.name);
    const data = contentsOf(file, encryption);
    const fields = commonFields(file, { nameLength: name.length, size: data.length, isEncrypted: encryption !== undefined });
    const local = joined([Buffer.from('PK\x03\x04', 'latin1'), fields, name, data]);
    directory.push(joined([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, directoryFields(offset), name]));
    pieces.push(local);
    offset += local.length;
  }
  const index = joined(directory);
  return joined([...pieces, index, end(files.length, index.length, offset)]);
}

function contentsOf(file: ZipFile, encryption: ZipEncryption | undefined): Uint8Array {
  const data = deflateRawSync(file.contents);
  if (encryption === undefined) return data;
  // The last byte of the random header tells a reader whether the password is right.
  const header = joined([encryption.randomBytes(11), Uint8Array.of(crc32(file.contents) >>> 24)]);
  return new ZipCipher(encryption.password).encrypt(joined([header, data]));
}

interface Sizes {
  readonly nameLength: number;
  readonly size: number;
  readonly isEncrypted: boolean;
}

function commonFields(file: ZipFile, { nameLength, size, isEncrypted }: Sizes): Uint8Array {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(utf8Names | (isEncrypted ? encrypted : 0), 2);
  fields.writeUInt16LE(deflated, 4);
  fields.writeUInt32LE(dosTime(file.modified), 6);
  fields.writeUInt32LE(crc32(file.contents), 10);
  fields.writeUInt32LE(size, 14);
  fields.writeUInt32LE(file.contents.length, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

function directoryFields(offset: number): Uint8Array {
  const fields = Buffer.alloc(14);
  fields.writeUInt32LE(offset, 10);
  return fields;
}

function end(count: number, size: number, offset: number): Uint8Array {
  const record = Buffer.alloc(22);
  record.write('PK\x05\x06', 'latin1');
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}

function dosTime(date: Date): number {
  const year = Math.min(Math.max(date.getUTCFullYear(), 1980), 2107);
  const day = ((year - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return ((day << 16) | time) >>> 0;
}
