/** What a node of an index is. A member's key is a node of its own, directly before its value. */
export const nodeKind = { null: 0, false: 1, true: 2, number: 3, string: 4, array: 5, object: 6, key: 7 } as const;

/**
 * A JSON text and where its values stand, in document order; no value is copied. Two values with the same pair of hashes
 * are equal as JSON: member order does not count, the text of numbers and repeated keys do.
 */
export interface JsonIndex {
  readonly text: string;
  readonly count: number;
  readonly kind: Uint8Array;
  /** Offset of the value's first character, and of the character behind its last. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** The node behind the value's last descendant. */
  readonly next: Int32Array;
  readonly hashA: Int32Array;
  readonly hashB: Int32Array;
}

/** True where two values are equal as JSON. */
export function sameValue(left: JsonIndex, leftNode: number, right: JsonIndex, rightNode: number): boolean {
  return (
    left.hashA[leftNode] === right.hashA[rightNode] &&
    left.hashB[leftNode] === right.hashB[rightNode] &&
    left.kind[leftNode] === right.kind[rightNode]
  );
}

/** The value's text as it stands in the document. */
export function nodeText(index: JsonIndex, node: number): string {
  return index.text.slice(index.start[node], index.end[node]);
}

/** The decoded text of a string or a key. */
export function nodeString(index: JsonIndex, node: number): string {
  const raw = index.text.slice((index.start[node] ?? 0) + 1, (index.end[node] ?? 0) - 1);
  return raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw;
}

/** The nodes of an array's items. */
export function itemsOf(index: JsonIndex, node: number): Int32Array {
  const last = index.next[node] ?? 0;
  let count = 0;
  for (let child = node + 1; child < last; child = index.next[child] ?? last) count += 1;
  const items = new Int32Array(count);
  let at = 0;
  for (let child = node + 1; child < last; child = index.next[child] ?? last) items[at++] = child;
  return items;
}

/** The nodes of an object's keys; a key's value is the node behind it. */
export function keysOf(index: JsonIndex, node: number): Int32Array {
  const last = index.next[node] ?? 0;
  let count = 0;
  for (let key = node + 1; key < last; key = index.next[key + 1] ?? last) count += 1;
  const keys = new Int32Array(count);
  let at = 0;
  for (let key = node + 1; key < last; key = index.next[key + 1] ?? last) keys[at++] = key;
  return keys;
}
