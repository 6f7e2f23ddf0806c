import type { Text } from '../../model/text.ts';

/** Whether the literal parts are printable ASCII and line breaks, and shorter than the limit (in characters). */
export function isPlainText(text: Text, limit: number): boolean {
  const literal = text.filter((piece) => typeof piece === 'string').join('');
  return /^[\n -~]*$/.test(literal) && literal.length < limit;
}
