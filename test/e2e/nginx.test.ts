import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasNginx, type Nginx, startNginx } from './nginx.ts';
import { reportOf } from './report-of.ts';
import { createWorkshop, runExecutable } from './run-executable.ts';

if (!hasNginx) {
  if (process.env['CI'] !== undefined) throw new Error('nginx is not installed: apt-get install nginx');
  console.warn('nginx is not installed: the tests against it are SKIPPED (apt-get install nginx)');
}

describe.skipIf(!hasNginx)('against nginx with auth_basic', () => {
  const workshop = createWorkshop();
  let nginx: Nginx;
  const environment = { TINES_CREDENTIAL_GATE: 'correct horse', TINES_CREDENTIAL_WRONG: 'battery staple' };
  beforeAll(async () => {
    nginx = await startNginx('tines', 'correct horse');
  });
  afterAll(async () => {
    await nginx.stop();
    workshop.remove();
  });

  async function compare(credential: string, ...words: readonly string[]) {
    const action = workshop.write('action.json', {
      type: 'Agents::HTTPRequestAgent',
      name: 'Read the account',
      options: {
        url: `${nginx.origin}/private/account.json`,
        method: 'get',
        basic_auth: ['tines', `<<CREDENTIAL.${credential}>>`],
      },
    });
    const { status, stdout, stderr } = await runExecutable(['compare', '--action', action, '--json', ...words], { environment });
    expect(stderr).toBe('');
    return { status, report: reportOf(stdout) };
  }

  it('it works outside of Tines: works-outside, exit status 0', async () => {
    const { status, report } = await compare('gate');
    expect([status, report.verdict.code]).toEqual([0, 'works-outside']);
    expect(report.outcomes.curl).toMatchObject({
      status: 'completed',
      response: { status: 200, body: { text: '{"account":"tines"}\n' } },
    });
    expect(report.outcomes.postman).toMatchObject({
      status: 'completed',
      response: { status: 200, body: { text: '{"account":"tines"}\n' } },
    });
  });

  it('it works in Tines too: works, exit status 0', async () => {
    const event = workshop.write('event.json', {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: { account: 'tines' },
    });
    const { status, report } = await compare('gate', '--event', event);
    expect([status, report.verdict.code]).toEqual([0, 'works']);
  });

  it('401 everywhere: not-tines, exit status 1, and the checklist has the problem', async () => {
    const event = workshop.write('event.json', {
      status: 401,
      headers: { 'www-authenticate': 'Basic realm="members only"' },
      body: '',
    });
    const { status, report } = await compare('wrong', '--event', event);
    expect([status, report.verdict.code]).toEqual([1, 'not-tines']);
    expect(report.checklist.find(({ item }) => item === 'outside-tines')?.state).toBe('problem');
  });

  it('401 outside where Tines’ outcome is not known: not-tines, exit status 1', async () => {
    const { status, report } = await compare('wrong');
    expect([status, report.verdict.code]).toEqual([1, 'not-tines']);
  });

  it('401 in Tines only: tines-only, exit status 1', async () => {
    const event = workshop.write('event.json', { status: 401, headers: {}, body: '' });
    const { status, report } = await compare('gate', '--event', event);
    expect([status, report.verdict.code]).toEqual([1, 'tines-only']);
    const short = await compare('gate', '--tines-status', '401');
    expect([short.status, short.report.verdict.code]).toEqual([1, 'tines-only']);
  });

  it('both clients sent the user and the password: nginx’s own log says so', () => {
    expect(nginx.log().filter((line) => line === 'GET /private/account.json 200 tines').length).toBeGreaterThanOrEqual(4);
    expect(nginx.log().some((line) => line.startsWith('GET /private/account.json 401'))).toBe(true);
  });
});
