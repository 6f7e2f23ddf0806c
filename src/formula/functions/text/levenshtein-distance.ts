/** What changing one character costs. */
export interface EditCosts {
  readonly insertion: number;
  readonly deletion: number;
  readonly substitution: number;
}

/** The least cost of turning the first text into the second; each cell of the table is one unit of work. */
export function levenshteinDistance(
  [first, second]: readonly [string, string],
  costs: EditCosts,
  spend: (units: number) => void,
): number {
  const target = Array.from(second);
  let row = Array.from({ length: target.length + 1 }, (_, index) => index * costs.insertion);
  for (const character of first) {
    spend(row.length);
    const next = [(row[0] ?? 0) + costs.deletion];
    for (const [index, other] of target.entries()) {
      next.push(
        Math.min(
          (row[index] ?? 0) + (character === other ? 0 : costs.substitution),
          (row[index + 1] ?? 0) + costs.deletion,
          (next[index] ?? 0) + costs.insertion,
        ),
      );
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
