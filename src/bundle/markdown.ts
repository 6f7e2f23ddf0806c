/** Text that means nothing to Markdown or HTML, on one line. */
export function text(words: string): string {
  return oneLine(words).replace(/[\\`*_{}[\]<>()#+!|~&]/gu, '\\$&');
}

/** A code span that holds the words as they are, on one line. */
export function code(words: string): string {
  const line = oneLine(words).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...line.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}

/** A table; cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
}
