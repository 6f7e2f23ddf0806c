import type { Difference } from '../model/difference.ts';
import type { Lane } from '../model/outcome.ts';
import type { HeaderField } from '../model/request-spec.ts';
import type { ComparableBody } from './comparable-body.ts';
import { compareBodies } from './compare-bodies.ts';
import { compareHeaders } from './compare-headers.ts';
import { headerNoise } from './noise/header-noise.ts';

/** An answer in the form in which it is compared; what a record does not have is absent. */
export interface Answer {
  readonly status: number;
  readonly headers?: readonly HeaderField[];
  readonly body?: ComparableBody;
}

/** Every difference between two answers, known noise with its reason; parts that one side does not have are not compared. */
export function compareAnswers(between: readonly [Lane, Lane], left: Answer, right: Answer): readonly Difference[] {
  const differences: Difference[] = [];
  if (left.status !== right.status) {
    differences.push({
      between,
      path: 'response.status',
      values: [String(left.status), String(right.status)],
      change: 'changed',
    });
  }
  for (const { name, values } of left.headers === undefined || right.headers === undefined
    ? []
    : compareHeaders(left.headers, right.headers)) {
    const noise = headerNoise(name);
    differences.push({
      between,
      path: `response.headers.${name}`,
      values,
      change: changeOf(values),
      ...(noise === undefined ? {} : { noise }),
    });
  }
  for (const { place, values, change } of left.body === undefined || right.body === undefined
    ? []
    : compareBodies(left.body, right.body)) {
    differences.push({ between, path: bodyPath(place), values, change });
  }
  return differences;
}

/** `response.body/items/3`, `response.body line 4`, `response.body`. */
export function bodyPath(place: string): string {
  return place === '' || place.startsWith('/') ? `response.body${place}` : `response.body ${place.trimStart()}`;
}

/** Which of the two sides has something. */
export function changeOf([left, right]: readonly [string | null, string | null]): 'changed' | 'added' | 'removed' {
  if (left === null) return 'added';
  return right === null ? 'removed' : 'changed';
}
