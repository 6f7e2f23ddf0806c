import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { plantedSecrets } from '../unit/secrets/planted-secrets.ts';
import { filesBelow } from './files-below.ts';
import { planted, plantedTexts } from './planted-texts.ts';
import { agentOf, createPlantedWorkshop } from './planted-workshop.ts';

/** What the server hands out: nobody told the program of it. */
const issued = { sid: 'Zq81mVx0-session-Lk29', access_token: 'at.93kd02mfQPwz81LsmN', refresh_token: 'rt-0f9e8d7c6b5a49382716' };

const wanted = [...plantedTexts, ...Object.entries(issued).map(([name, value]) => [`issued ${name}`, value] as const)];

const workshop = createPlantedWorkshop(wanted);
const { watch, expectClean } = workshop;
let server: RecordingServer;
let story = '';
let credentials = '';

const inHeader = new Set(['bearer', 'slack', 'github', 'header', 'cookie', 'jwt', 'echo']);

beforeAll(async () => {
  server = await startRecordingServer({
    // As careless as an API can be: gives back what it was sent in every form, and a session besides.
    answer: async ({ headers, body, target }) => {
      await wait(60);
      const seen = [decodeURIComponent(target), ...headers.map(([, value]) => value), body.toString('utf8')];
      return {
        status: 401,
        headers: [
          ['Content-Type', 'application/json'],
          ['Set-Cookie', `sid=${issued.sid}; Path=/; HttpOnly`],
        ],
        body: JSON.stringify({
          target,
          headers,
          seen,
          nested: JSON.stringify({ seen }),
          base64: seen.map((text) => Buffer.from(text).toString('base64')),
          hex: seen.map((text) => Buffer.from(text).toString('hex')),
          url: seen.map((text) => encodeURIComponent(text)),
          oauth: { access_token: issued.access_token, again: JSON.stringify({ refresh_token: issued.refresh_token }) },
          link: `https://a.test/?session=1#access_token=${issued.access_token}`,
        }),
      };
    },
  });
  const agent = (name: string, options: object) =>
    agentOf(name, { url: `${server.origin}/${name}`, method: 'post', content_type: 'json', ...options });
  const pill = (name: string): string => `<<CREDENTIAL.${name}>>`;
  const names = plantedSecrets.map(({ label }) => label.slice('CREDENTIAL.'.length));
  story = workshop.write('story.json', {
    name: 'planted',
    agents: [
      ...names
        .filter((name) => inHeader.has(name))
        .map((name) =>
          agent(`in a header ${name}`, { headers: { [name === 'cookie' ? 'Cookie' : 'Authorization']: `Bearer ${pill(name)}` } }),
        ),
      agent('basic', { basic_auth: pill('basic') }),
      agent('basic by hand', { headers: { Authorization: `Basic <<BASE64_ENCODE(CREDENTIAL.basic)>>` } }),
      agent('user info', { url: `${server.origin.replace('//', '//user:<<URL_ENCODE(CREDENTIAL.userInfo)>>@')}/x` }),
      agent('query', { method: 'get', payload: { plain: pill('query'), encoded: pill('encoded'), markup: pill('markup') } }),
      agent('path', { method: 'get', url: `${server.origin}/hook/<<URL_ENCODE(CREDENTIAL.webhook)>>` }),
      agent('json', { payload: Object.fromEntries(names.map((name) => [name, pill(name)])) }),
      agent('nested', {
        payload: { inner: `=TO_JSON(OBJECT("key", CREDENTIAL.nested, "deep", TO_JSON(OBJECT("pem", CREDENTIAL.pem))))` },
      }),
      agent('form', { content_type: 'form', payload: Object.fromEntries(names.map((name) => [name, pill(name)])) }),
      agent('parts', { content_type: 'data', payload: { shell: pill('shell'), emoji: pill('emoji'), aws: pill('aws') } }),
    ],
  });
  credentials = workshop.write('credentials.json', Object.fromEntries(names.map((name) => [name, planted(name)])));
});
afterAll(async () => {
  await server.close();
  workshop.remove();
});

const given = (): readonly string[] => ['--action', story, '--credentials', credentials, '--allow-writes'];

describe('twenty planted secrets, and what the server hands out', () => {
  it('are sent, and stand in no report, argument, environment or temporary file of compare', async () => {
    const reports = workshop.reports('report');
    const ran = await watch(['compare', ...given(), '--all', '--verbose', '--jobs', '4', ...reports.words]);
    expect([ran.status, ran.stderr]).toEqual([1, expect.not.stringContaining('error')]);
    expectClean('compare', ran, reports.read());
    const sent = server.requests.map(({ raw }) => raw.toString('utf8')).join('\n');
    for (const secret of plantedSecrets.filter(({ label }) => !label.endsWith('.userInfo')))
      expect([secret.label, wanted.some(([what, text]) => what.startsWith(`${secret.label} `) && sent.includes(text))]).toEqual([
        secret.label,
        true,
      ]);
    for (const [kind, text] of reports.read())
      expect([kind, text]).toEqual([kind, expect.stringMatching(/CREDENTIAL.{1,5}bearer/u)]);
    expect(readFileSync(path.join(workshop.directory, 'report.json'), 'utf8')).toMatch(
      /sid=‹issued sid›.*‹issued access_token›/su,
    );
  });

  it.each(['curl', 'postman', 'har'])('stand in no %s that is exported', async (kind) => {
    const out = path.join(workshop.directory, `out-${kind}`);
    const ran = await watch(['export', kind, ...given().slice(0, 4), '--all', '--out', out]);
    expect(ran.status).toBe(0);
    expectClean(kind, ran, filesBelow(out));
  });

  it('stand in no bundle and in no regression collection', async () => {
    for (const pick of ['json', 'in a header jwt']) {
      const zip = path.join(workshop.directory, `${pick.replaceAll(' ', '-')}.zip`);
      const ran = await watch(['bundle', ...given(), '--pick', pick, '--out', zip]);
      expect([ran.status, ran.stderr]).toEqual([0, expect.stringContaining('wrote')]);
      const entries = Object.entries(unzipSync(readFileSync(zip)));
      expectClean(
        `bundle ${pick}`,
        ran,
        entries.map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]),
      );
    }
    const out = path.join(workshop.directory, 'collections');
    const recorded = await watch(['record', ...given(), '--all', '--out', out]);
    expect([recorded.status, recorded.stderr]).toEqual([0, expect.not.stringContaining('error')]);
    expectClean('record', recorded, filesBelow(out));
    const again = await watch(['regress', out, '--credentials', credentials, '--allow-writes', '--json']);
    expectClean('regress', again);
  });
});
