import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Builds the programs that run Newman, unless what is built is newer than every source of it; vitest calls it once before all tests. */
export function setup(): void {
  const sources = [
    path.join(root, 'build.mjs'),
    path.join(root, 'package-lock.json'),
    ...listFiles(path.join(root, 'src/run')),
    ...listFiles(path.join(root, 'src/model')),
  ];
  const built = ['newman-host.cjs', 'newman-host-full.cjs'].map((name) => path.join(root, 'dist', name));
  const isCurrent = built.every(
    (file) => existsSync(file) && sources.every((source) => statSync(source).mtimeMs <= statSync(file).mtimeMs),
  );
  if (!isCurrent) execFileSync('node', ['build.mjs', 'newman'], { cwd: root, stdio: 'inherit' });
}

function listFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
