import { commonLength } from './common-length.ts';

const longest = 8192;
const before = 4096;

/**
 * Two values cut to the stretch around the first place where they differ. Reports show less, but only what is left here is searched for
 * secrets, and a secret must not be cut at both ends.
 */
export function excerptPair(values: readonly [string | null, string | null]): readonly [string | null, string | null] {
  const [left, right] = values;
  if ((left?.length ?? 0) <= longest && (right?.length ?? 0) <= longest) return values;
  const start = left === null || right === null ? 0 : Math.max(0, commonLength(left, right) - before);
  return [cut(left, start), cut(right, start)];
}

function cut(text: string | null, start: number): string | null {
  if (text === null || (start === 0 && text.length <= longest)) return text;
  const excerpt = text.slice(start, start + longest);
  const isCut = start + longest < text.length;
  return `${start === 0 ? '' : '…'}${excerpt.toWellFormed()}${isCut ? '…' : ''} (${text.length} characters)`;
}
