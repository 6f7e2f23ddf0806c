import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandNames } from '../../src/cli/commands.ts';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { reportOf } from './report-of.ts';
import { createWorkshop, root, runExecutable } from './run-executable.ts';

const workshop = createWorkshop();
let server: RecordingServer;
let action = '';
beforeAll(async () => {
  server = await startRecordingServer({
    answer: () => ({ status: 200, headers: [['Content-Type', 'text/plain']], body: 'fine\n' }),
  });
  action = workshop.write('action.json', { url: `${server.origin}/a`, method: 'get' });
});
afterAll(async () => {
  await server.close();
  workshop.remove();
});

describe('the program as installed', () => {
  it('tells its version, and only that', async () => {
    const { version }: { readonly version: string } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    expect(await runExecutable(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('tells every command in its help, and every option of a command', async () => {
    const help = await runExecutable(['--help']);
    expect(help).toMatchObject({ status: 0, stderr: '' });
    for (const name of commandNames) expect(help.stdout).toMatch(new RegExp(`^\\s*tines-compare ${name}\\b`, 'mu'));
    const compare = await runExecutable(['compare', '--help']);
    expect(compare).toMatchObject({ status: 0, stderr: '' });
    for (const option of ['--action', '--event', '--tines-status', '--credential', '--allow-writes', '--report'])
      expect(compare.stdout).toContain(option);
    expect(await runExecutable([])).toEqual(help);
  });

  it('is npx compare in the checkout', async () => {
    const { status, stdout } = await runExecutable(['compare', '--action', action, '--json'], {
      program: ['npx', '--no-install'],
    });
    expect([status, reportOf(stdout).verdict.code]).toEqual([0, 'works-outside']);
  });

  it('runs through a link, as npm installs it, from another directory', async () => {
    const bin = path.join(workshop.directory, 'bin');
    mkdirSync(bin);
    symlinkSync(path.join(root, 'dist/bin.js'), path.join(bin, 'tines-compare'));
    const { status, stdout } = await runExecutable(['--action', 'action.json', '--json'], {
      program: [path.join(bin, 'tines-compare')],
      directory: workshop.directory,
    });
    expect([status, reportOf(stdout).verdict.code]).toEqual([0, 'works-outside']);
  });

  it('reads the action from standard input', async () => {
    const { status, stdout } = await runExecutable(['compare', '--action', '-', '--json', '--client', 'curl'], {
      input: readFileSync(action, 'utf8'),
    });
    expect(status).toBe(0);
    expect(reportOf(stdout).action.file).toBe('standard input');
  });

  it('says which curl, Node and Newman it uses', async () => {
    const { status, stdout } = await runExecutable(['doctor', '--json']);
    const findings: readonly { readonly part: string; readonly version: string; readonly state: string }[] = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(findings.map(({ part }) => part)).toEqual(['tines-compare', 'node', 'curl', 'newman']);
    expect(findings.every(({ version }) => /^\d+\.\d+/u.test(version))).toBe(true);
    expect((await runExecutable(['doctor'])).stdout).toContain('newman');
  });

  it('explains verdicts, causes and errors, and helps where a code is misspelt', async () => {
    const list = await runExecutable(['explain']);
    expect(list).toMatchObject({ status: 0, stderr: '' });
    for (const code of ['tines-only', 'scheme-missing', 'unresolved-reference']) {
      expect(list.stdout).toContain(code);
      const page = await runExecutable(['explain', code]);
      expect(page).toMatchObject({ status: 0, stderr: '' });
      expect(page.stdout.length).toBeGreaterThan(100);
    }
    const wrong = await runExecutable(['explain', 'tines-onyl']);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('did you mean ‹tines-only›?');
  });

  it('evaluates a formula', async () => {
    expect(await runExecutable(['eval', '1 + 2'])).toEqual({ status: 0, stdout: '3\n', stderr: '' });
  });
});

describe('standard output and standard error', () => {
  it('carry the report and the rest; with --report=KIND=FILE nothing goes to standard output', async () => {
    const file = path.join(workshop.directory, 'report.md');
    const { status, stdout, stderr } = await runExecutable([
      'compare',
      '--action',
      action,
      '--report',
      `markdown=${file}`,
      '--client',
      'curl',
    ]);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: `wrote ${file}\n` });
    expect(readFileSync(file, 'utf8')).toContain('works-outside');
  });

  it.each([
    ['a terminal report', ['compare'], ''],
    ['an error', ['compare', '--acton', 'x'], ''],
  ])('have no colour where they are no terminal: %s', async (_, words) => {
    const { stdout, stderr } = await runExecutable([...words, '--action', action, '--client', 'curl']);
    expect(stdout + stderr).not.toContain('\u001b');
  });

  it('have colour with FORCE_COLOR, and none with NO_COLOR, which wins', async () => {
    const words = ['compare', '--action', action, '--client', 'curl'];
    expect((await runExecutable(words, { environment: { FORCE_COLOR: '1' } })).stdout).toContain('\u001b[32m');
    expect((await runExecutable(words, { environment: { FORCE_COLOR: '1', NO_COLOR: '1' } })).stdout).not.toContain('\u001b');
    const wrong = await runExecutable(['compare', '--acton'], { environment: { FORCE_COLOR: '1' } });
    expect(wrong.stderr).toContain('\u001b[31m');
  });

  it('put no colour into a file, not even with FORCE_COLOR', async () => {
    const file = path.join(workshop.directory, 'report.txt');
    await runExecutable(['compare', '--action', action, '--client', 'curl', '--report', `terminal=${file}`], {
      environment: { FORCE_COLOR: '1' },
    });
    expect(readFileSync(file, 'utf8')).not.toContain('\u001b');
  });
});
