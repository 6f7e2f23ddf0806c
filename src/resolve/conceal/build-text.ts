import type { Text, Variable } from '../../model/text.ts';

/** Joins adjacent strings and leaves out empty ones, as `Text` promises. */
export function buildText(parts: Iterable<string | Variable>): Text {
  const text: (string | Variable)[] = [];
  for (const part of parts) {
    const last = text.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') text[text.length - 1] = last + part;
    else text.push(part);
  }
  return text;
}
