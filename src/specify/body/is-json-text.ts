import type { Text } from '../../model/text.ts';

/** True where the text is a whole JSON value, whatever plain values its variables have. */
export function isJsonText(text: Text): boolean {
  try {
    JSON.parse(text.map((piece) => (typeof piece === 'string' ? piece : '0')).join(''));
    return true;
  } catch {
    return false;
  }
}
