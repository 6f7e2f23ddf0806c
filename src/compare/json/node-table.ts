import { type JsonIndex, nodeKind } from './json-index.ts';
import { scanString } from './scan-json.ts';

const seedA = 0x9e3779b1;
const seedB = 0x85ebca77;
const primeA = 0x01000193;
const primeB = 0x2c1b3c6d;

/** Collects the nodes of one document in growing typed arrays, hashes of containers included. */
export class NodeTable {
  #count = 0;
  #kind: Uint8Array;
  #start: Int32Array;
  #end: Int32Array;
  #next: Int32Array;
  #hashA: Int32Array;
  #hashB: Int32Array;

  /** `length` of the text: a first guess at the number of nodes. */
  constructor(length: number) {
    const room = Math.max(64, Math.ceil(length / 12));
    this.#kind = new Uint8Array(room);
    this.#start = new Int32Array(room);
    this.#end = new Int32Array(room);
    this.#next = new Int32Array(room);
    this.#hashA = new Int32Array(room);
    this.#hashB = new Int32Array(room);
  }

  kindOf(node: number): number {
    return this.#kind[node] ?? 0;
  }

  /** Begins a container and gives its node. */
  open(kind: number, start: number): number {
    return this.#add(kind, start, start);
  }

  /** Ends a container whose descendants are the nodes added since `open`. */
  close(node: number, end: number): void {
    this.#end[node] = end;
    this.#next[node] = this.#count;
    if (this.#kind[node] === nodeKind.object) this.#hashObject(node);
    else this.#hashArray(node);
  }

  /** Adds a number or a literal, equal where its text is equal. */
  addRaw(text: string, kind: number, start: number, end: number): void {
    this.#hashCharacters(this.#add(kind, start, end), text, start, end);
  }

  /**
   * Adds the string or key whose literal begins at `start`, equal where the decoded text is equal; gives the offset behind it,
   * or -1 where it is not a valid literal. Scanned and hashed in one pass: most of a document is strings.
   */
  addString(text: string, kind: number, start: number): number {
    let a = seedA ^ kind;
    let b = seedB;
    let at = start + 1;
    for (; ; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 0x22) break;
      if (code === 0x5c || !(code >= 0x20)) return this.#addEscaped(text, kind, start);
      a = Math.imul(a ^ code, primeA);
      b = Math.imul(b + code, primeB) ^ (b >>> 15);
    }
    const node = this.#add(kind, start, at + 1);
    this.#hashA[node] = a;
    this.#hashB[node] = b;
    return at + 1;
  }

  #addEscaped(text: string, kind: number, start: number): number {
    const end = scanString(text, start);
    if (end === -1) return -1;
    const decoded = String(JSON.parse(text.slice(start, end)));
    this.#hashCharacters(this.#add(kind, start, end), decoded, 0, decoded.length);
    return end;
  }

  finish(text: string): JsonIndex {
    return {
      text,
      count: this.#count,
      kind: this.#kind,
      start: this.#start,
      end: this.#end,
      next: this.#next,
      hashA: this.#hashA,
      hashB: this.#hashB,
    };
  }

  #add(kind: number, start: number, end: number): number {
    const node = this.#count;
    if (node === this.#kind.length) this.#grow();
    this.#kind[node] = kind;
    this.#start[node] = start;
    this.#end[node] = end;
    this.#count = node + 1;
    this.#next[node] = node + 1;
    return node;
  }

  #grow(): void {
    const room = Math.ceil(this.#kind.length * 1.6);
    const copy = <Kind extends Int32Array | Uint8Array>(from: Kind, to: Kind): Kind => {
      to.set(from);
      return to;
    };
    this.#kind = copy(this.#kind, new Uint8Array(room));
    this.#start = copy(this.#start, new Int32Array(room));
    this.#end = copy(this.#end, new Int32Array(room));
    this.#next = copy(this.#next, new Int32Array(room));
    this.#hashA = copy(this.#hashA, new Int32Array(room));
    this.#hashB = copy(this.#hashB, new Int32Array(room));
  }

  /** Two independent multiplicative hashes (the constants are those of xxHash32). */
  #hashCharacters(node: number, text: string, from: number, to: number): void {
    let a = seedA ^ (this.#kind[node] ?? 0);
    let b = seedB;
    for (let at = from; at < to; at += 1) {
      const code = text.charCodeAt(at);
      a = Math.imul(a ^ code, primeA);
      b = Math.imul(b + code, primeB) ^ (b >>> 15);
    }
    this.#hashA[node] = a;
    this.#hashB[node] = b;
  }

  #hashArray(node: number): void {
    const last = this.#count;
    let a = 0x5bd1e995;
    let b = 0x27d4eb2f;
    for (let child = node + 1; child < last; child = this.#next[child] ?? last) {
      const kind = this.#kind[child] ?? 0;
      a = Math.imul(a ^ (this.#hashA[child] ?? 0) ^ kind, 0x01000193);
      b = (Math.imul(b + (this.#hashB[child] ?? 0) + kind, 0x2c1b3c6d) ^ (b >>> 13)) | 0;
    }
    this.#hashA[node] = a;
    this.#hashB[node] = b;
  }

  /** Members are added up, so that their order does not count; that of members with one key does, because readers take the last. */
  #hashObject(node: number): void {
    const last = this.#count;
    let a = 0x165667b1;
    let b = 0x3c6ef372;
    let seen = 0;
    let isSuspect = false;
    for (let key = node + 1; key < last; key = this.#next[key + 1] ?? last) {
      const value = key + 1;
      const kind = this.#kind[value] ?? 0;
      a = (a + mix(this.#hashA[key] ?? 0, (this.#hashA[value] ?? 0) ^ kind)) | 0;
      b = (b + mix(this.#hashB[key] ?? 0, (this.#hashB[value] ?? 0) + kind)) | 0;
      const bit = 1 << ((this.#hashA[key] ?? 0) & 31);
      isSuspect ||= (seen & bit) !== 0;
      seen |= bit;
    }
    if (isSuspect) a = (a + this.#hashRepeated(node)) | 0;
    this.#hashA[node] = mix(a, 1);
    this.#hashB[node] = mix(b, 2);
  }

  /** What the places of repeated keys add to an object's hash: 0 where every key stands once. */
  #hashRepeated(node: number): number {
    const last = this.#count;
    const counts = new Map<number, number>();
    let sum = 0;
    for (let key = node + 1; key < last; key = this.#next[key + 1] ?? last) {
      const identity = ((this.#hashA[key] ?? 0) & 0x1fffff) * 2 ** 32 + ((this.#hashB[key] ?? 0) >>> 0);
      const before = counts.get(identity) ?? 0;
      counts.set(identity, before + 1);
      if (before > 0) sum = (sum + mix(this.#hashB[key] ?? 0, mix(this.#hashA[key + 1] ?? 0, before))) | 0;
    }
    return sum;
  }
}

function mix(left: number, right: number): number {
  let hash = Math.imul(left ^ (right >>> 16), 0x7feb352d) ^ Math.imul(right, 0x846ca68b);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x735a2d97) ^ (hash >>> 13);
}
