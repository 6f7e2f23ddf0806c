import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/cli/run-program.ts';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { fakeSurroundings } from '../unit/cli/surroundings.ts';
import { plantedSecrets } from '../unit/secrets/planted-secrets.ts';
import { spellings } from '../unit/secrets/spellings.ts';
import { filesBelow } from './files-below.ts';
import { planted, plantedTexts } from './planted-texts.ts';
import { createPlantedWorkshop } from './planted-workshop.ts';

/** The tenant's API key: of no known shape, so that only its value tells of it. */
const key = 'Rk4-7pWqz9_Xm2Lt8Vb5Nc3Hd6Js1Gf0';
const pieces = { beginning: key.slice(0, 12), end: key.slice(-12), 'shortest beginning': key.slice(0, 8) };
const keyTexts = [
  ...Object.entries(spellings).map(([spelling, spell]) => [`the key ${spelling}`, spell(key)] as const),
  ...Object.entries(pieces).map(([piece, text]) => [`the key’s ${piece}`, text] as const),
];
const keyWorkshop = createPlantedWorkshop(keyTexts);
const workshop = createPlantedWorkshop([...keyTexts, ...plantedTexts]);

/** What the careless tenant says of everything it was asked. */
const said = Object.values(spellings).map((spell) => spell(key));
const cut = [`${key.slice(0, 20)}…`, `…${key.slice(-12)}`];
const ownTexts = plantedSecrets.flatMap(({ value }) => Object.values(spellings).map((spell) => spell(value)));

/** How the tenant answers: `echo` gives back in a success, the others in a refusal of every address, or of one. */
type Mood =
  | { readonly kind: 'echo'; readonly texts: readonly string[] }
  | {
      readonly kind: 'refuse';
      readonly status: number;
      readonly body: string;
      readonly location?: string;
      readonly only?: RegExp;
    };
let mood: Mood = { kind: 'echo', texts: [] };
let server: RecordingServer;

const address = (): string => `${server.origin}/called`;

/** Documents of a tenant, with the texts at every place in which one may stand. */
function documents(texts: readonly string[]): Readonly<Record<string, unknown>> {
  const members = Object.fromEntries(texts.map((text, index) => [`text ${index}`, text]));
  const event = (id: number) => ({
    id,
    agent_id: 7,
    created_at: `2026-11-24T10:00:0${id}Z`,
    previous_event_ids: [3],
    output: {
      caller: {
        status: 401,
        headers: { 'content-type': 'application/json', ...Object.fromEntries(texts.map((text, i) => [`x-${i}`, text])) },
        body: members,
        meta: {},
      },
    },
  });
  const action = {
    id: 7,
    type: 'Agents::HTTPRequestAgent',
    name: `caller`,
    description: texts.join(' '),
    guid: 'a'.repeat(32),
    story_id: 5,
    team_id: 1,
    options: {
      url: address(),
      method: 'post',
      content_type: 'json',
      headers: { Authorization: 'Bearer <<CREDENTIAL.bearer>>', 'X-Api-Key': '<<CREDENTIAL.header>>' },
      payload: { all: '<<CREDENTIAL.json>>', note: texts.join('\n'), [texts[0] ?? 'name']: 'x' },
    },
  };
  const logs = [
    {
      id: 1,
      level: 4,
      agent_id: 7,
      created_at: '2026-11-24T10:00:02Z',
      inbound_event: { id: 3 },
      message: `Failed: ${texts.join(' ')}`,
    },
    {
      id: 2,
      level: 3,
      agent_id: 7,
      created_at: '2026-11-24T10:00:01Z',
      inbound_event: { id: 3 },
      message: `Sending request to ${address()} with options {:headers=>{"Authorization"=>"Bearer ${texts[0] ?? ''}"}}`,
    },
  ];
  return {
    '/actions/7': action,
    '/actions/7/events': { events: [event(1), event(2)], meta: { count: 2, pages: 1 } },
    '/actions/7/logs': { action_logs: logs, meta: { count: 2, pages: 1 } },
    '/events/3': { ...event(3), output: { hook: members } },
    '/stories/5/export': { name: 'story', agents: [{ ...action, description: members }], integrations: [] },
    '/actions': { agents: [action], meta: { count: 1, pages: 1 } },
    '/user_credentials': {
      user_credentials: texts.map((text, index) => ({ name: text, slug: `c${index}`, updated_at: '2026-11-20T00:00:00Z' })),
    },
  };
}

beforeAll(async () => {
  server = await startRecordingServer({
    answer: ({ target, headers, body }) => {
      const json = (status: number, value: unknown) => ({
        status,
        headers: [['Content-Type', 'application/json']] as [string, string][],
        body: JSON.stringify(value),
      });
      if (target.startsWith('/called'))
        return json(401, { headers, body: body.toString('utf8'), error: mood.kind === 'echo' ? mood.texts : '' });
      const at = /^\/api\/v1([^?]*)/u.exec(target)?.[1] ?? '';
      if (mood.kind === 'refuse' && (mood.only?.test(at) ?? true)) {
        const { status, body: text, location } = mood;
        return {
          status,
          headers: location === undefined ? [['Content-Type', 'application/json']] : [['Location', location]],
          body: text,
        };
      }
      const texts = mood.kind === 'echo' ? mood.texts : [];
      const found = documents(texts)[at];
      return found === undefined ? json(404, { error: 'Not found' }) : json(200, found);
    },
  });
});
afterEach(() => rmSync(out(), { recursive: true, force: true }));
afterAll(async () => {
  await server.close();
  workshop.remove();
  keyWorkshop.remove();
});

const out = (): string => path.join(workshop.directory, 'out');
const tenant = (): readonly string[] => ['--tenant', server.origin, '--credential', `tines=file:${workshop.write('key', key)}`];

/** In this process, as there are many. */
async function fetchHere(): Promise<{ readonly ended: number; readonly told: string }> {
  const surroundings = fakeSurroundings({ environment: { TINES_API_KEY: key } });
  const ended = await runProgram(['fetch', '--tenant', server.origin, '--action-id', '7', '--out', out()], surroundings);
  return { ended, told: [...surroundings.told, ...surroundings.printed].join('\n') };
}

describe('a tenant that gives back the key it was given', () => {
  it.each(['--action-id 7', '--story-id 5'])('in what fetch %s brings: it is in no file', async (id) => {
    mood = { kind: 'echo', texts: [...said, ...cut] };
    const ran = await keyWorkshop.watch(['fetch', ...tenant(), ...id.split(' '), '--out', out()]);
    expect([ran.status, ran.stderr]).toEqual([0, expect.stringContaining('wrote')]);
    const files = filesBelow(out());
    expect(files.map(([file]) => path.basename(file))).toContain(id.includes('story') ? 'story.json' : 'events.json');
    keyWorkshop.expectClean('fetch', ran, files);
    for (const [, text] of files) expect(text).toContain('the API key');
  });

  it.each([401, 403, 404, 422, 400, 302])('in the message of a refusal with %i', async (status) => {
    for (const text of [...said, ...cut, `${'x'.repeat(190)} ${key}`]) {
      mood = { kind: 'refuse', status, body: JSON.stringify({ error: `no access with ${text}` }) };
      if (status === 302) mood = { ...mood, location: `https://elsewhere.test/?back=${encodeURIComponent(text)}` };
      if (status === 400) mood = { ...mood, body: `<html>${text}` };
      if (status === 422) mood = { ...mood, body: JSON.stringify({ errors: { key: text, message: text } }) };
      const { ended, told } = await fetchHere();
      expect([text, ended, told]).toEqual([text, 2, expect.stringContaining('error[tenant]')]);
      expect([text, told, keyWorkshop.hitsIn(told)]).toEqual([text, told, []]);
      expect(existsSync(out())).toBe(false);
    }
  });

  it('in an answer that is no JSON, or in a warning of what cannot be read', async () => {
    for (const body of [`${key} is no JSON`, `{"a":"${key}`, `{"${key}":1]`]) {
      mood = { kind: 'refuse', status: 200, body };
      const { ended, told } = await fetchHere();
      expect([ended, told, keyWorkshop.hitsIn(told)]).toEqual([2, told, []]);
    }
    mood = { kind: 'refuse', status: 403, body: JSON.stringify({ error: `no, ${key}` }), only: /^\/(?:stories|events)/u };
    const { ended, told } = await fetchHere();
    expect([ended, told]).toEqual([0, expect.stringContaining('warning: the story cannot be read')]);
    for (const [place, text] of [['told', told], ...filesBelow(out())])
      expect([place, keyWorkshop.hitsIn(text ?? '')]).toEqual([place, []]);
  });
});

describe('a tenant that gives back credentials too', () => {
  it('none stands in the reports of what it recorded', async () => {
    const names = plantedSecrets.map(({ label }) => label.slice('CREDENTIAL.'.length));
    const credentials = workshop.write('credentials.json', Object.fromEntries(names.map((name) => [name, planted(name)])));
    mood = { kind: 'echo', texts: [...said, ...cut, ...ownTexts] };
    const reports = workshop.reports('report');
    const given = ['--tenant', server.origin, '--action-id', '7', '--credentials', credentials, '--allow-writes'];
    const keyed = [...given, '--credential', `tines=file:${workshop.write('key', key)}`];
    const ran = await workshop.watch(['compare', ...keyed, '--verbose', ...reports.words]);
    expect([ran.status, ran.stderr]).toEqual([1, expect.not.stringContaining('error[')]);
    workshop.expectClean('compare', ran, reports.read());
    expect(
      reports
        .read()
        .map(([, text]) => text)
        .join(''),
    ).toContain('‹CREDENTIAL.bearer›');
  });
});
