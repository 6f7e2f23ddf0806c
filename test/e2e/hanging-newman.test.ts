import { kill } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { childrenOf, isRunning, readProcess } from './children-of.ts';
import { reportOf } from './report-of.ts';
import { createWorkshop, type Running, startExecutable } from './run-executable.ts';

const workshop = createWorkshop();
let server: RecordingServer;
let words: readonly string[] = [];
beforeAll(async () => {
  server = await startRecordingServer({ answer: () => ({ status: 200, body: 'fine' }) });
  const action = workshop.write('action.json', { url: `${server.origin}/a`, method: 'get' });
  words = ['compare', '--action', action, '--json', '--timeout', '1'];
});
afterAll(async () => {
  await server.close();
  workshop.remove();
});

/** Stops the process that runs Newman as soon as it is there; gives its id. */
async function stopHost({ pid }: Running): Promise<number> {
  for (let attempt = 0; attempt < 2000; attempt += 1) {
    const host = childrenOf(pid).find((child) => readProcess(child, 'cmdline').includes('newman-host'));
    if (host !== undefined) {
      kill(host, 'SIGSTOP');
      return host;
    }
    await wait(5);
  }
  throw new Error('Newman’s process was not started');
}

describe('a process of Newman that hangs', () => {
  it('is ended after its time: cURL’s outcome is kept, undecided, nothing left', { timeout: 90_000 }, async () => {
    const running = startExecutable(words);
    const host = await stopHost(running);
    const { status, stdout, stderr } = await running.ended;
    const report = reportOf(stdout);
    expect([status, report.verdict.code, stderr]).toEqual([1, 'undecided', expect.not.stringContaining('internal')]);
    expect(report.outcomes.curl).toMatchObject({ status: 'completed', response: { status: 200 } });
    expect(report.outcomes.postman).toMatchObject({ status: 'failed', error: { kind: 'other', code: 'crashed' } });
    expect(isRunning(host)).toBe(false);
  });

  it('is ended when the user interrupts: exit status 130, nothing left', { timeout: 60_000 }, async () => {
    const running = startExecutable(words);
    const host = await stopHost(running);
    while (server.requests.length === 0) await wait(10);
    running.kill('SIGINT');
    const { status, stdout } = await running.ended;
    expect([status, stdout]).toEqual([130, '']);
    expect(isRunning(host)).toBe(false);
  });
});
