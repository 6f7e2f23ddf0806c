/**
 * A name as Tines makes a slug of it: lower case, each run of other characters than letters, their marks and digits as one `_`, none at the
 * ends. Composed and decomposed accents give the same slug.
 */
export function slug(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');
}

/** The key among `keys` that a name means: the same slug, or the same letters and digits (legacy tags write the raw name). */
export function matchingKey(name: string, keys: Iterable<string>): string | undefined {
  const wanted = slug(name);
  const bare = wanted.replaceAll('_', '');
  let near: string | undefined;
  for (const key of keys) {
    const candidate = slug(key);
    if (candidate === wanted) return key;
    if (candidate.replaceAll('_', '') === bare) near ??= key;
  }
  return near;
}
