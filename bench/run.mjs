// Runs every benchmark of this folder and prints one table. `node bench/run.mjs start-up bodies` runs these only.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const folder = import.meta.dirname;
const wanted = process.argv.slice(2);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.startsWith('measure'))
  .map((file) => file.slice(0, -3))
  .filter((name) => wanted.length === 0 || wanted.includes(name));
const rows = [];
for (const name of names) {
  const outfile = path.join(folder, '..', 'node_modules', '.cache', 'bench', `${name}.mjs`);
  await build({
    entryPoints: [path.join(folder, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', outfile], {
    encoding: 'utf8',
    env: { ...process.env, PROJECT: path.join(folder, '..') },
  });
  if (status !== 0) {
    console.error(stderr);
    process.exitCode = 1;
    continue;
  }
  for (const line of stdout.trim().split('\n')) rows.push({ bench: name, ...JSON.parse(line) });
}
console.table(
  rows.map(({ bench, what, ratio, most, note }) => ({
    bench,
    what,
    ratio: Number(ratio.toFixed(3)),
    most,
    reached: ratio <= most ? 'yes' : 'NO',
    note,
  })),
);
