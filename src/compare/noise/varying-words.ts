type Pair = readonly [left: string, right: string];

/** What varies in a text from one answer to the next. */
export interface VaryingWords {
  /** Which words, where each answer has as many; else null. */
  readonly places: ReadonlySet<number> | null;
  /** How many words at the beginning and at the end never varied. */
  readonly head: number;
  readonly tail: number;
}

/** The padding of base64 belongs to its word. */
const word = /[^\s"'<>(){}[\],;&?=]+(?:=+(?=[\s"'<>(){}[\],;&?]|$))?/gu;

/** A longer stretch that varies in the number of its words could hide anything. */
const longestStretch = 200;

/** Learns from pairs of texts which of their words vary; what stands between words varies only where the number of words does. */
export function varyingWords(pairs: readonly Pair[]): VaryingWords {
  const places = new Set<number>();
  let isRegular = true;
  let head = Number.POSITIVE_INFINITY;
  let tail = Number.POSITIVE_INFINITY;
  for (const [left, right] of pairs) {
    const [mine, other] = [wordsOf(left), wordsOf(right)];
    const own = differing(mine, other);
    isRegular &&= mine.length === other.length && hide(left, own) === hide(right, own);
    for (const place of own) places.add(place);
    const edges = commonEdges(mine, other);
    head = Math.min(head, edges.head);
    tail = Math.min(tail, edges.tail);
  }
  return { places: isRegular ? places : null, head, tail };
}

/** True where two texts differ only in what is known to vary. */
export function varyAlike({ places, head, tail }: VaryingWords, [left, right]: Pair): boolean {
  if (places !== null) return hide(left, places) === hide(right, places);
  const [mine, other] = [wordsOf(left), wordsOf(right)];
  const edges = commonEdges(mine, other);
  return edges.head >= head && edges.tail >= tail && Math.max(mine.length, other.length) - head - tail <= longestStretch;
}

/** The two texts with `…` for the varying words before the first difference that counts. */
export function hideVarying({ places }: VaryingWords, [left, right]: Pair): Pair {
  if (places === null) return [left, right];
  const [mine, other] = [wordsOf(left), wordsOf(right)];
  const first = mine.findIndex((text, index) => text !== other[index] && !places.has(index));
  const hidden = new Set([...places].filter((place) => first === -1 || place < first));
  return [hide(left, hidden), hide(right, hidden)];
}

function wordsOf(text: string): readonly string[] {
  return text.match(word) ?? [];
}

function differing(left: readonly string[], right: readonly string[]): ReadonlySet<number> {
  return new Set(left.flatMap((text, index) => (text === right[index] ? [] : [index])));
}

function hide(text: string, places: ReadonlySet<number>): string {
  let index = -1;
  return text.replace(word, (found) => {
    index += 1;
    return places.has(index) ? '…' : found;
  });
}

function commonEdges(left: readonly string[], right: readonly string[]): { readonly head: number; readonly tail: number } {
  const most = Math.min(left.length, right.length);
  let head = 0;
  while (head < most && left[head] === right[head]) head += 1;
  let tail = 0;
  while (tail < most - head && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1;
  return { head, tail };
}
