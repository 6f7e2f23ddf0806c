/** A text for a message: one line, no control characters, at most `limit` characters. */
export function printable(text: string, limit = 80): string {
  const line = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  return line.length > limit ? `${line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/u, '')}…` : line;
}
