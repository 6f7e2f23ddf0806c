import type { Difference } from '../model/difference.ts';

/** The most differences that count in one report. */
export const mostShown = 20;
const mostNoise = 50;

export interface RankedDifferences {
  readonly differences: readonly Difference[];
  /** How many that count were left out. */
  readonly omitted: number;
}

/** The most telling differences first, then noise; what was sent and the status tell most, then headers, then bodies. */
export function rankDifferences(differences: readonly Difference[]): RankedDifferences {
  const counting = differences.filter(({ noise }) => noise === undefined);
  const noise = differences.filter(({ noise: reason }) => reason !== undefined);
  const ranked = counting
    .map((difference, index) => ({ difference, index, weight: weightOf(difference) }))
    .sort((left, right) => left.weight - right.weight || left.index - right.index);
  return {
    differences: [...ranked.slice(0, mostShown).map(({ difference }) => difference), ...noise.slice(0, mostNoise)],
    omitted: Math.max(0, counting.length - mostShown),
  };
}

function weightOf({ path, change }: Difference): number {
  if (path === 'error') return 0;
  if (path === 'response.status') return 1;
  if (path.startsWith('sent.'))
    return path === 'sent.method' || path === 'sent.target' ? 2 : path.startsWith('sent.headers.authorization') ? 2 : 3;
  if (/^response\.headers\.(?:www-authenticate|location|content-type|allow)$/u.test(path)) return 4;
  if (path.startsWith('response.headers.')) return 7;
  const depth = path.split('/').length;
  return (change === 'changed' ? 5 : 5.5) + Math.min(depth, 10) / 10;
}
