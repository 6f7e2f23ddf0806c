import { mark } from '../mark.ts';
import type { Hit } from './search-secrets.ts';

/** A text in which places were replaced. */
export interface Replaced {
  readonly text: string;
  /** Offsets of the labels that were put in. */
  readonly places: readonly number[];
}

/** The text with each place replaced by its label. Places that overlap become one, with the label of what was found at greatest length. */
export function replaceHits(text: string, hits: readonly Hit[]): Replaced {
  const sorted = hits
    .map((hit) => (hit.isDecoded ? { ...hit, end: afterPadding(text, hit.end) } : hit))
    .sort((left, right) => left.start - right.start);
  const places: number[] = [];
  let result = '';
  let done = 0;
  for (let index = 0; index < sorted.length; ) {
    const first = sorted[index];
    if (first === undefined) break;
    let best = first;
    let end = first.end;
    for (index += 1; index < sorted.length; index += 1) {
      const next = sorted[index];
      if (next === undefined || next.start >= end) break;
      end = Math.max(end, next.end);
      if (next.weight > best.weight) best = next;
    }
    result += text.slice(done, first.start);
    places.push(result.length);
    result += mark(best.label);
    done = end;
  }
  return { text: result + text.slice(done), places };
}

function afterPadding(text: string, end: number): number {
  return end + (/^(?:=|%3[dD]){1,2}/.exec(text.slice(end, end + 6))?.[0].length ?? 0);
}
