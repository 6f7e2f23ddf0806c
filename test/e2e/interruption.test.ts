import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { childrenOf, isRunning } from './children-of.ts';
import { createWorkshop, executable, runExecutable, startExecutable } from './run-executable.ts';

const workshop = createWorkshop();
let server: RecordingServer;
let action = '';
beforeAll(async () => {
  // Never answers `/held`.
  server = await startRecordingServer({
    answer: ({ target }) => (target === '/held' ? new Promise(() => undefined) : { status: 200, body: 'fine' }),
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
