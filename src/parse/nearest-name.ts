/** The name that is most like the one given, case aside; undefined where none is like it. Looks at the first 2,000 names. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const wanted = name.toLowerCase().slice(0, 64);
  let nearest: { readonly name: string; readonly distance: number } | undefined;
  for (const candidate of names.slice(0, 2000)) {
    const shortened = candidate.toLowerCase().slice(0, 64);
    const distance = wanted !== '' && shortened.includes(wanted) ? 1 : editDistance(wanted, shortened);
    if (distance <= Math.max(2, wanted.length / 3) && distance < (nearest?.distance ?? Number.POSITIVE_INFINITY)) {
      nearest = { name: candidate, distance };
    }
  }
  return nearest?.name;
}

/** How many characters have to be added, removed or replaced to turn one text into the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const above = row;
    row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (above[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
  }
  return row[to.length] ?? 0;
}
