/** The smallest set of differences that was found to make the change. */
export interface Halving<Part> {
  readonly parts: readonly Part[];
  /** True where leaving out any one of them undoes it; false where the tests ran out before that was known. */
  readonly isMinimal: boolean;
}

/**
 * Delta debugging (Zeller, Hildebrandt 2002): of differences that together change the answer, a set of which none can be left out. `flips` says whether a set
 * changes the answer, null where it cannot be tested any more; it is asked once for each set, and is taken to say true for all of them.
 */
export async function halve<Part>(
  differences: readonly Part[],
  flips: (parts: readonly Part[]) => Promise<boolean | null>,
): Promise<Halving<Part>> {
  const known = new Map<string, boolean>();
  const places = differences.map((_, place) => place);
  const partsOf = (set: readonly number[]) => set.flatMap((place) => differences.slice(place, place + 1));
  const test = async (set: readonly number[]): Promise<boolean | null> => {
    const key = set.join();
    const before = known.get(key);
    if (before !== undefined || set.length === 0) return before ?? false;
    const result = await flips(partsOf(set));
    if (result !== null) known.set(key, result);
    return result;
  };
  let current = places;
  let count = 2;
  while (current.length > 1) {
    const chunks = split(current, count);
    const complements = count === 2 ? [] : chunks.map((chunk) => current.filter((place) => !chunk.includes(place)));
    const found = await firstThat([...chunks, ...complements], test);
    if (found === 'stopped') return { parts: partsOf(current), isMinimal: false };
    if (found !== null) {
      count = chunks.includes(found) ? 2 : Math.max(count - 1, 2);
      current = [...found];
    } else if (count < current.length) count = Math.min(current.length, count * 2);
    else break;
  }
  return { parts: partsOf(current), isMinimal: true };
}

async function firstThat(
  sets: readonly (readonly number[])[],
  test: (set: readonly number[]) => Promise<boolean | null>,
): Promise<readonly number[] | 'stopped' | null> {
  for (const set of sets) {
    const result = await test(set);
    if (result === null) return 'stopped';
    if (result) return set;
  }
  return null;
}

function split(set: readonly number[], count: number): readonly (readonly number[])[] {
  const size = set.length / count;
  return Array.from({ length: count }, (_, index) => set.slice(Math.round(index * size), Math.round((index + 1) * size))).filter(
    (chunk) => chunk.length > 0,
  );
}
