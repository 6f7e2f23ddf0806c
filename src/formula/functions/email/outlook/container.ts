import { FormulaError } from '../../../syntax/formula-error.ts';
import { invalidArgument } from '../../arguments.ts';

const SIGNATURE = 'd0cf11e0a1b11ae1';
const END_OF_CHAIN = -2;
const NONE = -1;
const FIRST_FAT_SECTORS = 109;
const ENTRY_SIZE = 128;
const SMALL_SECTOR_SIZE = 64;
const SMALL_STREAM_END = 4096;
const STORAGE = 1;
const STREAM = 2;
const deepest = 50;
const namedProperties = '__nameid_version1.0';

/**
 * A copy of an Outlook file that its reader gets through: a compound file ([MS-CFB]) in which every chain of sectors ends, every entry
 * stands once in the tree, and no stream is longer than the file. Any other bytes are a FormulaError. The table of named properties is
 * taken out: only appointments and contacts need it.
 */
export function checkedOutlookFile(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const file = Uint8Array.from(bytes);
  if (file.length < 512 || Buffer.from(file.subarray(0, 8)).toString('hex') !== SIGNATURE) {
    throw invalidArgument('MSG_PARSE', 'the contents of an Outlook message (.msg)', 'something else');
  }
  new Container(file).check();
  return file;
}

type Next = (sector: number) => number;

/** The structure of a compound file, as far as its reader follows it. */
class Container {
  readonly #view: DataView;
  readonly #sectorSize: number;
  readonly #sectorCount: number;

  constructor(file: Uint8Array<ArrayBuffer>) {
    this.#view = new DataView(file.buffer);
    this.#sectorSize = this.#view.getUint8(30) === 12 ? 4096 : 512;
    this.#sectorCount = Math.ceil(file.length / this.#sectorSize);
  }

  check(): void {
    const next = this.#nextIn(this.#fatSectors());
    const directory = this.#chain(this.#integer(0x30), next);
    const smallFat = this.#count(0x40) === 0 ? [] : this.#chain(this.#integer(0x3c), next);
    const entries = directory.flatMap((sector) =>
      Array.from({ length: this.#sectorSize / ENTRY_SIZE }, (_, index) => this.#offsetOf(sector) + index * ENTRY_SIZE),
    );
    const [root] = entries;
    if (root === undefined) throw damaged();
    this.#chain(this.#integer(root + 0x74), next);
    this.#checkEntries(entries, this.#nextIn(smallFat));
  }

  /** Visits each entry below the root, level by level; one that is met twice, or lies nowhere, is an error. */
  #checkEntries(entries: readonly number[], nextSmall: Next): void {
    const isVisited = new Uint8Array(entries.length);
    let left = this.#view.byteLength;
    let level = [this.#integer((entries[0] ?? 0) + 0x4c)];
    for (let depth = 0; level.length > 0; depth++) {
      if (depth > deepest) throw new FormulaError('limit', `An Outlook message has more than ${deepest} levels.`);
      const below: number[] = [];
      for (let index = level.pop(); index !== undefined; index = level.pop()) {
        if (index === NONE) continue;
        const entry = entries[index];
        if (entry === undefined || isVisited[index] === 1) throw damaged();
        isVisited[index] = 1;
        level.push(this.#integer(entry + 0x44), this.#integer(entry + 0x48));
        const type = this.#byte(entry + 0x42);
        if (type === STORAGE) {
          below.push(this.#integer(entry + 0x4c));
          if (this.#nameOf(entry) === namedProperties) this.#view.setUint16(entry + 0x40, 0);
        } else if (type === STREAM) {
          left -= this.#sizeOf(entry, nextSmall);
        }
        if (left < 0) throw damaged();
      }
      level = below;
    }
  }

  #sizeOf(entry: number, nextSmall: Next): number {
    const size = this.#count(entry + 0x78);
    if (size > 0 && size < SMALL_STREAM_END) {
      const sectors = this.#chain(this.#integer(entry + 0x74), nextSmall, SMALL_STREAM_END / SMALL_SECTOR_SIZE);
      if (sectors.length * SMALL_SECTOR_SIZE < size) throw damaged();
    }
    return size;
  }

  #fatSectors(): readonly number[] {
    const count = this.#count(0x2c);
    const further = this.#count(0x48);
    const perSector = this.#sectorSize / 4;
    if (count > this.#sectorCount || further > this.#sectorCount) throw damaged();
    const sectors = Array.from({ length: Math.min(count, FIRST_FAT_SECTORS) }, (_, index) => this.#integer(0x4c + 4 * index));
    let sector = this.#integer(0x44);
    for (let left = further; left > 0 && sector >= 0; left--) {
      const start = this.#offsetOf(sector);
      for (let index = 0; index < perSector - 1; index++) sectors.push(this.#integer(start + 4 * index));
      sector = this.#integer(start + 4 * (perSector - 1));
    }
    return sectors.slice(0, count);
  }

  #nextIn(fat: readonly number[]): Next {
    const perSector = this.#sectorSize / 4;
    return (sector) => {
      const holder = fat[Math.floor(sector / perSector)];
      return holder === undefined ? END_OF_CHAIN : this.#integer(this.#offsetOf(holder) + 4 * (sector % perSector));
    };
  }

  /** The sectors of a chain; one that is longer than it can be, or leaves the file, is an error. */
  #chain(start: number, next: Next, most = this.#sectorCount): readonly number[] {
    const sectors: number[] = [];
    for (let sector = start; sector !== END_OF_CHAIN; sector = next(sector)) {
      if (sector < 0 || sectors.length >= most) throw damaged();
      sectors.push(sector);
    }
    return sectors;
  }

  #nameOf(entry: number): string {
    const length = Math.min(this.#view.getUint16(entry + 0x40, true), 64) / 2;
    const units = Array.from({ length }, (_, index) => this.#view.getUint16(entry + 2 * index, true));
    return String.fromCharCode(...units).replace(/\0.*$/s, '');
  }

  #offsetOf(sector: number): number {
    return (sector + 1) * this.#sectorSize;
  }

  #count(offset: number): number {
    const count = this.#integer(offset);
    if (count < 0) throw damaged();
    return count;
  }

  #byte(offset: number): number {
    if (offset < 0 || offset >= this.#view.byteLength) throw damaged();
    return this.#view.getUint8(offset);
  }

  #integer(offset: number): number {
    if (offset < 0 || offset + 4 > this.#view.byteLength) throw damaged();
    return this.#view.getInt32(offset, true);
  }
}

function damaged(): FormulaError {
  return invalidArgument('MSG_PARSE', 'the contents of an Outlook message (.msg)', 'a damaged one');
}
