import { isPlainObject } from '../../regress/collection-items.ts';

/** The key in the text of a recording; empty where it was damaged. */
export function readKey(recorded: string): string {
  try {
    const parsed: unknown = JSON.parse(recorded);
    return isPlainObject(parsed) && typeof parsed['key'] === 'string' ? parsed['key'] : '';
  } catch {
    return '';
  }
}
