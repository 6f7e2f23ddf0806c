import { alignItems } from './align-items.ts';
import type { JsonChange, JsonPath } from './json-change.ts';
import { itemsOf, type JsonIndex, keysOf, nodeKind, nodeString, nodeText, sameValue } from './json-index.ts';
import { pairLeftovers } from './pair-leftovers.ts';

/** Keys that stand more often are compared in their order only: comparing each with each would take too long. */
const mostPairs = 10_000;

/** A path as a chain towards the root: extending it copies nothing, however deep a document is. */
interface Place {
  readonly step: string | number;
  readonly above: Place | null;
}

interface Pair {
  readonly left: number;
  readonly right: number;
  readonly place: Place | null;
}

/**
 * Every change that leads from the left document to the right one, without recursion; empty exactly where they are equal as JSON.
 * Equal parts are skipped by their hashes; items of arrays are aligned without being told a key.
 */
export function diffJson(left: JsonIndex, right: JsonIndex): readonly JsonChange[] {
  const changes: JsonChange[] = [];
  const pending: Pair[] = [{ left: 0, right: 0, place: null }];
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    if (sameValue(left, pair.left, right, pair.right)) continue;
    const kind = left.kind[pair.left];
    if (kind === right.kind[pair.right] && kind === nodeKind.object) diffObjects(left, right, { pair, changes, pending });
    else if (kind === right.kind[pair.right] && kind === nodeKind.array) diffArrays(left, right, { pair, changes, pending });
    else
      changes.push({
        change: 'changed',
        path: pathTo(pair.place),
        left: nodeText(left, pair.left),
        right: nodeText(right, pair.right),
      });
  }
  return changes;
}

interface Work {
  readonly pair: Pair;
  readonly changes: JsonChange[];
  readonly pending: Pair[];
}

function diffObjects(left: JsonIndex, right: JsonIndex, { pair, changes, pending }: Work): void {
  const mine = keysByName(left, pair.left);
  const others = keysByName(right, pair.right);
  for (const [name, keys] of others) {
    const place: Place = { step: name, above: pair.place };
    const known = mine.get(name) ?? [];
    for (const [index, partner] of partnersOf({ left, right, known, keys }).entries()) {
      const key = keys[index] ?? 0;
      if (partner === undefined) changes.push({ change: 'added', path: pathTo(place), right: nodeText(right, key + 1) });
      else if (!sameValue(left, partner + 1, right, key + 1)) pending.push({ left: partner + 1, right: key + 1, place });
    }
  }
  for (const [name, keys] of mine) {
    const partners = others.get(name) ?? [];
    if (partners.length === keys.length) continue;
    const taken = new Set(partnersOf({ left, right, known: keys, keys: partners }));
    for (const key of keys)
      if (!taken.has(key))
        changes.push({ change: 'removed', path: pathTo({ step: name, above: pair.place }), left: nodeText(left, key + 1) });
  }
}

function keysByName(index: JsonIndex, node: number): ReadonlyMap<string, readonly number[]> {
  const byName = new Map<string, number[]>();
  for (const key of keysOf(index, node)) {
    const name = nodeString(index, key);
    const list = byName.get(name);
    if (list === undefined) byName.set(name, [key]);
    else list.push(key);
  }
  return byName;
}

interface SameName {
  readonly left: JsonIndex;
  readonly right: JsonIndex;
  /** The keys of one name on the left, and on the right. */
  readonly known: readonly number[];
  readonly keys: readonly number[];
}

/** For each key on the right the one on the left that it is compared with: as many of both in order, else first those with equal values. */
function partnersOf({ left, right, known, keys }: SameName): readonly (number | undefined)[] {
  if (known.length === keys.length || known.length * keys.length > mostPairs || known.length === 0)
    return keys.map((_, index) => known[index]);
  const free = new Set(known);
  const equal = keys.map((key) => {
    const partner = [...free].find((candidate) => sameValue(left, candidate + 1, right, key + 1));
    if (partner !== undefined) free.delete(partner);
    return partner;
  });
  const rest = [...free];
  return equal.map((partner) => partner ?? rest.shift());
}

function diffArrays(left: JsonIndex, right: JsonIndex, { pair, changes, pending }: Work): void {
  const leftItems = itemsOf(left, pair.left);
  const rightItems = itemsOf(right, pair.right);
  const alignment = alignItems(identities(left, leftItems), identities(right, rightItems));
  pairLeftovers({ left, right, leftItems, rightItems }, alignment);
  const kept = new Uint8Array(leftItems.length);
  let last = -1;
  let ordered = true;
  for (let at = 0; at < alignment.length; at += 1) {
    const partner = alignment[at] ?? -1;
    const item = rightItems[at] ?? 0;
    if (partner === -1) {
      changes.push({ change: 'added', path: pathTo({ step: at, above: pair.place }), right: nodeText(right, item) });
      continue;
    }
    kept[partner] = 1;
    ordered &&= partner > last;
    last = partner;
    const node = leftItems[partner] ?? 0;
    if (!sameValue(left, node, right, item))
      pending.push({ left: node, right: item, place: { step: partner, above: pair.place } });
  }
  for (let at = 0; at < kept.length; at += 1)
    if (kept[at] === 0)
      changes.push({
        change: 'removed',
        path: pathTo({ step: at, above: pair.place }),
        left: nodeText(left, leftItems[at] ?? 0),
      });
  if (!ordered) changes.push({ change: 'reordered', path: pathTo(pair.place), order: [...alignment] });
}

function pathTo(place: Place | null): JsonPath {
  const steps: (string | number)[] = [];
  for (let at = place; at !== null; at = at.above) steps.push(at.step);
  return steps.reverse();
}

/** Both hashes of each item as one number: 53 bits of them. */
function identities(index: JsonIndex, items: Int32Array): Float64Array {
  return Float64Array.from(items, (node) => ((index.hashA[node] ?? 0) & 0x1fffff) * 2 ** 32 + ((index.hashB[node] ?? 0) >>> 0));
}
