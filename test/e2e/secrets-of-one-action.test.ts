import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { plantedSecrets } from '../unit/secrets/planted-secrets.ts';
import { echoNames, startChattyServer } from './chatty-server.ts';
import { filesBelow } from './files-below.ts';
import { planted, plantedTexts } from './planted-texts.ts';
import { agentOf, createPlantedWorkshop } from './planted-workshop.ts';

const names = plantedSecrets.map(({ label }) => label.slice('CREDENTIAL.'.length));
const pill = (name: string): string => `<<CREDENTIAL.${name}>>`;
const workshop = createPlantedWorkshop(plantedTexts);
const { watch, expectClean } = workshop;
let server: Awaited<ReturnType<typeof startChattyServer>>;
let given: readonly string[] = [];

/** Every kind of secret in one action, each where people put it, and where they should not. */
const options = (origin: string, name: string) => ({
  url: `${origin.replace('//', `//user:<<URL_ENCODE(CREDENTIAL.userInfo)>>@`)}/hook/<<URL_ENCODE(CREDENTIAL.webhook)>>/${name}`,
  method: 'post',
  content_type: name === 'parts' ? 'data' : name,
  headers: {
    Authorization: `Bearer ${pill('bearer')}`,
    'X-Slack': pill('slack'),
    'X-GitHub': `token ${pill('github')}`,
    'X-Api-Key': pill('header'),
    'X-Basic': 'Basic <<BASE64_ENCODE(CREDENTIAL.basic)>>',
    'X-Jwt': pill('jwt'),
    'X-Echo': pill('echo'),
    'X-Aws': pill('aws'),
    Cookie: `sid=${pill('cookie')}; theme=dark`,
  },
  payload:
    name === 'parts'
      ? {
          key: pill('shell'),
          [`name-${'x'}`]: pill('emoji'),
          file: { filename: `<<CREDENTIAL.github>>.txt`, contents: `${pill('pem')} ${pill('markup')}` },
        }
      : {
          ...Object.fromEntries(names.map((key) => [key, pill(key)])),
          query: `https://x.test/?plain=${pill('query')}&again=<<URL_ENCODE(CREDENTIAL.encoded)>>`,
          nested: `=TO_JSON(OBJECT("key", CREDENTIAL.nested, "deep", TO_JSON(OBJECT("pem", CREDENTIAL.pem, "all", CREDENTIAL.json))))`,
          encoded: `<<BASE64_ENCODE(CREDENTIAL.json & CREDENTIAL.form)>>`,
        },
});

beforeAll(async () => {
  server = await startChattyServer();
  const story = workshop.write('story.json', {
    name: 'all of them',
    agents: ['json', 'form', 'parts'].map((name) => agentOf(name, options(server.origin, name))),
  });
  const credentials = workshop.write('credentials.json', Object.fromEntries(names.map((name) => [name, planted(name)])));
  given = ['--action', story, '--credentials', credentials, '--allow-writes'];
});
afterAll(async () => {
  await server.close();
  workshop.remove();
});

describe('every kind of secret in one action', () => {
  it.each(['json', 'form', 'parts'])(
    'of the content type %s, stands in no report, argument, environment or file',
    async (pick) => {
      const reports = workshop.reports(pick);
      const compared = await watch(['compare', ...given, '--pick', pick, '--verbose', ...reports.words]);
      expect([compared.status, compared.stderr]).toEqual([1, expect.not.stringContaining('error')]);
      expectClean('compare', compared, reports.read());
      expect(server.sent().some((text) => text.includes(planted('bearer')))).toBe(true);

      const zip = path.join(workshop.directory, `${pick}.zip`);
      const bundled = await watch(['bundle', ...given, '--pick', pick, '--out', zip]);
      expect(bundled.status).toBe(0);
      const entries = Object.entries(unzipSync(readFileSync(zip)));
      expectClean(
        'bundle',
        bundled,
        entries.map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]),
      );
    },
  );

  it('stands in no export and in no regression collection', async () => {
    for (const kind of ['curl', 'postman', 'har']) {
      const out = path.join(workshop.directory, `out-${kind}`);
      const exported = await watch(['export', kind, ...given.slice(0, 4), '--all', '--out', out]);
      expect([kind, exported.status]).toEqual([kind, 0]);
      expectClean(kind, exported, filesBelow(out));
    }
    const out = path.join(workshop.directory, 'collections');
    const recorded = await watch(['record', ...given, '--all', '--out', out]);
    expect([recorded.status, recorded.stderr]).toEqual([0, expect.not.stringContaining('error[')]);
    const again = await watch(['regress', out, ...given.slice(2), '--json']);
    expectClean('record', recorded, filesBelow(out));
    expectClean('regress', again);
  });
});

describe('an answer that echoes secrets', () => {
  it('in a redirect, a challenge, a status line, a name, coded, in pieces, in other charsets: none stands in a report', async () => {
    const agents = echoNames.map((how) =>
      agentOf(how, {
        url: `${server.origin}/echo/${how}`,
        headers: { Authorization: `Bearer ${pill('bearer')}`, 'X-Key': pill('header') },
      }),
    );
    const file = workshop.write('echoes.json', { name: 'echoes', agents });
    const html = path.join(workshop.directory, 'echoes.html');
    const words = ['--action', file, ...given.slice(2), '--all', '--jobs', '4', '--report', `html=${html}`, '--report', 'json'];
    const ran = await watch(['compare', ...words]);
    expect([ran.status, ran.stderr]).toEqual([1, expect.not.stringContaining('error[')]);
    expectClean('echoes', ran, [['html', readFileSync(html, 'utf8')]]);
    const reports = JSON.parse(ran.stdout) as readonly Report[];
    expect(reports.map(({ action }) => action.name)).toEqual([...echoNames]);
    for (const report of reports)
      expect([report.action.name, JSON.stringify(report.outcomes)]).toEqual([
        report.action.name,
        expect.stringMatching(/CREDENTIAL\.bearer/u),
      ]);
  });
});

describe('a secret in another file of the user', () => {
  it('as a literal in the request that works, is not shown', async () => {
    const action = workshop.write('plain.json', {
      url: `${server.origin}/echo/xml`,
      method: 'get',
      headers: { 'X-Key': pill('header') },
    });
    const working = workshop.write(
      'working.sh',
      `curl '${server.origin}/echo/xml?api_key=${planted('echo')}' -H 'Authorization: Bearer ${planted('bearer')}' -u 'ops:${planted('aws')}'`,
    );
    const only = workshop.write('only.json', { header: planted('header') });
    const ran = await watch(['compare', '--action', action, '--credentials', only, '--working', working, '--json']);
    expect(ran.status).toBeLessThan(2);
    expectClean('working', ran);
  });

  it('in the message of a formula that fails is not shown', async () => {
    const formulas = [
      '=NO_SUCH(CREDENTIAL.bearer)',
      '=JSON_PARSE(CREDENTIAL.bearer)',
      '=DATE_PARSE(CREDENTIAL.bearer)',
      '=CREDENTIAL.bearer + 1',
      '<<CREDENTIAL.bearer>>',
      '=CREDENTIAL.bearer.missing.deeper',
    ];
    const agents = formulas.map((url, index) => agentOf(`formula ${index}`, { url, headers: { 'X-A': url } }));
    const file = workshop.write('formulas.json', { name: 'formulas', agents });
    const ran = await watch(['compare', '--action', file, ...given.slice(2), '--all', '--json']);
    expect([ran.status, ran.stderr]).toEqual([expect.any(Number), expect.stringContaining('NO_SUCH')]);
    expectClean('formulas', ran);
  });
});
