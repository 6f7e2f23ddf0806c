import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { plantedSecrets } from '../unit/secrets/planted-secrets.ts';
import { filesBelow } from './files-below.ts';
import { planted, plantedTexts } from './planted-texts.ts';
import { agentOf, createPlantedWorkshop } from './planted-workshop.ts';

/** What the server hands out when it fails: nobody told the program of it. */
const issued = { sid: 'Yq72nWy1-session-Mk30', access_token: 'bt.04le13ngRQxa92MtnO', api_key: '9c1e4d7b0a3f68521d2c' };
/** Beginnings and ends of a secret tell of it too. */
const parts = ['bearer', 'header', 'jwt'].flatMap((name) => [
  [`beginning of ${name}`, name === 'jwt' ? planted(name).slice(-40, -12) : planted(name).slice(0, 10)] as const,
  [`end of ${name}`, planted(name).slice(-10)] as const,
]);
const workshop = createPlantedWorkshop([
  ...plantedTexts,
  ...parts,
  ...Object.entries(issued).map(([name, value]) => [`issued ${name}`, value] as const),
]);
const { watch, expectClean } = workshop;

type Answer = Awaited<ReturnType<Exclude<NonNullable<Parameters<typeof startRecordingServer>[0]>['answer'], undefined>>>;
/** How a careless server gives back what it was sent when it fails. */
const failures: Readonly<Record<string, (seen: readonly string[]) => Answer>> = {
  'a refusal with all of it': (seen) => ({
    status: 401,
    headers: [
      ['Content-Type', 'application/json'],
      ['WWW-Authenticate', `Bearer error="invalid_token", got="${Buffer.from(seen.join(' ')).toString('base64')}"`],
      ['Set-Cookie', `sid=${issued.sid}; Path=/`],
    ],
    body: JSON.stringify({
      error: `not valid: ${seen.join(' ')}`,
      seen,
      nested: JSON.stringify({ seen }),
      base64: seen.map((text) => Buffer.from(text).toString('base64')),
      hex: seen.map((text) => Buffer.from(text).toString('hex')),
      url: seen.map((text) => encodeURIComponent(text)),
      oauth: { access_token: issued.access_token, api_key: issued.api_key },
    }),
  }),
  'a success of another kind': (seen) => ({
    status: 200,
    headers: [['Content-Type', 'application/json']],
    body: JSON.stringify({ ok: seen[0], items: seen, access_token: issued.access_token }),
  }),
  'another type': (seen) => ({
    status: 200,
    headers: [['Content-Type', 'text/html']],
    body: `<html><body class="${seen[0] ?? ''}">${seen.join('<br>')}<input name="api_key" value="${issued.api_key}"></body></html>`,
  }),
  'text with beginnings': (seen) => ({
    status: 500,
    headers: [['Content-Type', 'text/plain']],
    body: seen.map((text) => `${text.slice(0, 40)}… …${text.slice(-10)}`).join('\n'),
  }),
  'a redirect': (seen) => ({
    status: 302,
    headers: [['Location', `/elsewhere?token=${encodeURIComponent(seen.join(' ').replace(/[^\x20-\x7e]/gu, ''))}`]],
    body: '',
  }),
};

let failing: string | null = null;
let server: RecordingServer;
let credentials = '';
const names = plantedSecrets.map(({ label }) => label.slice('CREDENTIAL.'.length));
const pill = (name: string): string => `<<CREDENTIAL.${name}>>`;

beforeAll(async () => {
  server = await startRecordingServer({
    answer: ({ headers, body, target }) => {
      const sent = [target, ...headers.map(([, value]) => value), body.toString('utf8')];
      if (target.startsWith('/elsewhere')) return { status: 403, headers: [], body: `${target} ${sent.join(' ')}` };
      const failure = failing === null ? undefined : failures[failing];
      return (
        failure?.([...sent, ...names.map(planted)]) ?? {
          status: 200,
          headers: [['Content-Type', 'application/json']],
          body: '{"ok":true,"items":[1,2],"state":"fine"}',
        }
      );
    },
  });
  credentials = workshop.write('credentials.json', Object.fromEntries(names.map((name) => [name, planted(name)])));
});
afterAll(async () => {
  await server.close();
  workshop.remove();
});

const given = (): readonly string[] => ['--credentials', credentials, '--allow-writes'];
const kinds = ['json', 'junit', 'markdown', 'github', 'terminal'];

async function recordAll(out: string): Promise<void> {
  failing = null;
  const story = workshop.write('story.json', {
    name: 'planted',
    agents: [
      agentOf('headers', {
        url: `${server.origin}/headers`,
        headers: {
          Authorization: `Bearer ${pill('bearer')}`,
          'X-Api-Key': pill('header'),
          'X-Jwt': pill('jwt'),
          Cookie: `a=${pill('cookie')}`,
        },
      }),
      agentOf('query', {
        url: `${server.origin}/hook/<<URL_ENCODE(CREDENTIAL.webhook)>>`,
        payload: { q: pill('query'), e: pill('encoded') },
      }),
      agentOf('json', {
        url: `${server.origin}/json`,
        method: 'post',
        content_type: 'json',
        payload: Object.fromEntries(names.map((name) => [name, pill(name)])),
      }),
      agentOf('basic', { url: `${server.origin}/basic`, basic_auth: pill('basic') }),
    ],
  });
  const ran = await watch(['record', '--action', story, ...given(), '--all', '--out', out]);
  expect([ran.status, ran.stderr]).toEqual([0, expect.not.stringContaining('error')]);
}

describe('a regression that fails at a server which gives back what it was sent', () => {
  it.each(Object.keys(failures))('%s: stands in no report, annotation, history, file or process', async (failure) => {
    const out = path.join(workshop.directory, 'collections');
    await recordAll(out);
    failing = failure;
    const reports = workshop.reports('regress', kinds);
    const history = path.join(workshop.directory, 'history.jsonl');
    const ran = await watch(['regress', out, ...given(), '--retries', '1', '--verbose', '--history', history, ...reports.words]);
    expect([ran.status, ran.stderr]).toEqual([1, expect.not.stringContaining('error[')]);
    const files = [...reports.read(), ...filesBelow(out), ...filesBelow(workshop.directory).filter(([file]) => file === history)];
    expectClean(failure, ran, files);
    expect(files.find(([kind]) => kind === 'json')?.[1]).toMatch(/"state": "(?:broken|drifted)"/u);

    const updated = await watch(['regress', out, ...given(), '--update', '--report', 'terminal']);
    expect([updated.stderr, updated.status]).toEqual([expect.not.stringContaining('error['), expect.any(Number)]);
    expectClean(`${failure}, taken`, updated, filesBelow(out));
    rmSync(out, { recursive: true });
    rmSync(history);
  });
});

describe('a failing collection of others', () => {
  it.each(Object.keys(failures))('%s, quoted by its tests: stands in no report', async (failure) => {
    const collection = workshop.write('others.json', {
      info: { name: 'others', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      variable: [{ key: 'inner', value: planted('echo'), type: 'secret' }],
      item: names.slice(0, 4).map((name) => ({
        name: `ask ${name}`,
        request: {
          method: 'GET',
          url: `${server.origin}/others`,
          header: [
            { key: 'Authorization', value: `Bearer {{${name}}}` },
            { key: 'X-Inner', value: '{{inner}}' },
          ],
        },
        event: [
          {
            listen: 'test',
            script: {
              exec: [
                `pm.test('it is ' + pm.environment.get('${name}'), () => pm.expect(pm.response.text()).to.equal(pm.request.headers.get('Authorization')));`,
                `pm.test('body', () => { throw new Error(pm.response.text().slice(0, 400) + pm.variables.get('inner')); });`,
                `console.log(pm.environment.get('${name}'));`,
              ],
            },
          },
        ],
      })),
    });
    const environment = workshop.write('environment.json', {
      name: 'values',
      values: names.map((name) => ({ key: name, value: planted(name), type: 'secret', enabled: true })),
    });
    failing = failure;
    const reports = workshop.reports('told', kinds);
    const ran = await watch(['regress', collection, '--environment', environment, '--verbose', ...reports.words]);
    expect([failure, ran.status, ran.stderr]).toEqual([failure, 1, expect.not.stringContaining('error[')]);
    expectClean(failure, ran, reports.read());
  });
});
