/**
 * Whether a Liquid output or tag provides for missing data: a `default` filter, or a condition that only asks whether something is
 * there (no comparison but with nil, blank or empty).
 */
export function asksOnly(inside: string): boolean {
  if (/\|\s*default\s*:/.test(inside)) return true;
  if (!/^\{%-?\s*(?:if|elsif|unless)\b/.test(inside)) return false;
  const comparisons = inside.match(/==|!=|<>|[<>]=?|\bcontains\b/g) ?? [];
  const withNothing = inside.match(/(?:==|!=)\s*(?:nil|null|blank|empty)\b/g) ?? [];
  return comparisons.length === withNothing.length;
}
