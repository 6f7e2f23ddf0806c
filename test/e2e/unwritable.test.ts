import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { sandboxTenantToken } from '../../src/sandbox/tenant/tenant-token.ts';
import { storyId } from '../../src/sandbox/tenant/tenant-world.ts';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { createWorkshop, type Ended, runExecutable } from './run-executable.ts';

const workshop = createWorkshop();
let server: RecordingServer;
let sandbox: Sandbox;
let action = '';
let collections = '';

beforeAll(async () => {
  server = await startRecordingServer({ answer: () => ({ status: 200, body: 'fine' }) });
  sandbox = await startSandbox(0);
  action = workshop.write('plain.json', { name: 'Plain', url: `${server.origin}/a`, method: 'get' });
  collections = path.join(workshop.directory, 'collections');
  const { status } = await run(['record', '--action', action, '--client', 'curl', '--out', collections]);
  expect(status).toBe(0);
  // What is in the way.
  workshop.write('file', 'an older text');
  workshop.write('file.zip', 'an older text');
  for (const name of ['names.zip', 'taken', 'in-the-way']) mkdirSync(path.join(workshop.directory, name));
  const taken = ['plain.sh', 'plain.postman_collection.json', 'plain.har', 'plain.support.zip', 'action.json', 'story.json'];
  for (const name of [...taken, ...taken.map((file) => file.replace('plain', 'tines-action'))])
    mkdirSync(path.join(workshop.directory, 'in-the-way', name), { recursive: true });
});
afterAll(async () => {
  await server.close();
  await sandbox.close();
  workshop.remove();
});

const run = (words: readonly string[]): Promise<Ended> =>
  runExecutable(words, { directory: workshop.directory, environment: { TINES_API_KEY: sandboxTenantToken } });

/** Every file and folder with what it holds. */
function everything(): readonly string[] {
  return readdirSync(workshop.directory, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return `${file} ${entry.isFile() ? readFileSync(file, 'utf8') : ''}`;
    })
    .sort();
}

const given = (): readonly string[] => ['--action', action, '--client', 'curl'];
const commands: Readonly<Record<string, () => readonly string[]>> = {
  'export curl': () => ['export', 'curl', '--action', action],
  'export postman': () => ['export', 'postman', '--action', action],
  'export har': () => ['export', 'har', '--action', action],
  'export curl of all': () => ['export', 'curl', '--action', action, '--all', '--json'],
  record: () => ['record', ...given()],
  'record all': () => ['record', ...given(), '--all'],
  bundle: () => ['bundle', ...given()],
  'fetch of an action': () => ['fetch', '--tenant', sandbox.origin, '--action-id', '1001'],
  'fetch of a story': () => ['fetch', '--tenant', sandbox.origin, '--story-id', String(storyId)],
};
const directories = ['file', 'file/below/deeper', '/proc/absent/deeper', '/dev/null/below', 'in-the-way'];

/** `printed`: what stands on standard output before; nothing unless given. */
async function expectRefused(words: readonly string[], printed: unknown = ''): Promise<void> {
  const before = everything();
  const { status, stdout, stderr } = await run(words);
  expect([words, status, stdout, stderr]).toEqual([words, 2, printed, expect.stringMatching(/^error\[unwritable-file\]: /mu)]);
  expect(stderr).toMatch(/^hint: /mu);
  expect(stderr).not.toMatch(/internal|^\s+at |^wrote|^recorded/mu);
  expect(everything()).toEqual(before);
}

describe.each(Object.keys(commands))('%s', (name) => {
  it.each(directories)('into %s: says so, status 2, and nothing is left', async (out) => {
    await expectRefused([...(commands[name]?.() ?? []), '--out', out]);
  });
});

describe('a zip', () => {
  it.each(['names.zip', 'file/support.zip', '/proc/absent/support.zip'])('at %s: says so, and nothing is left', async (out) =>
    expectRefused(['bundle', ...given(), '--out', out]),
  );

  it('takes the place of an older one, whole', async () => {
    const { status } = await run(['bundle', ...given(), '--out', 'file.zip']);
    expect(status).toBe(0);
    const file = path.join(workshop.directory, 'file.zip');
    expect([readFileSync(file).subarray(0, 2).toString(), statSync(file).mode & 0o777]).toEqual(['PK', 0o600]);
  });
});

describe('reports', () => {
  const summary = expect.stringMatching(/^1 action in .*: 1 same\n$/u);
  const files = ['taken', 'absent/report', 'file/report', '/proc/absent', ...(existsSync('/dev/full') ? ['/dev/full'] : [])];
  it.each(files)('into %s: say so, status 2', async (file) => {
    for (const kind of ['json', 'junit', 'markdown'])
      await expectRefused(['regress', collections, '--client', 'curl', '--report', `${kind}=${file}`], summary);
    for (const kind of ['json', 'junit', 'markdown', 'html', 'terminal'])
      await expectRefused(['compare', ...given(), '--report', `${kind}=${file}`]);
  });

  it.each(files)('with a history in %s: say so, status 2', async (file) => {
    await expectRefused(['regress', collections, '--client', 'curl', '--history', file]);
  });
});

describe.runIf(existsSync('/dev/full'))('standard output that is full', () => {
  it.each<[string, () => readonly string[]]>([
    ['compare', () => ['compare', ...given(), '--json']],
    ['export', () => ['export', 'curl', '--action', action]],
    ['bundle --dry-run', () => ['bundle', ...given(), '--dry-run']],
    ['regress', () => ['regress', collections, '--client', 'curl']],
    ['eval --batch', () => ['eval', '--batch', workshop.write('batch.jsonl', '{"formula":"1 + 1"}\n')]],
  ])('%s says so, status 2', async (_, words) => {
    const { status, stderr } = await runExecutable(
      ['-c', 'exec "$@" > /dev/full', 'sh', process.execPath, path.resolve('dist/bin.js'), ...words()],
      { program: ['sh'], directory: workshop.directory },
    );
    expect([status, stderr]).toEqual([2, expect.stringContaining('error[unwritable-file]: standard output cannot be written')]);
  });
});
