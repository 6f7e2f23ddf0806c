import { compareLines } from '../compare/compare-lines.ts';
import type { Expectation } from './recording/expectation.ts';

/** The difference between two expectations as lines: `-` was recorded, `+` is new. Empty where there is none. */
export function explainChange(before: Expectation, after: Expectation): readonly string[] {
  return compareLines(JSON.stringify(before, null, 2), JSON.stringify(after, null, 2)).flatMap(({ left, right }) => [
    ...marked('-', left),
    ...marked('+', right),
  ]);
}

function marked(mark: string, text: string | null): readonly string[] {
  return text === null
    ? []
    : text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => `${mark} ${line}`);
}
