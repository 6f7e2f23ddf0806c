import type { Secret } from '../secret.ts';
import type { IssuedValue } from './issued-values.ts';

/** Each value once, under a label of its own: `issued sid`, `issued sid 2`. */
export function labelIssued(found: readonly IssuedValue[]): readonly Secret[] {
  const labels = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const { name, value } of found) {
    if (labels.has(value)) continue;
    const stem = name === 'signature' ? name : `issued ${name}`;
    const count = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, count);
    labels.set(value, count === 1 || name === 'signature' ? stem : `${stem} ${count}`);
  }
  return [...labels].map(([value, label]) => ({ label, value }));
}
