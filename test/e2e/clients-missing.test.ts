import { chmodSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { reportOf } from './report-of.ts';
import { createWorkshop, root, runExecutable } from './run-executable.ts';

const workshop = createWorkshop();
let server: RecordingServer;
let words: readonly string[] = [];
beforeAll(async () => {
  server = await startRecordingServer({ answer: () => ({ status: 200, body: 'fine' }) });
  words = ['compare', '--action', workshop.write('action.json', { url: `${server.origin}/a`, method: 'get' }), '--json'];
});
afterAll(async () => {
  await server.close();
  workshop.remove();
});

/** A directory for PATH with node alone, and a `curl` where its text is given. */
function pathWith(name: string, curl?: string): string {
  const directory = path.join(workshop.directory, name);
  mkdirSync(directory);
  symlinkSync(process.execPath, path.join(directory, 'node'));
  if (curl !== undefined) {
    writeFileSync(path.join(directory, 'curl'), curl);
    chmodSync(path.join(directory, 'curl'), 0o755);
  }
  return directory;
}

/** A copy of the built program whose Newman is this text, or missing. */
function programWith(name: string, newman?: string): readonly [string, string] {
  const directory = path.join(workshop.directory, name);
  mkdirSync(directory);
  writeFileSync(path.join(directory, 'package.json'), '{"type": "module"}');
  const dist = path.join(directory, 'dist');
  cpSync(path.join(root, 'dist'), dist, { recursive: true, filter: (file) => !path.basename(file).startsWith('newman-host') });
  if (newman !== undefined) writeFileSync(path.join(dist, 'newman-host.cjs'), newman);
  return [process.execPath, path.join(dist, 'bin.js')];
}

async function compare(settings: Parameters<typeof runExecutable>[1], ...more: readonly string[]) {
  const { status, stdout, stderr } = await runExecutable([...words, ...more], settings);
  expect(stderr).not.toContain('internal');
  return { status, report: reportOf(stdout) };
}

const fine = { status: 'completed', response: { status: 200, body: { text: 'fine' } } };

describe('where a client cannot run', () => {
  it('curl is missing: Postman’s outcome is kept, undecided, exit status 1', async () => {
    const { status, report } = await compare({ environment: { PATH: pathWith('no-curl') } });
    expect([status, report.verdict.code]).toEqual([1, 'undecided']);
    expect(report.outcomes.postman).toMatchObject(fine);
    expect(report.outcomes.curl).toMatchObject({ status: 'failed', error: { kind: 'other' } });
    expect(report.tool.curl).toBeNull();
    expect(report.verdict.text).toContain('cURL');
  });

  it('curl crashes: Postman’s outcome is kept, undecided, exit status 1', async () => {
    const { status, report } = await compare({ environment: { PATH: pathWith('broken-curl', '#!/bin/sh\nkill -SEGV $$\n') } });
    expect([status, report.verdict.code]).toEqual([1, 'undecided']);
    expect(report.outcomes.postman).toMatchObject(fine);
  });

  it('curl hangs: it is ended, Postman’s outcome is kept, undecided, exit status 1', async () => {
    const hanging = `#!/bin/sh\nexec ${process.execPath} -e 'setTimeout(() => {}, 600000)'\n`;
    const { status, report } = await compare({ environment: { PATH: pathWith('hanging-curl', hanging) } }, '--timeout', '1');
    expect([status, report.verdict.code]).toEqual([1, 'undecided']);
    expect(report.outcomes.postman).toMatchObject(fine);
  });

  it.each([
    ['is missing', undefined],
    ['crashes at once', 'process.exit(3)'],
    [
      'crashes when it is to run',
      "process.send({ type: 'ready', protocol: 1, newman: '0.0.0' }); process.on('message', () => process.exit(4));",
    ],
    ['throws', "throw new Error('broken')"],
  ])('Newman %s: cURL’s outcome is kept, undecided, exit status 1', async (name, newman) => {
    const { status, report } = await compare({ program: programWith(name.replaceAll(' ', '-'), newman) });
    expect([status, report.verdict.code]).toEqual([1, 'undecided']);
    expect(report.outcomes.curl).toMatchObject(fine);
    expect(report.outcomes.postman).toMatchObject({ status: 'failed', error: { kind: 'other' } });
  });

  it('both are missing: exit status 2', async () => {
    const { status, report } = await compare({
      environment: { PATH: pathWith('nothing') },
      program: programWith('no-newman-either'),
    });
    expect([status, report.verdict.code]).toEqual([2, 'undecided']);
  });

  it('the only one asked for is missing: exit status 2', async () => {
    const { status, report } = await compare({ environment: { PATH: pathWith('no-curl-again') } }, '--client', 'curl');
    expect([status, report.verdict.code]).toEqual([2, 'undecided']);
  });

  it('the one that is missing was not asked for: the other one decides', async () => {
    const { status, report } = await compare({ environment: { PATH: pathWith('no-curl-needed') } }, '--client', 'postman');
    expect([status, report.verdict.code]).toEqual([0, 'works-outside']);
  });

  it('doctor says so with exit status 2', async () => {
    const { status, stdout } = await runExecutable(['doctor'], { environment: { PATH: pathWith('doctor') } });
    expect(status).toBe(2);
    expect(stdout).toMatch(/^curl +– +missing/mu);
  });
});

describe('where the server is the trouble', () => {
  it('nothing listens: both fail alike, not-tines, exit status 1', async () => {
    const closed = await startRecordingServer();
    await closed.close();
    const action = workshop.write('closed.json', { url: `${closed.origin}/`, method: 'get' });
    const { status, stdout } = await runExecutable(['compare', '--action', action, '--json']);
    const report = reportOf(stdout);
    expect([status, report.verdict.code]).toEqual([1, 'not-tines']);
    expect(report.outcomes).toMatchObject({ curl: { error: { kind: 'connect' } }, postman: { error: { kind: 'connect' } } });
    rmSync(action);
  });
});
