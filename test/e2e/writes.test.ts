import { execFileSync, spawn } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { reportOf } from './report-of.ts';
import { createWorkshop, executable, runExecutable } from './run-executable.ts';

const workshop = createWorkshop();
let server: RecordingServer;
let action = '';
const environment = { TINES_CREDENTIAL_ACME: 'kept-off-the-screen' };
beforeAll(async () => {
  server = await startRecordingServer({ answer: () => ({ status: 201, body: 'made' }) });
  action = workshop.write('action.json', {
    url: `${server.origin}/items`,
    method: 'post',
    content_type: 'json',
    payload: { name: 'one', token: '<<CREDENTIAL.acme>>' },
  });
});
beforeEach(() => server.clear());
afterAll(async () => {
  await server.close();
  workshop.remove();
});

/** `script` from util-linux gives a pseudo-terminal; that of other systems takes other options. */
const hasScript = ((): boolean => {
  try {
    return execFileSync('script', ['-qec', 'tty', '/dev/null'], { stdio: ['pipe', 'pipe', 'ignore'], input: '' })
      .toString()
      .includes('/dev/');
  } catch {
    return false;
  }
})();
if (!hasScript) console.warn('no script(1) of util-linux: the tests on a pseudo-terminal are SKIPPED');

/** Runs the program on a pseudo-terminal and types the answer once the question is there. */
function runOnTerminal(
  words: readonly string[],
  question: string,
  answer: string,
): Promise<{ readonly status: number | null; readonly screen: string }> {
  const command = [process.execPath, executable, ...words].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    env: { PATH: process.env['PATH'], TERM: 'dumb', ...environment },
  });
  let screen = '';
  let answered = false;
  child.stdout.on('data', (chunk: Buffer) => {
    screen += chunk.toString('utf8');
    if (answered || !screen.includes(question)) return;
    answered = true;
    child.stdin.write(answer);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, screen: screen.replaceAll('\r', '') }));
  });
}

describe('a request that may change something', () => {
  it.each(['post', 'put', 'patch', 'delete'])(
    '%s is not sent without consent: exit status 2, and the server saw nothing',
    async (method) => {
      const file = workshop.write(`${method}.json`, { url: `${server.origin}/items`, method, payload: { a: 1 } });
      const { status, stdout, stderr } = await runExecutable(['compare', '--action', file]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('error[writes-refused]');
      expect(stderr).toContain('--allow-writes');
      expect(server.requests).toEqual([]);
    },
  );

  it('is sent exactly twice with --allow-writes, once by each client, with the same body', async () => {
    const { status, stdout } = await runExecutable(['compare', '--action', action, '--allow-writes', '--json'], { environment });
    expect([status, reportOf(stdout).verdict.code]).toEqual([0, 'works-outside']);
    expect(server.requests.map(({ method, target }) => `${method} ${target}`)).toEqual(['POST /items', 'POST /items']);
    expect(new Set(server.requests.map(({ body }) => body.toString())).size).toBe(1);
  });

  it('is sent once where one client is asked for', async () => {
    await runExecutable(['compare', '--action', action, '--allow-writes', '--client', 'curl', '--json'], { environment });
    expect(server.requests.length).toBe(1);
  });

  it('is not sent by an export, nor asked about', async () => {
    const { status, stdout } = await runExecutable(['export', 'curl', '--action', action]);
    expect(status).toBe(0);
    expect(stdout).toContain('curl');
    expect(server.requests).toEqual([]);
  });

  it.skipIf(!hasScript)(
    'is shown and asked about on a terminal, secrets hidden; no is exit status 2 and sends nothing',
    async () => {
      const { status, screen } = await runOnTerminal(['compare', '--action', action], '[y/N]', 'n\n');
      expect(status).toBe(2);
      expect(screen).toContain(`POST ${server.origin}/items`);
      expect(screen).toContain('"name":"one"');
      expect(screen).toContain('‹CREDENTIAL.acme›');
      expect(screen).toContain('sent twice');
      expect(screen).toContain('error[writes-refused]');
      expect(screen).not.toContain('kept-off-the-screen');
      expect(server.requests).toEqual([]);
    },
  );

  it.skipIf(!hasScript)('is sent twice after a yes', async () => {
    const { status, screen } = await runOnTerminal(['compare', '--action', action], '[y/N]', 'y\n');
    expect(screen).toContain('works-outside');
    expect(status).toBe(0);
    expect(server.requests.length).toBe(2);
  });

  it.skipIf(!hasScript)('is not sent where the answer is only a line break, or the input ends', async () => {
    expect((await runOnTerminal(['compare', '--action', action], '[y/N]', '\n')).status).toBe(2);
    expect((await runOnTerminal(['compare', '--action', action], '[y/N]', '\u0004')).status).toBe(2);
    expect(server.requests).toEqual([]);
  });
});
