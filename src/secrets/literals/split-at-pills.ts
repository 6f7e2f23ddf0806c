const closings: Readonly<Record<string, string>> = { '<<': '>>', '{{': '}}', '{%': '%}' };

/** The text around pills and Liquid at even places, and these at odd ones, in order; brackets that are never closed are text. */
export function splitAtPills(text: string): readonly string[] {
  const pieces: string[] = [];
  const opening = /<<|\{\{|\{%/g;
  const unclosed = new Set<string>();
  let start = 0;
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const [bracket] = found;
    const closing = closings[bracket] ?? '';
    const end = unclosed.has(bracket) ? -1 : text.indexOf(closing, found.index + bracket.length);
    if (end < 0) {
      // Nothing after this place closes it either: to look again for each bracket would take time by the square of the length.
      unclosed.add(bracket);
      if (unclosed.size === 3) break;
      opening.lastIndex = found.index + 1;
    } else {
      pieces.push(text.slice(start, found.index), text.slice(found.index, end + closing.length));
      start = end + closing.length;
      opening.lastIndex = start;
    }
  }
  return [...pieces, text.slice(start)];
}
