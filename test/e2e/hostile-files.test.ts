import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { filesBelow } from './files-below.ts';
import { createWorkshop, executable, runExecutable } from './run-executable.ts';

const workshop = createWorkshop();
let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer({ answer: () => ({ status: 200, body: 'fine' }) });
});
afterAll(async () => {
  await server.close();
  workshop.remove();
});

const agent = (name: string, options: object) => ({
  type: 'Agents::HTTPRequestAgent',
  name,
  options: { method: 'get', ...options },
});

describe('a story of a million actions', () => {
  it.each([['--all'], ['--pick', 'a'], []])('is refused with its place: %j', async (...words) => {
    const file = path.join(workshop.directory, 'million.json');
    if (!existsSync(file)) {
      const some = `${JSON.stringify(agent('a', { url: 'http://a.invalid' }))},`.repeat(10_000);
      const target = openSync(file, 'w', 0o600);
      writeSync(target, '{"agents":[');
      for (let count = 0; count < 100; count += 1) writeSync(target, some);
      writeSync(target, 'null]}');
      closeSync(target);
    }
    const { status, stdout, stderr } = await runExecutable(['export', 'curl', '--action', file, ...words]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error\[too-large\]: .*\n +--> .*million\.json:1:\d+\n/u);
  });
});

it('more on standard input than is read from a file is refused', async () => {
  const child = spawn(process.execPath, [executable, 'export', 'curl', '--action', '-'], { stdio: ['pipe', 'ignore', 'pipe'] });
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const piece = Buffer.alloc(4 * 1024 * 1024, ' ');
  const feed = (): void => {
    child.stdin.write(piece, (error) => {
      if (error === null || error === undefined) feed();
    });
  };
  child.stdin.on('error', () => undefined);
  feed();
  const status = await new Promise((resolve) => {
    child.on('close', resolve);
  });
  expect([status, told]).toEqual([2, expect.stringMatching(/^error\[too-large\]: /u)]);
});

describe('where nothing can be written', () => {
  it.runIf(existsSync('/dev/full')).each([['explain'], ['eval', '1 + 1'], ['--help']])(
    'to standard output, %s says so',
    async (...words) => {
      const { status, stderr } = await runExecutable(
        ['-c', 'exec "$@" > /dev/full', 'sh', process.execPath, executable, ...words],
        { program: ['sh'] },
      );
      expect([status, stderr]).toEqual([2, 'error[unwritable-file]: standard output cannot be written: ENOSPC\n']);
    },
  );

  it('no temporary directory is made, and that is said', async () => {
    const action = workshop.write('plain.json', { url: `${server.origin}/a`, method: 'get' });
    const { status, stdout, stderr } = await runExecutable(['compare', '--action', action], {
      environment: { TMPDIR: path.join(workshop.directory, 'missing') },
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error\[unwritable-file\]: no temporary directory can be made in .*ENOENT\nhint: .*TMPDIR/u);
  });
});

describe('a secret that stands in one action and in the address of another', () => {
  const literal = 'liT3ral-k3y-0099887766';
  const story = (): string =>
    workshop.write('story.json', {
      name: 'story',
      agents: [
        agent('holds it', { url: `${server.origin}/a`, headers: { 'X-Api-Key': literal } }),
        agent('names it', { url: `${server.origin}/jobs/${literal}/run` }),
        agent('neither', { url: `${server.origin}/b` }),
      ],
    });

  it('is masked where the other is compared or bundled alone', async () => {
    const words = ['--action', story(), '--pick', 'names it'];
    const compared = await runExecutable(['compare', ...words, '--json', '--verbose']);
    expect([compared.status, compared.stdout.includes(literal), compared.stderr]).toEqual([0, false, '']);
    expect(compared.stdout).toContain('/jobs/‹literal in headers.X-Api-Key›/run');
    const zip = path.join(workshop.directory, 'support.zip');
    const bundled = await runExecutable(['bundle', ...words, '--out', zip]);
    expect(bundled.status).toBe(0);
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip))))
      expect([name, Buffer.from(bytes).includes(literal)]).toEqual([name, false]);
  });

  it('keeps that one from being recorded, and no other', async () => {
    const out = path.join(workshop.directory, 'recorded');
    const { status, stderr } = await runExecutable(['record', '--action', story(), '--all', '--out', out]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^not recorded: ‹names it›\nerror\[leak\]: /mu);
    expect(stderr.match(/^recorded ‹.*?›/gmu)).toEqual(['recorded ‹holds it›', 'recorded ‹neither›']);
    for (const [file, text] of filesBelow(out)) expect([file, text.includes(literal)]).toEqual([file, false]);
  });
});
