import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { isRunning } from './children-of.ts';
import { reportOf } from './report-of.ts';
import { createWorkshop, runExecutable, startExecutable } from './run-executable.ts';

const workshop = createWorkshop();
let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer({
    answer: ({ target }) =>
      target === '/session'
        ? {
            status: 200,
            headers: [
              ['Content-Type', 'application/json'],
              ['Set-Cookie', `sid=s3ss-${globalThis.crypto.randomUUID()}; Path=/`],
            ],
            body: JSON.stringify({ access_token: `at-${globalThis.crypto.randomUUID()}`, kind: 'bearer' }),
          }
        : { status: 200, body: 'fine' },
  });
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
const story = (name: string, ...agents: readonly object[]): string => workshop.write(name, { name: 's', agents });

/** A program that prints a credential and leaves a line for each time it runs. */
function counting(name: string): { readonly source: string; readonly times: () => number } {
  const file = path.join(workshop.directory, `${name}.count`);
  const script = workshop.write(`${name}.sh`, `echo ran >> '${file}'; echo k3y-of-${name}-77\n`);
  return {
    source: `cmd:sh ${script}`,
    times: () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0),
  };
}

describe('several actions of one file', () => {
  it('a secret in the text of one is redacted in the report of another', async () => {
    const literal = 'liT3ral-k3y-0099887766';
    const file = story(
      'literal.json',
      agent('holds it', { url: `${server.origin}/a`, headers: { 'X-Api-Key': literal } }),
      agent('names it', { url: `${server.origin}/jobs/${literal}/run` }),
    );
    const kinds = ['json', 'markdown', 'html', 'junit', 'terminal'];
    const reports = kinds.flatMap((kind) => ['--report', `${kind}=${path.join(workshop.directory, `all.${kind}`)}`]);
    const { status, stderr } = await runExecutable(['compare', '--action', file, '--all', '--verbose', ...reports]);
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('error')]);
    for (const kind of kinds) {
      const text = readFileSync(path.join(workshop.directory, `all.${kind}`), 'utf8');
      expect([kind, text.includes(literal)]).toEqual([kind, false]);
    }
    const written = readFileSync(path.join(workshop.directory, 'all.json'), 'utf8');
    expect(written).toContain('/jobs/‹literal in headers.X-Api-Key›/run');
  });

  it('a command that gives a credential runs once for all of them', async () => {
    const { source, times } = counting('once');
    const headers = { Authorization: 'Bearer <<CREDENTIAL.once>>' };
    const file = story('once.json', ...['a', 'b', 'c'].map((name) => agent(name, { url: `${server.origin}/${name}`, headers })));
    const { status } = await runExecutable(['compare', '--action', file, '--all', '--json', '--credential', `once=${source}`]);
    expect([status, times()]).toEqual([0, 1]);
    const out = path.join(workshop.directory, 'recorded');
    await runExecutable(['record', '--action', file, '--all', '--credential', `once=${source}`, '--out', out]);
    expect(times()).toBe(2);
  });

  it('one that cannot be compared is told of with its place and what to do, without the secrets of its line', async () => {
    const literal = 'Sommer-2024-geheim';
    const file = story(
      'broken.json',
      agent('good', { url: `${server.origin}/good` }),
      agent('bad', { url: `${server.origin}/bad`, headers: { 'X-Api-Key': literal }, method: { oops: true } }),
    );
    for (const words of [
      ['compare', '--json'],
      ['export', 'curl'],
      ['record', '--out', path.join(workshop.directory, 'r')],
    ]) {
      const { stderr } = await runExecutable([...words, '--action', file, '--all']);
      expect(stderr).toMatch(
        /^not (?:compared|converted|recorded): ‹bad›\nerror\[[\w-]+\]: .*\n.*--> .*:1:\d+ {2}\/agents\/1\/options\/method\n/mu,
      );
      expect(stderr).toMatch(/\^\^\^+\nhint: /u);
      expect(stderr).not.toContain(literal);
    }
  });
});

describe('what a server hands out', () => {
  it('is a label in every report, and still differs from one answer to the next', async () => {
    const file = workshop.write('session.json', { url: `${server.origin}/session`, method: 'get' });
    const { status, stdout } = await runExecutable(['compare', '--action', file, '--json']);
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/s3ss-|at-[0-9a-f]{8}/u);
    const { differences } = reportOf(stdout);
    const token = differences.find((difference) => difference.path === 'response.body/access_token');
    expect(token?.values).toEqual(['"‹issued access_token›"', '"‹issued access_token 2›"']);
  });
});

describe('an interruption while a command gives a credential', () => {
  it('ends the command: exit status 130, nothing left', async () => {
    const file = path.join(workshop.directory, 'slow.pid');
    const script = workshop.write('slow.sh', `echo $$ > '${file}'; sleep 600 & echo $! >> '${file}'; wait\n`);
    const headers = { Authorization: 'Bearer <<CREDENTIAL.slow>>' };
    const action = workshop.write('slow.json', { url: `${server.origin}/a`, method: 'get', headers });
    for (const words of [
      ['compare', '--action', action, '--credential', `slow=cmd:sh ${script}`],
      ['fetch', '--tenant', 'https://a.invalid', '--action-id', '1', '--out', 'x', '--credential', `tines=cmd:sh ${script}`],
    ]) {
      const running = startExecutable(words, { directory: workshop.directory });
      const pids = (): readonly number[] =>
        existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean).map(Number) : [];
      while (pids().length < 2) await wait(10);
      const started = pids();
      running.kill('SIGINT');
      const { status, stdout } = await running.ended;
      expect([status, stdout]).toEqual([130, '']);
      while (started.some(isRunning)) await wait(10);
      workshop.write('slow.pid', '');
    }
  });
});

describe('a body of more than 8 MiB', () => {
  it('is compared inside: the one member that differs is found', async () => {
    let calls = 0;
    const big = await startRecordingServer({
      answer: () => {
        calls += 1;
        const items = Array.from({ length: 120_000 }, (_, id) => ({
          id,
          name: `item number ${id}`,
          note: 'some text to fill it up',
        }));
        Object.assign(items[77_777] ?? {}, { name: calls % 2 === 0 ? 'one' : 'other' });
        return { status: 200, headers: [['Content-Type', 'application/json']], body: JSON.stringify(items) };
      },
    });
    try {
      const file = workshop.write('big.json', { url: `${big.origin}/big`, method: 'get' });
      const words = ['compare', '--action', file, '--json', '--repeat', '1'];
      const { stdout } = await runExecutable(words);
      const body = reportOf(stdout).differences.filter((difference) => difference.path.startsWith('response.body'));
      expect(body).toMatchObject([{ path: 'response.body/77777/name', change: 'changed' }]);
    } finally {
      await big.close();
    }
  });
});

describe('a file that PowerShell wrote', () => {
  it('is read as UTF-16', async () => {
    const text = JSON.stringify({ url: `${server.origin}/grün`, method: 'get' });
    const file = workshop.write('utf16.json', '');
    writeFileSync(file, Buffer.from(`\ufeff${text}`, 'utf16le'));
    const { status, stdout } = await runExecutable(['export', 'curl', '--action', file]);
    expect([status, stdout]).toEqual([0, expect.stringContaining('/gr%C3%BCn')]);
  });
});

describe('an export', () => {
  it('follows the log where it is given, and warns of secrets that stand in the action', async () => {
    const literal = 'liT3ral-k3y-0099887766';
    const options = {
      url: `${server.origin}/users/<<find.id>>`,
      method: 'get',
      headers: { Authorization: 'Bearer <<CREDENTIAL.acme>>', 'X-Api-Key': literal },
    };
    const file = workshop.write('logged.json', options);
    const logged = {
      url: `${server.origin}/users/42`,
      params: {},
      body: null,
      headers: { Authorization: `Bearer ${'*'.repeat(16)}`, 'X-Api-Key': literal },
      method: 'get',
    };
    const log = workshop.write('log.txt', `Sending request to ${logged.url} with options:\n${JSON.stringify(logged)}`);
    const data = workshop.write('data.json', { find: { id: 7 } });
    const { status, stdout, stderr } = await runExecutable(['export', 'curl', '--action', file, '--log', log, '--data', data]);
    expect([status, stdout]).toEqual([0, expect.stringContaining('/users/42')]);
    expect(stdout).toContain('$TINES_CREDENTIAL_ACME');
    expect(stderr).toMatch(/warning: ‹headers\.X-Api-Key› holds a secret as text/u);
    expect(stderr).toMatch(/warning: Tines sent ‹[^›]*\/users\/42› in ‹url›, and the templates give ‹[^›]*\/users\/7› here/u);
    expect(stderr).not.toContain(literal);
  });
});
