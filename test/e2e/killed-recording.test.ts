import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { createWorkshop, executable, root, runExecutable } from './run-executable.ts';

const workshop = createWorkshop();
let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer({
    answer: async () => {
      await wait(20);
      return { status: 200, headers: [['Content-Type', 'application/json']], body: '{"id":1}' };
    },
  });
});
afterAll(async () => {
  await server.close();
  workshop.remove();
});

/** Reads the lines of children, and kills them all as soon as these are enough. */
async function killWhen(
  children: readonly ChildProcess[],
  isEnough: (lines: readonly string[]) => boolean,
): Promise<readonly string[]> {
  const texts = children.map(() => '');
  const lines = (): readonly string[] => texts.flatMap(wholeLines);
  const ends = children.map(async (child, index) => {
    const ended = new Promise((resolve) => child.once('close', resolve));
    const take = (chunk: Buffer): void => {
      texts[index] += chunk.toString('utf8');
      if (isEnough(lines())) for (const one of children) one.kill('SIGKILL');
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    await ended;
  });
  await Promise.all(ends);
  return lines();
}

function wholeLines(text: string): readonly string[] {
  return text.split('\n').slice(0, -1);
}

/** A lock that its owner cannot give back is waited for; tests do not wait. */
function ageLocks(directory: string): void {
  for (const name of readdirSync(directory)) if (name.endsWith('.lock')) utimesSync(path.join(directory, name), 0, 0);
}

describe('a recording that is killed', () => {
  const names = Array.from({ length: 60 }, (_, index) => `action ${index}`);
  const environment = { PATH: process.env['PATH'], HOME: workshop.directory, TMPDIR: workshop.directory };

  it.each([1, 2, 25])('has on the disk whatever it announced, and goes on: killed at announcement %i', async (count) => {
    const directory = path.join(workshop.directory, `out-${count}`);
    const agents = names.map((name, index) => ({
      type: 'Agents::HTTPRequestAgent',
      name,
      guid: `guid-${index}`,
      options: { url: `${server.origin}/${index}`, method: 'get' },
    }));
    const action = workshop.write(`story-${count}.json`, { name: 'Many', agents });
    const words = ['record', '--action', action, '--all', '--out', directory, '--client', 'curl', '--jobs', '2'];
    const file = path.join(directory, 'many.postman_collection.json');
    const recorded = (): readonly string[] =>
      existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).item.map(({ name }: { name: string }) => name) : [];
    const announced = (lines: readonly string[]) => lines.flatMap((line) => /^recorded ‹(.*)› /u.exec(line)?.[1] ?? []);

    const child = spawn(process.execPath, [executable, ...words], {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines = await killWhen([child], (known) => announced(known).length >= count);
    expect(child.signalCode).toBe('SIGKILL');
    expect(announced(lines).length).toBeGreaterThanOrEqual(count);
    expect(recorded()).toEqual(expect.arrayContaining([...announced(lines)]));

    ageLocks(directory);
    const again = await runExecutable(words, { environment });
    expect(again.status).toBe(0);
    expect(recorded()).toEqual(names);
    expect(readdirSync(directory)).toEqual(['many.postman_collection.json']);
  });
});

describe('a change of a file', () => {
  it('is whole or was not made, wherever the process is killed', async () => {
    const bundle = path.join(workshop.directory, 'change-file.mjs');
    await build({
      entryPoints: [path.join(root, 'src/commands/regress/lock.ts')],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: bundle,
      logLevel: 'silent',
    });
    const directory = path.join(workshop.directory, 'counted');
    const writer = workshop.write(
      'writer.mjs',
      `import { mkdirSync, writeSync } from 'node:fs';
import { changeFile } from ${JSON.stringify(bundle)};
mkdirSync(${JSON.stringify(directory)}, { recursive: true });
for (;;) {
  let next = 0;
  await changeFile(${JSON.stringify(path.join(directory, 'file.json'))}, (text) => {
    next = text === null ? 1 : JSON.parse(text).count + 1;
    return JSON.stringify({ count: next, padding: 'x'.repeat(1_000_000) });
  });
  writeSync(1, next + '\\n');
}
`,
    );
    let count = 0;
    for (let round = 1; round <= 12; round += 1) {
      const children = [0, 1].map(() => spawn(process.execPath, [writer], { stdio: ['ignore', 'pipe', 'ignore'] }));
      const lines = (await killWhen(children, (known) => known.length >= round)).map(Number);
      expect(new Set(lines).size).toBe(lines.length);
      expect(Math.min(...lines)).toBeGreaterThan(count);
      count = JSON.parse(readFileSync(path.join(directory, 'file.json'), 'utf8')).count;
      expect(count).toBeGreaterThanOrEqual(Math.max(...lines));
      ageLocks(directory);
    }
  });
});
