import { diffArrays } from 'diff';

/** For each item on the right, the index of its partner on the left, or -1. */
export type Alignment = Int32Array;

const mostEdits = 64;
const smallEnough = 4000;

/**
 * Aligns two sequences of identities (equal number, equal item): common head and tail first, then a minimal edit script where
 * few edits do, else the k-th occurrence of each identity with the k-th. Partners may cross: a moved item keeps its partner.
 */
export function alignItems(left: Float64Array, right: Float64Array): Alignment {
  const alignment = new Int32Array(right.length).fill(-1);
  let head = 0;
  while (head < left.length && head < right.length && left[head] === right[head]) {
    alignment[head] = head;
    head += 1;
  }
  let leftEnd = left.length;
  let rightEnd = right.length;
  while (leftEnd > head && rightEnd > head && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd -= 1;
    rightEnd -= 1;
    alignment[rightEnd] = leftEnd;
  }
  if (leftEnd === head || rightEnd === head) return alignment;
  const used = new Uint8Array(left.length);
  if (leftEnd - head + (rightEnd - head) <= smallEnough) alignByEdits({ left, right, head, leftEnd, rightEnd, alignment, used });
  alignByOccurrence({ left, right, head, leftEnd, rightEnd, alignment, used });
  return alignment;
}

interface Window {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly head: number;
  readonly leftEnd: number;
  readonly rightEnd: number;
  readonly alignment: Alignment;
  readonly used: Uint8Array;
}

function alignByEdits({ left, right, head, leftEnd, rightEnd, alignment, used }: Window): void {
  const edits = diffArrays([...left.subarray(head, leftEnd)], [...right.subarray(head, rightEnd)], { maxEditLength: mostEdits });
  if (edits === undefined) return;
  let leftAt = head;
  let rightAt = head;
  for (const { added, removed, count = 0 } of edits) {
    if (added) rightAt += count;
    else if (removed) leftAt += count;
    else {
      for (let offset = 0; offset < count; offset += 1) {
        alignment[rightAt + offset] = leftAt + offset;
        used[leftAt + offset] = 1;
      }
      leftAt += count;
      rightAt += count;
    }
  }
}

function alignByOccurrence({ left, right, head, leftEnd, rightEnd, alignment, used }: Window): void {
  const waiting = new Map<number, number[]>();
  for (let at = leftEnd - 1; at >= head; at -= 1) {
    if (used[at] === 1) continue;
    const identity = left[at] ?? 0;
    const list = waiting.get(identity);
    if (list === undefined) waiting.set(identity, [at]);
    else list.push(at);
  }
  for (let at = head; at < rightEnd; at += 1) {
    if (alignment[at] !== -1) continue;
    const partner = waiting.get(right[at] ?? 0)?.pop();
    if (partner !== undefined) alignment[at] = partner;
  }
}
