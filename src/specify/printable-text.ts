import type { ResolvedText } from '../model/text.ts';
import { showText } from './show-text.ts';

/** The text for a message: variables by their references, control characters as JSON escapes them, cut after 200 characters. */
export function printableText(text: ResolvedText): string {
  const shown = showText(text).replace(
    /[\u0000-\u001f\u007f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return shown.length > 200 ? `${shown.slice(0, 200)}…` : shown;
}
