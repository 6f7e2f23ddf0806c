import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

type FileText = readonly [file: string, text: string];

/** Every file below a directory as UTF-8 text; a file, or a directory inside of it, that is gone by then is left out. */
export function filesBelow(directory: string): readonly FileText[] {
  return textsOf(directory, readdirSync(directory, { withFileTypes: true }));
}

function textsOf(directory: string, entries: readonly Dirent[]): readonly FileText[] {
  return entries.flatMap((entry): readonly FileText[] => {
    const place = path.join(directory, entry.name);
    try {
      if (entry.isDirectory()) return textsOf(place, readdirSync(place, { withFileTypes: true }));
      return entry.isFile() ? [[place, readFileSync(place, 'utf8')]] : [];
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  });
}
