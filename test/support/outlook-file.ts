/** One stream or storage of a compound file ([MS-CFB]). */
export type Entry = StreamEntry | StorageEntry;
interface StreamEntry {
  readonly name: string;
  readonly contents: Buffer;
}
interface StorageEntry {
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** A property of an Outlook message ([MS-OXMSG]): its tag in hexadecimal, such as `0037001F`, and its value. */
export type Property = readonly [tag: string, value: string | number | Date | Buffer];

/** What an Outlook message holds besides its own properties. */
export interface OutlookParts {
  readonly properties: readonly Property[];
  readonly recipients?: readonly (readonly Property[])[];
  readonly attachments?: readonly { readonly properties: readonly Property[]; readonly message?: OutlookParts }[];
}

const SECTOR = 512;
const SMALL = 64;
const FREE = -1;
const END = -2;
const FAT = -3;

/** The bytes of an Outlook message (.msg). */
export function outlookFile(parts: OutlookParts): Buffer {
  const names = storage('__nameid_version1.0', [
    stream('__substg1.0_00020102', Buffer.alloc(0)),
    stream('__substg1.0_00030102', Buffer.alloc(0)),
    stream('__substg1.0_00040102', Buffer.alloc(0)),
  ]);
  return compoundFile([names, ...messageEntries(parts, 32)]);
}

function messageEntries({ properties, recipients = [], attachments = [] }: OutlookParts, headerSize: number): readonly Entry[] {
  return [
    ...propertyEntries(properties, headerSize),
    ...recipients.map((recipient, index) => storage(`__recip_version1.0_#${hex(index)}`, propertyEntries(recipient, 8))),
    ...attachments.map(({ properties: own, message }, index) =>
      storage(`__attach_version1.0_#${hex(index)}`, [
        ...propertyEntries(own, 8),
        ...(message === undefined ? [] : [storage('__substg1.0_3701000D', messageEntries(message, 24))]),
      ]),
    ),
  ];
}

function propertyEntries(properties: readonly Property[], headerSize: number): readonly Entry[] {
  const rows = properties.map(([tag, value]) => {
    const row = Buffer.alloc(16);
    row.writeUInt32LE(Number.parseInt(tag, 16), 0);
    row.writeUInt32LE(6, 4);
    if (typeof value === 'number') row.writeUInt32LE(value, 8);
    else if (value instanceof Date) row.writeBigUInt64LE((BigInt(value.getTime()) + 11_644_473_600_000n) * 10_000n, 8);
    else row.writeUInt32LE(bytesOf(tag, value).length, 8);
    return row;
  });
  const streams = properties.flatMap(([tag, value]) =>
    typeof value === 'number' || value instanceof Date ? [] : [stream(`__substg1.0_${tag}`, bytesOf(tag, value))],
  );
  return [...streams, stream('__properties_version1.0', Buffer.concat([Buffer.alloc(headerSize), ...rows]))];
}

function bytesOf(tag: string, value: string | Buffer): Buffer {
  if (typeof value !== 'string') return value;
  return Buffer.from(value, tag.endsWith('001F') ? 'utf16le' : 'latin1');
}

/** The bytes of a compound file of version 3 with sectors of 512 bytes. */
function compoundFile(entries: readonly Entry[]): Buffer {
  const sectors: Buffer[] = [];
  const chains: number[] = [];
  const small: Buffer[] = [];
  const smallChains: number[] = [];
  const directory: Buffer[] = [];
  const add = (contents: Buffer, size: number, into: Buffer[], links: number[]): number => {
    const count = Math.ceil(contents.length / size);
    const first = into.length;
    for (let index = 0; index < count; index++) {
      into.push(Buffer.concat([contents.subarray(index * size, (index + 1) * size)], size));
      links.push(index === count - 1 ? END : first + index + 1);
    }
    return count === 0 ? END : first;
  };
  // Siblings hang on each other as a list to the right: unbalanced, which readers must take.
  const place = (siblings: readonly Entry[]): number => {
    let next = FREE;
    for (const entry of siblings.toReversed()) {
      const isStream = 'contents' in entry;
      const contents = isStream ? entry.contents : Buffer.alloc(0);
      const isSmall = contents.length < 4096;
      const start = isSmall ? add(contents, SMALL, small, smallChains) : add(contents, SECTOR, sectors, chains);
      const child = isStream ? FREE : place(entry.entries);
      directory.push(directoryEntry(entry.name, { type: isStream ? 2 : 1, next, child, start, size: contents.length }));
      next = directory.length - 1;
    }
    return next;
  };
  directory.push(Buffer.alloc(128));
  const child = place(entries);
  const smallStream = Buffer.concat(small);
  const smallStart = add(smallStream, SECTOR, sectors, chains);
  directory[0] = directoryEntry('Root Entry', { type: 5, next: FREE, child, start: smallStart, size: smallStream.length });
  const directoryStart = add(Buffer.concat(directory), SECTOR, sectors, chains);
  const smallFatStart = add(integers(smallChains), SECTOR, sectors, chains);
  const fatCount = Math.ceil(sectors.length / 127);
  const fatStart = sectors.length;
  for (let index = 0; index < fatCount; index++) chains.push(FAT);
  add(integers(chains), SECTOR, sectors, []);

  const header = Buffer.alloc(SECTOR, 0xff);
  header.fill(0, 0, 76);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeInt32LE(fatCount, 44);
  header.writeInt32LE(directoryStart, 48);
  header.writeInt32LE(4096, 56);
  header.writeInt32LE(smallFatStart, 60);
  header.writeInt32LE(Math.ceil(smallChains.length / 128), 64);
  header.writeInt32LE(END, 68);
  for (let index = 0; index < fatCount; index++) header.writeInt32LE(fatStart + index, 76 + 4 * index);
  return Buffer.concat([header, ...sectors]);
}

interface DirectoryPlace {
  readonly type: number;
  readonly next: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

function directoryEntry(name: string, { type, next, child, start, size }: DirectoryPlace): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 0, 'utf16le');
  entry.writeUInt16LE(2 * (name.length + 1), 64);
  entry.writeUInt8(type, 66);
  entry.writeUInt8(1, 67);
  entry.writeInt32LE(FREE, 68);
  entry.writeInt32LE(next, 72);
  entry.writeInt32LE(child, 76);
  entry.writeInt32LE(start, 116);
  entry.writeInt32LE(size, 120);
  return entry;
}

function integers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil(values.length / 128) * SECTOR, 0xff);
  for (const [index, value] of values.entries()) bytes.writeInt32LE(value, 4 * index);
  return bytes;
}

function stream(name: string, contents: Buffer): Entry {
  return { name, contents };
}

function storage(name: string, entries: readonly Entry[]): Entry {
  return { name, entries };
}

function hex(index: number): string {
  return index.toString(16).toUpperCase().padStart(8, '0');
}
