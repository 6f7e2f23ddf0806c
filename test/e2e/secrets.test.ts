import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { filesBelow } from './files-below.ts';
import { agentOf, createPlantedWorkshop } from './planted-workshop.ts';
import { runExecutable } from './run-executable.ts';

const canary = 'kanarienvogel-7Qx&"=Zz9é!';
const encodings: Readonly<Record<string, readonly string[]>> = {
  raw: [canary, canary.slice(0, 22), 'kanarienvogel'],
  url: [encodeURIComponent(canary)],
  base64: [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), Buffer.from(canary)]).toString('base64');
    // The characters at both ends depend on what stands around the value.
    return text.slice(shift === 0 ? 0 : 4, -8).replace(/=+$/u, '');
  }),
  hex: [Buffer.from(canary).toString('hex')],
  json: [JSON.stringify(canary).slice(1, -1)],
};

const workshop = createPlantedWorkshop(
  Object.entries(encodings).flatMap(([name, forms]) => forms.map((form) => [name, form] as const)),
);
const { watch, hitsIn, temporary } = workshop;
let server: RecordingServer;
let actions = '';
let credentials = '';

beforeAll(async () => {
  server = await startRecordingServer({
    // Holds the request long enough to look at the processes, and gives back all that it was sent, as a careless API does.
    answer: async ({ headers, body, target }) => {
      await wait(400);
      return {
        status: 401,
        headers: [
          ['Content-Type', 'application/json'],
          ['X-Echo', headers.map(([, value]) => value).join(' ')],
        ],
        body: JSON.stringify({ target, headers, body: body.toString(), base64: body.toString('base64') }),
      };
    },
  });
  const agent = (name: string, options: object) => agentOf(name, { url: `${server.origin}/${name}`, ...options });
  actions = workshop.write('story.json', {
    name: 'canaries',
    agents: [
      agent('bearer', { headers: { Authorization: 'Bearer <<CREDENTIAL.acme>>' } }),
      agent('basic', { basic_auth: ['user', '<<CREDENTIAL.acme>>'] }),
      agent('by-hand', { headers: { Authorization: 'Basic <<BASE64_ENCODE("user:" & CREDENTIAL.acme)>>' } }),
      agent('query', { payload: { key: '<<CREDENTIAL.acme>>' } }),
      agent('body', {
        method: 'post',
        content_type: 'json',
        payload: { key: '<<CREDENTIAL.acme>>', deep: [{ key: 'x<<CREDENTIAL.acme>>y' }] },
      }),
      agent('form', { method: 'post', content_type: 'form', payload: { key: '<<CREDENTIAL.acme>>' } }),
    ],
  });
  credentials = workshop.write('credentials.json', { acme: canary });
});
afterAll(async () => {
  await server.close();
  workshop.remove();
});

describe('a credential', () => {
  it('reaches the server, and stands in no argument, environment, temporary file, output or report', async () => {
    const kinds = ['json', 'markdown', 'html', 'junit', 'terminal'];
    const reports = workshop.reports('report', kinds);
    const words = [
      'compare',
      '--action',
      actions,
      '--all',
      '--credentials',
      credentials,
      '--allow-writes',
      '--jobs',
      '3',
      '--verbose',
      ...reports.words,
    ];
    const { status, stdout, stderr, seen, children } = await watch(words);
    expect({ status, stdout, stderr: stderr.replaceAll(workshop.directory, '…') }).toEqual({
      status: 1,
      stdout: '',
      stderr: kinds.map((kind) => `wrote …/report.${kind}\n`).join(''),
    });

    // The credential was used, by processes that were looked at.
    const sent = server.requests.map(({ raw }) => raw.toString('utf8'));
    for (const name of ['bearer', 'basic', 'by-hand', 'query', 'body', 'form'])
      expect(
        sent.filter((text) => text.includes(`/${name}`) && hitsIn(text.replaceAll('+', '%20')).length > 0).length,
        name,
      ).toBeGreaterThanOrEqual(2);
    expect(children.size).toBeGreaterThan(1);
    expect([...seen.values()].some((text) => text.includes('curl'))).toBe(true);

    expect([...seen].filter(([, text]) => hitsIn(text).length > 0).map(([place]) => place)).toEqual([]);
    for (const [kind, text] of reports.read()) {
      expect([kind, hitsIn(text)]).toEqual([kind, []]);
      expect(text).toContain('CREDENTIAL.acme');
    }
    expect(filesBelow(temporary.directory).map(([file]) => file)).toEqual([]);
  });

  it('stands in no exported command, collection, environment or HAR', async () => {
    for (const kind of ['curl', 'postman', 'har']) {
      const out = path.join(workshop.directory, `out-${kind}`);
      const written = await runExecutable([
        'export',
        kind,
        '--action',
        actions,
        '--all',
        '--credentials',
        credentials,
        '--out',
        out,
      ]);
      const printed = await runExecutable(['export', kind, '--action', actions, '--all', '--credentials', credentials, '--json']);
      expect([written.status, printed.status]).toEqual([0, 0]);
      const files = filesBelow(out);
      expect(files.length).toBeGreaterThanOrEqual(6);
      for (const [file, text] of [
        ...files,
        ['stdout', written.stdout + printed.stdout],
        ['stderr', written.stderr + printed.stderr],
      ] as const)
        expect([file, hitsIn(text)]).toEqual([file, []]);
    }
  });

  it('stands in an export with --inline-secrets, with a warning', async () => {
    const { stdout, stderr } = await runExecutable([
      'export',
      'curl',
      '--action',
      actions,
      '--pick',
      'bearer',
      '--credentials',
      credentials,
      '--inline-secrets',
    ]);
    expect(hitsIn(stdout)).not.toEqual([]);
    expect(stderr).toContain('warning');
  });

  it('that was typed as a literal is refused and not repeated', async () => {
    const { status, stdout, stderr } = await runExecutable([
      'compare',
      '--action',
      actions,
      '--pick',
      'bearer',
      '--credential',
      `acme=${canary}`,
    ]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('error[credential-literal]');
    expect(hitsIn(stderr)).toEqual([]);
  });
});
