import type { BodyDifference } from './body-difference.ts';

/** What repeats of one request taught. */
export interface LearnedNoise {
  /** Paths (`response.headers.x`, `response.body/…`) that differ between two runs of the same client. */
  readonly reasonFor: (path: string, change: BodyDifference['change']) => string | undefined;
  /** What varied and is not taken as noise all the same, each with the reason. */
  readonly refusals: readonly string[];
}

/** Two answers to the same request by the same client. */
export interface RepeatDifference {
  readonly headers: readonly string[];
  readonly body: readonly BodyDifference[];
}

const reason = 'differs between repeats of the same request';

/**
 * Takes as noise what differs between repeats: a header's value, a scalar at its pointer (the index in a list does not count, if the same
 * member varies in several items), the order of a list, a line of a text. Refused, because too much would fall under it: the body as a whole, a
 * change of type, and members that come and go.
 */
export function learnNoise(repeats: readonly RepeatDifference[]): LearnedNoise {
  const headers = new Set(repeats.flatMap((repeat) => repeat.headers));
  const places = new Set<string>();
  const reordered = new Set<string>();
  const refusals: string[] = [];
  for (const { body } of repeats) {
    for (const difference of body) {
      const refusal = refuse(difference);
      if (refusal !== null) refusals.push(refusal);
      else (difference.change === 'reordered' ? reordered : places).add(difference.place);
    }
  }
  const patterns = repeatedMembers(places);
  return {
    refusals: [...new Set(refusals)],
    reasonFor: (path, change) => {
      const header = /^response\.headers\.(.+)$/u.exec(path)?.[1];
      if (header !== undefined) return headers.has(header) ? reason : undefined;
      const place = /^response\.body ?(.*)$/su.exec(path)?.[1];
      if (place === undefined) return undefined;
      if (change === 'reordered') return reordered.has(place) ? reason : undefined;
      return change === 'changed' && (places.has(place) || patterns.has(withoutIndices(place))) ? reason : undefined;
    },
  };
}

function refuse({ place, change, values: [left, right] }: BodyDifference): string | null {
  if (change === 'reordered' || place.startsWith('line ')) return null;
  if (place === '') return 'the body as a whole differs between repeats: that is not taken as noise';
  if (change !== 'changed') return `‹${place}› comes and goes between repeats: that is not taken as noise`;
  if (left === null || right === null || typeOf(left) !== typeOf(right))
    return `‹${place}› changes its type between repeats: that is not taken as noise`;
  return null;
}

function typeOf(text: string): string {
  const first = text.charAt(0);
  if (first === '"' || first === '{' || first === '[') return first;
  return /^[-\d]/u.test(first) ? 'number' : 'literal';
}

/** Members that varied in at least two items of a list, indices left open. */
function repeatedMembers(places: ReadonlySet<string>): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const place of places) {
    const general = withoutIndices(place);
    if (general !== place && !general.endsWith('/*')) counts.set(general, (counts.get(general) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([general]) => general));
}

function withoutIndices(place: string): string {
  return place.replace(/\/\d+(?=\/|$)/gu, '/*');
}
