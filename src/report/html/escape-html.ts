import { printable } from '../printable.ts';

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Foreign text for HTML, in content or in a quoted attribute; control characters and bidirectional overrides are made visible. */
export function escapeHtml(text: string): string {
  return printable(text).replace(/[&<>"']/gu, (character) => references[character] ?? character);
}
