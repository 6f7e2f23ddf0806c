import { divergences } from './divergences.ts';

const introduction = `# Known divergences

What curl 7.88, Newman 6.2.2 and Tines do differently by themselves. The column for Tines is documented or inferred; the other two were measured on
the wire. *Neutralised*: the artifacts, or what runs them, make both clients do what Tines does. *Reported*: that is not possible, and the report says so.
The contract tests send the bytes.

This page is made from \`src/emit/divergences/divergences.ts\`.
`;

/** The page of the documentation with every known divergence, in Markdown. */
export function renderDivergences(): string {
  const heading = ['code', 'what', 'curl', 'Newman', 'Tines', 'handled', 'effect on the verdict'];
  const rows = divergences.map(({ code, what, curl, newman, tines, handled, how, effect }) => [
    `\`${code}\``,
    ...[what, curl, newman, tines, `*${handled}*: ${how}`, effect].map(escapeCell),
  ]);
  const lines = [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${introduction}\n${lines.join('\n')}\n`;
}

function escapeCell(text: string): string {
  return text.replace(/[|<>_*`]/g, '\\$&');
}
