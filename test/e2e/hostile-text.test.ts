import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { createWorkshop, runExecutable } from './run-executable.ts';

/** Escape sequences (with ESC, and with CSI as one character), a bell, a title, a line that runs backwards. */
const hostile = 'a\u001b[2J\u001b]0;title\u0007b\u009b31mc\u202ed\u2066e\u200ff\u2028g\ufeff';
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const workshop = createWorkshop();
let server: RecordingServer;
let action = '';
beforeAll(async () => {
  server = await startRecordingServer({
    answer: () => ({
      status: 500,
      headers: [['Content-Type', 'application/json; charset=utf-8']],
      body: JSON.stringify({ error: hostile, [hostile]: hostile }),
    }),
  });
  const options = { url: `${server.origin}/a`, method: 'get', headers: { 'X-A': 'b' } };
  action = workshop.write('action.json', { type: 'Agents::HTTPRequestAgent', name: hostile, options });
});
afterAll(async () => {
  await server.close();
  workshop.remove();
});

describe('text of others that steers a terminal', () => {
  it.each(['terminal', 'json', 'markdown', 'html', 'junit'])('is made visible in a report as %s', async (kind) => {
    const { status, stdout, stderr } = await runExecutable(['compare', '--action', action, '--report', kind, '--verbose']);
    expect(status).toBe(1);
    expect(stdout).toContain('title');
    expect(stdout).not.toMatch(controls);
    expect(stderr).not.toMatch(controls);
  });

  it('stands in the JSON report as it was, escaped', async () => {
    const { stdout } = await runExecutable(['compare', '--action', action, '--json', '--client', 'curl']);
    expect(JSON.parse(stdout)).toMatchObject({ action: { name: hostile } });
  });

  it('is made visible in an error message, on one line', async () => {
    const name = `x\n${hostile}`;
    const file = workshop.write('broken.json', { url: 'https://a.test', method: 'get', headers: { [name]: 'v' } });
    const { status, stderr } = await runExecutable(['compare', '--action', file]);
    expect(status).toBe(2);
    expect(stderr).not.toMatch(controls);
    expect(stderr).toMatch(/^ {2,3}--> .*\/headers\/x\\n/mu);
  });
});
