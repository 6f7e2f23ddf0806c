import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { childrenOf, isRunning } from './children-of.ts';
import { filesBelow } from './files-below.ts';
import { createWorkshop, executable, runExecutable, startExecutable } from './run-executable.ts';

const workshop = createWorkshop();
let server: RecordingServer;
let action = '';
let held = false;
beforeAll(async () => {
  // Never answers `/held`, and `/late` only while it holds nothing.
  server = await startRecordingServer({
    answer: ({ target }) =>
      target === '/held' || (held && target === '/late') ? new Promise(() => undefined) : { status: 200, body: 'fine' },
  });
  action = workshop.write('held.json', { url: `${server.origin}/held`, method: 'get' });
});
afterAll(async () => {
  await server.close();
  workshop.remove();
});

async function until(condition: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 1200 && !condition(); attempt += 1) await wait(25);
  expect(condition()).toBe(true);
}

describe('an interruption in the middle of a run', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s: exit status 130, no child left, no temporary file left, no report',
    async (signal) => {
      server.clear();
      const temporary = path.join(workshop.directory, signal);
      mkdirSync(temporary);
      const report = path.join(workshop.directory, `${signal}.json`);
      const running = startExecutable(['compare', '--action', action, '--report', `json=${report}`], {
        environment: { TMPDIR: temporary },
      });
      await until(() => server.requests.length >= 2);
      const children = childrenOf(running.pid);
      expect(children.length).toBeGreaterThanOrEqual(2);
      expect(readdirSync(temporary)).not.toEqual([]);
      running.kill(signal);
      const { status, stdout, stderr } = await running.ended;
      expect({ status, stdout }).toEqual({ status: 130, stdout: '' });
      expect(stderr).not.toMatch(/internal|^\s+at /mu);
      await until(() => !children.some(isRunning));
      expect(readdirSync(temporary)).toEqual([]);
      expect(readdirSync(workshop.directory)).not.toContain(`${signal}.json`);
    },
  );

  it('Ctrl-C, which goes to the children too: exit status 130 and nothing left', async () => {
    server.clear();
    const temporary = path.join(workshop.directory, 'group');
    mkdirSync(temporary);
    const child = spawn(process.execPath, [executable, 'compare', '--action', action], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], HOME: workshop.directory, TMPDIR: temporary },
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    child.stdout.resume();
    child.stderr.resume();
    await until(() => server.requests.length >= 2);
    const pid = child.pid ?? 0;
    const children = childrenOf(pid);
    process.kill(-pid, 'SIGINT');
    expect(await ended).toBe(130);
    await until(() => !children.some(isRunning));
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('ends the sandbox with exit status 130', async () => {
    const running = startExecutable(['sandbox']);
    await until(() => running.printed().includes('\n'));
    running.kill('SIGINT');
    const { status, stdout } = await running.ended;
    expect(status).toBe(130);
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/u);
  });
});

describe('an interruption of several actions with credentials', () => {
  const secret = 'iR7-kq92-Zx04-Lm81-Wp55';
  const out = (): string => path.join(workshop.directory, 'out');
  const commands: Readonly<Record<string, readonly string[]>> = {
    compare: ['compare', '--all', '--jobs', '4', '--report', 'json=out/report.json', '--report', 'html=out/report.html'],
    record: ['record', '--all', '--out', 'out'],
    bundle: ['bundle', '--pick', 'held 1', '--out', 'out/support.zip'],
    regress: ['regress', 'recorded', '--report', 'junit=out/junit.xml', '--history', 'out/history.jsonl'],
  };

  /** Actions that the server holds, or those of the same names that it answers. */
  const story = (name: string, way: string): string =>
    workshop.write(name, {
      name: 'held ones',
      agents: [1, 2, 3].map((number) => ({
        type: 'Agents::HTTPRequestAgent',
        name: `held ${number}`,
        guid: String(number).repeat(32),
        options: {
          url: `${server.origin}${way}`,
          method: 'post',
          content_type: 'json',
          headers: { Authorization: 'Bearer <<CREDENTIAL.acme>>' },
          payload: { key: '<<CREDENTIAL.acme>>', text: 'x'.repeat(200_000) },
        },
      })),
    });

  afterEach(() => {
    for (const name of ['out', 'recorded']) rmSync(path.join(workshop.directory, name), { recursive: true, force: true });
  });

  it.each(
    Object.keys(commands).flatMap((command) => (['SIGINT', 'SIGTERM'] as const).map((signal) => [command, signal] as const)),
  )('%s, %s: status 130, no child, nothing written, and no secret in a temporary file meanwhile', async (command, signal) => {
    const temporary = path.join(workshop.directory, `${command} ${signal}`);
    for (const directory of [temporary, out()]) mkdirSync(directory);
    const given = ['--credentials', workshop.write('credentials.json', { acme: secret }), '--allow-writes'];
    const settings = { environment: { TMPDIR: temporary }, directory: workshop.directory };
    if (command === 'regress') {
      const kept = ['record', '--all', '--out', 'recorded', '--action', story('fine-story.json', '/late'), ...given];
      expect((await runExecutable(kept, settings)).status).toBe(0);
    }
    held = true;
    server.clear();
    const from = command === 'regress' ? [] : ['--action', story('held-story.json', '/late')];
    const running = startExecutable([...(commands[command] ?? []), ...from, ...given], settings);
    await until(() => server.requests.length >= 2);
    const children = childrenOf(running.pid);
    const places = readdirSync(temporary, { recursive: true, withFileTypes: true });
    expect([children.length > 0, places.length > 0]).toEqual([true, true]);
    for (const place of places) {
      const file = path.join(place.parentPath, place.name);
      // A body that is handed to curl has a name for a moment only.
      const state = statSync(file, { throwIfNoEntry: false });
      if (state !== undefined) expect([file, state.mode & 0o077]).toEqual([file, 0]);
    }
    for (const [file, text] of filesBelow(temporary)) expect([file, text.includes(secret)]).toEqual([file, false]);
    running.kill(signal);
    const { status, stdout, stderr } = await running.ended;
    held = false;
    expect({ status, stdout }).toEqual({ status: 130, stdout: '' });
    expect(stderr).not.toMatch(/internal|^\s+at |iR7-kq92/mu);
    await until(() => !children.some(isRunning));
    expect([readdirSync(temporary), readdirSync(out())]).toEqual([[], []]);
  });
});

describe('a pipe that is closed', () => {
  it.each([['explain'], ['compare', '--action', 'fine.json', '--verbose'], ['export', 'curl', '--action', 'fine.json']])(
    'ends %s without an error',
    async (...words) => {
      workshop.write('fine.json', { url: `${server.origin}/fine`, method: 'get' });
      const command = `'${process.execPath}' '${executable}' ${words.join(' ')} | head -n 1`;
      const { status, stdout, stderr } = await runExecutable(['-c', command], { program: ['sh'], directory: workshop.directory });
      expect({ status, lines: stdout.split('\n').length, stderr }).toEqual({ status: 0, lines: 2, stderr: '' });
    },
  );
});

describe('reports that cannot be written', () => {
  it.each([
    ['an absent directory', 'absent/report.json'],
    ['a directory in the place of the file', 'taken'],
    ['a directory that is a file', 'held.json/report.json'],
  ])('%s: exit status 2, and nothing half-written', async (_, file) => {
    mkdirSync(path.join(workshop.directory, 'taken'), { recursive: true });
    const fine = workshop.write('fine.json', { url: `${server.origin}/fine`, method: 'get' });
    const before = readdirSync(workshop.directory, { recursive: true });
    const { status, stdout, stderr } = await runExecutable(
      ['compare', '--action', fine, '--client', 'curl', '--report', `json=${file}`],
      { directory: workshop.directory },
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^error\[unwritable-file\]/u);
    expect(readdirSync(workshop.directory, { recursive: true })).toEqual(before);
  });

  it('two of them for standard output are refused before anything is sent', async () => {
    server.clear();
    const fine = workshop.write('fine.json', { url: `${server.origin}/fine`, method: 'get' });
    for (const words of [
      ['--report', 'markdown', '--json'],
      ['--report', 'terminal', '--report', 'html'],
    ]) {
      const { status, stdout, stderr } = await runExecutable(['compare', '--action', fine, ...words]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('two reports would be mixed');
    }
    expect(server.requests).toEqual([]);
  });
});
