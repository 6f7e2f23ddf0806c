import type { BodyDifference } from '../body-difference.ts';
import { hideVarying, type VaryingWords, varyAlike, varyingWords } from './varying-words.ts';

type Values = BodyDifference['values'];

/** What repeats of one request taught. */
export interface LearnedNoise {
  /** Why a difference at this path (`response.headers.x`, `response.body/…`) does not count: two runs of one client differ alike. */
  readonly reasonFor: (path: string, change: BodyDifference['change'], values: Values) => string | undefined;
  /** The values of a difference that counts, with `…` for what varies before the place that counts. */
  readonly withoutNoise: (path: string, values: Values) => Values;
  /** What varied and is not taken as noise all the same, each with the reason. */
  readonly refusals: readonly string[];
}

/** Two answers to the same request by the same client. */
export interface RepeatDifference {
  readonly headers: readonly { readonly name: string; readonly values: Values }[];
  readonly body: readonly BodyDifference[];
}

const reason = 'differs between repeats of the same request';

/**
 * Takes as noise what differs between repeats: words of a header's value, of a scalar at its pointer (the index in a list does not count, if
 * the same member varies in several items) or of a line, and the order of a list. Other words of the same text still count. Refused, because
 * too much would fall under it: the body as a whole, a change of type, and members that come and go.
 */
export function learnNoise(repeats: readonly RepeatDifference[]): LearnedNoise {
  const pairs = new Map<string, [string, string][]>();
  const coming = new Set<string>();
  const reordered = new Set<string>();
  const refusals: string[] = [];
  const learn = (path: string, [left, right]: Values): void => {
    if (left === null || right === null) coming.add(path);
    else pairs.set(path, [...(pairs.get(path) ?? []), [left, right]]);
  };
  for (const { headers, body } of repeats) {
    for (const { name, values } of headers) learn(headerPath(name), values);
    for (const difference of body) {
      const refusal = refuse(difference);
      if (refusal !== null) refusals.push(refusal);
      else if (difference.change === 'reordered') reordered.add(difference.place);
      else learn(difference.place, difference.values);
    }
  }
  const known = lookUp(pairs);
  return {
    refusals: [...new Set(refusals)],
    reasonFor: (path, change, values) => {
      const place = placeOf(path);
      if (place === undefined) return undefined;
      if (change === 'reordered') return reordered.has(place) ? reason : undefined;
      if (coming.has(place)) return reason;
      const [left, right] = values;
      const varying = known(place);
      return left !== null && right !== null && varying !== undefined && varyAlike(varying, [left, right]) ? reason : undefined;
    },
    withoutNoise: (path, values) => {
      const [left, right] = values;
      const varying = known(placeOf(path) ?? '');
      return left === null || right === null || varying === undefined ? values : hideVarying(varying, [left, right]);
    },
  };
}

function headerPath(name: string): string {
  return `header ${name}`;
}

function placeOf(path: string): string | undefined {
  const header = /^response\.headers\.(.+)$/su.exec(path)?.[1];
  return header === undefined ? /^response\.body ?(.*)$/su.exec(path)?.[1] : headerPath(header);
}

function refuse({ place, change, values: [left, right] }: BodyDifference): string | null {
  if (change === 'reordered') return null;
  if (place === '') return 'the body as a whole differs between repeats: that is not taken as noise';
  if (change !== 'changed') return `‹${place}› comes and goes between repeats: that is not taken as noise`;
  if (left === null || right === null || (!place.startsWith('line ') && typeOf(left) !== typeOf(right)))
    return `‹${place}› changes its type between repeats: that is not taken as noise`;
  return null;
}

function typeOf(text: string): string {
  const first = text.charAt(0);
  if (first === '"' || first === '{' || first === '[') return first;
  return /^[-\d]/u.test(first) ? 'number' : 'literal';
}

/** What is known of a place, or of the same member in other items of a list where it varied in at least two of them. */
function lookUp(pairs: ReadonlyMap<string, readonly [string, string][]>): (place: string) => VaryingWords | undefined {
  const general = new Map<string, { readonly pairs: [string, string][]; count: number }>();
  for (const [place, own] of pairs) {
    const pattern = withoutIndices(place);
    if (pattern === place || pattern.endsWith('/*')) continue;
    const entry = general.get(pattern) ?? { pairs: [], count: 0 };
    entry.pairs.push(...own);
    entry.count += 1;
    general.set(pattern, entry);
  }
  const learned = new Map<string, VaryingWords>();
  return (place) => {
    const pattern = withoutIndices(place);
    const entry = general.get(pattern);
    const [key, found] = entry !== undefined && entry.count > 1 ? [pattern, entry.pairs] : [place, pairs.get(place)];
    if (found === undefined) return undefined;
    const varying = learned.get(key) ?? varyingWords(found);
    learned.set(key, varying);
    return varying;
  };
}

function withoutIndices(place: string): string {
  return place.replace(/\/\d+(?=\/|$)/gu, '/*');
}
