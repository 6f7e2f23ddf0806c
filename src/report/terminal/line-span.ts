/** Where a line (1-based) of a text begins and ends, without its line feed; undefined where there are fewer. Takes no copy of the text. */
export function lineSpan(text: string, line: number): { readonly start: number; readonly end: number } | undefined {
  let start = 0;
  for (let left = line - 1; left > 0; left -= 1) {
    const feed = text.indexOf('\n', start);
    if (feed < 0) return undefined;
    start = feed + 1;
  }
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}
