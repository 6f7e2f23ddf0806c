import type { Alignment } from './align-items.ts';
import { type JsonIndex, keysOf, nodeKind } from './json-index.ts';

interface Sides {
  readonly left: JsonIndex;
  readonly right: JsonIndex;
  readonly leftItems: Int32Array;
  readonly rightItems: Int32Array;
}

/** A member that this many items share says nothing about which item is which. */
const tooShared = 8;

/**
 * Gives items without a partner one that is most probably the same thing changed, and adds it to the alignment: first the objects that share
 * the most members which few others have, then items of the same kind that stand in the same gap. Partners found here are never equal.
 */
export function pairLeftovers(sides: Sides, alignment: Alignment): void {
  const taken = new Uint8Array(sides.leftItems.length);
  for (const partner of alignment) if (partner !== -1) taken[partner] = 1;
  const freeLeft = indicesWhere(sides.leftItems.length, (index) => taken[index] === 0);
  const freeRight = indicesWhere(sides.rightItems.length, (index) => alignment[index] === -1);
  if (freeLeft.length === 0 || freeRight.length === 0) return;
  if (freeLeft.length > 1 || freeRight.length > 1) pairByMembers({ sides, freeLeft, freeRight, alignment, taken });
  pairByGap(sides, alignment, taken);
}

interface Leftovers {
  readonly sides: Sides;
  readonly freeLeft: readonly number[];
  readonly freeRight: readonly number[];
  readonly alignment: Alignment;
  readonly taken: Uint8Array;
}

function pairByMembers({ sides, freeLeft, freeRight, alignment, taken }: Leftovers): void {
  const owners = new Map<number, number[]>();
  for (const index of freeLeft) {
    for (const member of memberIdentities(sides.left, sides.leftItems[index] ?? 0)) {
      const list = owners.get(member);
      if (list === undefined) owners.set(member, [index]);
      else if (list.length <= tooShared) list.push(index);
    }
  }
  for (const index of freeRight) {
    const votes = new Map<number, number>();
    for (const member of memberIdentities(sides.right, sides.rightItems[index] ?? 0)) {
      const list = owners.get(member);
      if (list === undefined || list.length > tooShared) continue;
      for (const owner of list) if (taken[owner] === 0) votes.set(owner, (votes.get(owner) ?? 0) + 1 / list.length);
    }
    let best = -1;
    let most = 0;
    for (const [owner, count] of votes) if (count > most) [best, most] = [owner, count];
    if (best === -1) continue;
    alignment[index] = best;
    taken[best] = 1;
  }
}

/** One number per member of an object: its key and value together. */
function memberIdentities(index: JsonIndex, node: number): readonly number[] {
  if (index.kind[node] !== nodeKind.object) return [];
  return [...keysOf(index, node)].map(
    (key) =>
      ((index.hashA[key] ?? 0) ^ Math.imul(index.hashA[key + 1] ?? 0, 31)) * 2 ** 20 + ((index.hashB[key + 1] ?? 0) >>> 12),
  );
}

/** Pairs what is left between two anchors in order, as far as kinds agree. */
function pairByGap(sides: Sides, alignment: Alignment, taken: Uint8Array): void {
  let leftAt = 0;
  for (let rightAt = 0; rightAt < alignment.length; rightAt += 1) {
    const partner = alignment[rightAt] ?? -1;
    if (partner !== -1) {
      leftAt = Math.max(leftAt, partner + 1);
      continue;
    }
    if (leftAt >= taken.length || taken[leftAt] === 1) continue;
    const leftNode = sides.leftItems[leftAt] ?? 0;
    const rightNode = sides.rightItems[rightAt] ?? 0;
    if (sides.left.kind[leftNode] === sides.right.kind[rightNode]) {
      alignment[rightAt] = leftAt;
      taken[leftAt] = 1;
    }
    leftAt += 1;
  }
}

function indicesWhere(length: number, keep: (index: number) => boolean): readonly number[] {
  const found: number[] = [];
  for (let index = 0; index < length; index += 1) if (keep(index)) found.push(index);
  return found;
}
