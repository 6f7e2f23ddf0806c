import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/cli/run-program.ts';
import { parseActionFile } from '../../src/parse/parse-action-file.ts';
import { type Sandbox, sandboxRoutes, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { sandboxTenantToken } from '../../src/sandbox/tenant/tenant-token.ts';
import { fakeSurroundings } from '../unit/cli/surroundings.ts';

let sandbox: Sandbox;
let directory: string;

beforeAll(async () => {
  sandbox = await startSandbox(0, { limits: { actions: 100_000, others: 100_000 } });
});
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'fetch-command-'));
});
afterEach(() => rm(directory, { recursive: true }));
afterAll(() => sandbox.close());

const actionIdOf = (name: string) => String(1001 + sandboxRoutes.findIndex((route) => route.name === name));

interface Given {
  readonly environment?: Readonly<Record<string, string>>;
  readonly answers?: readonly string[];
}

async function run(words: readonly string[], { environment = { TINES_API_KEY: sandboxTenantToken }, answers }: Given = {}) {
  const surroundings = fakeSurroundings({
    environment: { ...environment, PATH: process.env.PATH ?? '' },
    workingDirectory: directory,
    now: new Date(),
    ...(answers === undefined ? {} : { answers }),
  });
  const status = await runProgram(words, surroundings);
  const told = surroundings.told.join('\n');
  const printed = surroundings.printed.join('');
  expect(told + printed).not.toContain(sandboxTenantToken);
  return { status, told, printed };
}

/** A comparison by cURL alone, its report as JSON. */
async function compare(words: readonly string[], given: Given = {}) {
  const route = sandboxRoutes.find(({ name }) => words.includes(actionIdOf(name)));
  const credentials = Object.fromEntries(
    Object.entries(route?.scenario.credentials ?? {}).map(([name, value]) => [`TINES_CREDENTIAL_${name.toUpperCase()}`, value]),
  );
  const { environment = { TINES_API_KEY: sandboxTenantToken }, ...rest } = given;
  const result = await run(['compare', '--tenant', sandbox.origin, '--client', 'curl', '--no-experiments', '--json', ...words], {
    ...rest,
    environment: { ...credentials, ...environment },
  });
  return { ...result, report: result.printed === '' ? undefined : JSON.parse(result.printed) };
}

describe('fetch', () => {
  it('writes the action, its events, its log and its story for their user alone, and says what to type next', async () => {
    const { status, told, printed } = await run([
      'fetch',
      '--tenant',
      sandbox.origin,
      '--action-id',
      actionIdOf('success'),
      '--out',
      'kept',
    ]);
    expect([status, printed]).toEqual([0, '']);
    const kept = path.join(directory, 'kept');
    expect((await readdir(kept)).sort()).toEqual(['action.json', 'events.json', 'logs.json', 'story.json']);
    expect((await stat(path.join(kept, 'events.json'))).mode & 0o777).toBe(0o600);
    expect(told).toContain('wrote kept/action.json');
    expect(told).toContain('next: tines-compare compare --action kept/action.json --event kept/events.json --log kept/logs.json');
    const file = parseActionFile(await readFile(path.join(kept, 'action.json'), 'utf8'), 'action.json');
    expect(file.actions).toMatchObject([{ name: 'List widgets', id: Number(actionIdOf('success')) }]);
    for (const name of await readdir(kept))
      expect(await readFile(path.join(kept, name), 'utf8')).not.toContain(sandboxTenantToken);
  });

  it('brings a story with all of its actions', async () => {
    const { status, told } = await run(['fetch', '--tenant', sandbox.origin, '--story-id', '7', '--out', 'my story']);
    expect(status).toBe(0);
    expect(told).toContain("next: tines-compare compare --action 'my story/story.json'");
    const file = parseActionFile(await readFile(path.join(directory, 'my story', 'story.json'), 'utf8'), 'story.json');
    expect(file.actions).toHaveLength(sandboxRoutes.length);
    expect(existsSync(path.join(directory, 'my story', 'actions.json'))).toBe(true);
  });

  it('takes the key from --credential tines=SOURCE before TINES_API_KEY', async () => {
    const key = path.join(directory, 'key');
    await writeFile(key, `${sandboxTenantToken}\n`, { mode: 0o600 });
    const words = ['fetch', '--tenant', sandbox.origin, '--action-id', actionIdOf('success'), '--out', 'kept'];
    expect(
      (await run([...words, '--credential', `tines=file:${key}`], { environment: { TINES_API_KEY: 'another' } })).status,
    ).toBe(0);
    expect((await run([...words, '--credential', 'tines=env:MINE'], { environment: { MINE: sandboxTenantToken } })).status).toBe(
      0,
    );
  });

  it('refuses a literal key, no key, a wrong one and a wrong id, and says what to do', async () => {
    const words = ['fetch', '--tenant', sandbox.origin, '--out', 'kept', '--action-id'];
    const id = actionIdOf('success');
    const literal = await run([...words, id, '--credential', `tines=${sandboxTenantToken}`]);
    expect([literal.status, literal.told]).toEqual([2, expect.stringContaining('error[credential-literal]')]);
    const none = await run([...words, id], { environment: {} });
    expect([none.status, none.told]).toEqual([2, expect.stringContaining('TINES_API_KEY')]);
    const wrong = await run([...words, id], { environment: { TINES_API_KEY: 'not-the-key' } });
    expect([wrong.status, wrong.told]).toEqual([2, expect.stringContaining('with 401')]);
    expect(wrong.told).not.toContain('not-the-key');
    const missing = await run([...words, '99']);
    expect([missing.status, missing.told]).toEqual([2, expect.stringContaining('with 404')]);
    for (const odd of ['1.5', 'abc']) expect((await run([...words, odd])).told).toContain('error[usage]');
    expect(await readdir(directory)).toEqual([]);
  });

  it('says which option is missing', async () => {
    const words = ['fetch', '--tenant', sandbox.origin];
    expect((await run([...words, '--action-id', '1'])).told).toContain('write --out DIR');
    expect((await run([...words, '--out', 'x'])).told).toContain('write --action-id N, or --story-id N');
    expect((await run([...words, '--out', 'x', '--action-id', '1', '--story-id', '2'])).told).toContain(
      'either an action or a story',
    );
    expect((await run(['fetch', '--out', 'x', '--action-id', '1'])).told).toContain('write --tenant https://');
    expect((await run(['fetch', '--out', 'x', '--action-id', '1', '--tenant', 'http://tenant.example'])).told).toContain(
      'https only',
    );
  });
});

describe('compare --tenant', () => {
  it('fetches and compares in one go', async () => {
    const { status, report, told } = await compare(['--action-id', actionIdOf('scheme-missing')]);
    expect([status, report?.outcomes.tines.response.status, report?.outcomes.curl.response.status]).toEqual([1, 401, 401]);
    expect(report.verdict.code).toBe('not-tines');
    expect(report.action.file).toBe(`${sandbox.origin}/api/v1/actions/${actionIdOf('scheme-missing')}`);
    expect(told).toMatch(/fetched the action \d+: 2 events, [1-9]\d* log lines?/u);
  });

  it('joins the tenant’s records to those of files', async () => {
    const event = path.join(directory, 'event.json');
    const payload = { list_widgets: { status: 503, headers: {}, body: 'gone' } };
    const id = actionIdOf('success');
    await writeFile(
      event,
      JSON.stringify({ id: 9_000_000, agent_id: Number(id), created_at: new Date().toISOString(), payload }),
    );
    const { report, told } = await compare(['--action-id', id, '--event', event]);
    expect([report?.outcomes.tines.response.status, told]).toEqual([503, expect.stringContaining(`fetched the action ${id}`)]);
  });

  it('runs the action in Tines after a yes, and compares with that run', async () => {
    const before = await compare(['--action-id', actionIdOf('success')]);
    const { report, told } = await compare(['--action-id', actionIdOf('success'), '--rerun'], { answers: ['y'] });
    expect(told).toMatch(/the event \d+, which came in to ‹List widgets›, would be emitted again/u);
    expect(told).toContain('Every action that receives that event runs');
    expect(report.outcomes.tines.response.status).toBe(200);
    expect(Date.parse(report.outcomes.tines.at)).toBeGreaterThan(Date.parse(before.report.outcomes.tines.at));
  }, 30_000);

  it('runs nothing without a yes, and without a terminal unless writes are allowed', async () => {
    const words = ['--action-id', actionIdOf('scheme-doubled'), '--rerun'];
    const before = await compare(words.slice(0, 2));
    for (const refused of [
      await compare(words, { answers: ['n'] }),
      await compare(words, { answers: [''] }),
      await compare(words),
    ]) {
      expect([refused.status, refused.printed, refused.told]).toEqual([2, '', expect.stringContaining('error[writes-refused]')]);
      expect(refused.told).toContain('would be');
    }
    expect((await compare(words.slice(0, 2))).report?.outcomes.tines.at).toBe(before.report?.outcomes.tines.at);
    expect((await compare([...words, '--allow-writes'])).report?.outcomes.tines.at).not.toBe(before.report?.outcomes.tines.at);
  }, 30_000);

  it('says which options belong together', async () => {
    expect((await compare([])).told).toContain('write --action-id N');
    expect((await run(['compare', '--action-id', '1'])).told).toContain('‹--action-id› needs ‹--tenant›');
    expect((await run(['compare', '--action', 'x', '--rerun'])).told).toContain('‹--rerun› needs ‹--tenant›');
    expect((await compare(['--action-id', '1', '--rerun', '--run', 'latest'])).told).toContain('exclude each other');
  });
});
