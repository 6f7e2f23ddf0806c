import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every file below a directory as UTF-8 text; one that is gone by then is left out. */
export function filesBelow(directory: string): readonly (readonly [file: string, text: string])[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    try {
      return entry.isFile() ? [[file, readFileSync(file, 'utf8')] as const] : [];
    } catch {
      return [];
    }
  });
}
