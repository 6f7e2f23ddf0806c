import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const outputs = ['bin.js', 'newman-host.cjs', 'newman-host-full.cjs'].map((name) => path.join(root, 'dist', name));

/** Builds the program and what runs Newman, unless what is built is newer than every source; vitest calls it once before all tests. */
export function setup(): void {
  const sources = [
    ...['build.mjs', 'package.json', 'package-lock.json'].map((name) => path.join(root, name)),
    ...listFiles(path.join(root, 'src')),
  ];
  const newest = Math.max(...sources.map((source) => statSync(source).mtimeMs));
  const isCurrent = outputs.every((file) => existsSync(file) && statSync(file).mtimeMs >= newest);
  if (!isCurrent) execFileSync('node', ['build.mjs'], { cwd: root, stdio: 'inherit' });
}

function listFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
