import { oneLine, printable, shorten } from '../printable.ts';

/** Breaks what sites make out of bare text: `@name` notifies people, `#1` and `!1` link to issues. */
function unlinked(text: string): string {
  return text.replace(/([@#!])(?=[\w"])/gu, '$1\u2060');
}

/** Foreign text as Markdown that shows it as it is: no mark-up, link, mention or HTML comes out of it. One line. */
export function markdownText(text: string): string {
  const line = oneLine(text);
  const escaped = line
    .replace(/[\\`*_{}[\]<>()#|~&$^]/gu, '\\$&')
    .replace(/:(?=\/\/)/gu, '\\:')
    .replace(/\bwww\./giu, (www) => `${www.slice(0, -1)}\\.`);
  return unlinked(escaped.replace(/^([-+=:!]|\d+(?=[.)]))/u, (start) => (/\d/u.test(start) ? `${start}\u2060` : `\\${start}`)));
}

/** Foreign text as a code span, in which nothing is read as mark-up; not for tables. One line. */
export function markdownCode(text: string): string {
  const line = oneLine(text);
  if (line.trim() === '') return '`\u00a0`';
  const ticks = '`'.repeat(longestRun(line) + 1);
  const pad = /^[` ]|[` ]$/u.test(line) ? ' ' : '';
  return `${ticks}${pad}${line}${pad}${ticks}`;
}

/** Foreign text as code in the cell of a table: a bar would end the cell even inside of a code span, so this is HTML made of entities. */
export function markdownCell(text: string, width: number): string {
  const line = shorten(text, width);
  if (line === '') return '';
  return `<code>${line.replace(/[^\p{L}\p{N} ,;'"=/+%?…⏎-]/gu, (character) => `&#${character.codePointAt(0) ?? 0xfffd};`)}</code>`;
}

/** Text in a fence that nothing in it can close. */
export function markdownFence(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${printable(text).replace(/(?<!\n)\n+$/u, '')}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
}
