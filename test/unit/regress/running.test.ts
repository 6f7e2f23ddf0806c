import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { helpText } from '../../../src/cli/show-help.ts';
import { createWorld, json, story, type World } from './regress-world.ts';

const names = ['a', 'b', 'c', 'd'];

describe('regress', () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
    for (const name of names) world.answers.set(`/${name}`, () => json(200, { id: 1 }));
    world.write('story.json', story(world.origin, names));
    await world.record({ action: path.join(world.directory, 'story.json'), all: true, client: ['curl'] });
    world.requests.length = 0;
  });
  afterEach(() => world.close());
  const states = async (options = {}) =>
    (await world.results({ client: ['curl'], ...options })).results.map(({ state }) => state);

  it('repeats what failed, and says that it was flaky', async () => {
    let calls = 0;
    world.answers.set('/b', () => (++calls < 3 ? json(503, {}) : json(200, { id: 2 })));
    const { results, status, counts } = await world.results({ client: ['curl'], retries: 2 });
    expect(results[1]).toMatchObject({ state: 'same', flaky: { problems: ['the status is 503, not 200', '/id is missing'] } });
    expect([status, counts.flaky]).toEqual([0, 1]);
  });

  it('takes the new outcome with --update, after showing the difference', async () => {
    world.answers.set('/b', () => json(403, { error: 'no' }));
    const updated = await world.results({ client: ['curl'], update: true });
    expect(updated.results[1]).toMatchObject({ state: 'broken', updated: true });
    expect(updated.status).toBe(0);
    expect(world.told.join('\n')).toMatch(/- .*200[\s\S]*\+ .*403/u);
    expect(await states()).toEqual(['same', 'same', 'same', 'same']);
    world.answers.set('/b', () => json(200, { id: 1 }));
    expect(await states()).toEqual(['same', 'fixed', 'same', 'same']);
  });

  it('shows the likely cause of what broke', async () => {
    world.answers.set('/c', () => ({ status: 500, type: 'text/plain', body: 'boom' }));
    const { results } = await world.results({ client: ['curl'] });
    expect(results[2]).toMatchObject({
      state: 'broken',
      cause: { code: 'server-error' },
      recorded: { verdict: 'works-outside' },
    });
  });

  it('runs each action in exactly one shard, and nothing twice', async () => {
    const parts = await Promise.all(['1/3', '2/3', '3/3'].map((shard) => world.results({ client: ['curl'], shard })));
    expect(parts.flatMap(({ results }) => results.map(({ name }) => name)).sort()).toEqual(names);
    expect(world.requests).toHaveLength(4);
    expect(parts.every(({ status }) => status === 0)).toBe(true);
  });

  it('runs only what is named, and refuses a name that fits nothing', async () => {
    expect((await world.results({ client: ['curl'], only: ['users*/c'] })).results.map(({ name }) => name)).toEqual(['c']);
    await expect(world.results({ only: ['nothing like it'] })).rejects.toMatchObject({ code: 'usage' });
    await expect(world.regress(['elsewhere'])).rejects.toMatchObject({ code: 'unreadable-file' });
  });

  it('runs only what git calls changed, and says clearly where git cannot say', async () => {
    await expect(world.results({ 'changed-since': 'HEAD' })).rejects.toMatchObject({ code: 'usage' });
    const git = (...words: string[]) =>
      execFileSync('git', ['-C', world.directory, '-c', 'user.name=x', '-c', 'user.email=x@example.com', ...words], {
        stdio: 'pipe',
      });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'Record');
    expect(await states({ 'changed-since': 'HEAD' })).toEqual([]);
    world.write('story.json', `${world.read('story.json')}\n`);
    expect(await states({ 'changed-since': 'HEAD' })).toHaveLength(4);
    await expect(world.results({ 'changed-since': 'no-such-branch' })).rejects.toMatchObject({ code: 'usage' });
  });

  it('ends early with --bail, and says what was not run', async () => {
    world.answers.set('/a', () => json(500, {}));
    const { results, status } = await world.results({ client: ['curl'], bail: true, jobs: 1, 'per-host': 1 });
    expect(results[0]?.state).toBe('broken');
    expect(status).toBe(1);
  });

  it('keeps a history', async () => {
    const options = { client: ['curl'], history: 'history.jsonl' };
    await world.results(options);
    world.answers.set('/d', () => json(500, {}));
    await world.results(options);
    const { results } = await world.results(options);
    expect(results[3]).toMatchObject({ state: 'broken', since: '2026-11-24T10:00:00.000Z', flips: 1 });
    expect(world.read('history.jsonl').trimEnd().split('\n')).toHaveLength(3);
  });

  it('goes on with a history in which a killed run left half a line', async () => {
    const options = { client: ['curl'], history: 'history.jsonl' };
    world.answers.set('/d', () => json(500, {}));
    await world.results(options);
    const [line = ''] = world.read('history.jsonl').split('\n');
    world.write('history.jsonl', `${line}\n${line.slice(0, 40)}`);
    const { results } = await world.results(options);
    expect(results[3]).toMatchObject({ state: 'broken', since: '2026-11-24T10:00:00.000Z', flips: 0 });
    expect(world.read('history.jsonl')).toBe(`${line}\n${line.slice(0, 40)}\n${line}\n`);
  });

  it('names every kind of report that it has in its help', async () => {
    const help = await helpText('regress', 200);
    for (const kind of ['terminal', 'json', 'junit', 'markdown', 'github'])
      expect(help).toMatch(new RegExp(`--report.*${kind}`, 'u'));
    expect(help).not.toMatch(/--report.*html/u);
  });

  it('does not run an action whose recording was damaged, and says so', async () => {
    const file = 'collections/users.postman_collection.json';
    world.write(file, world.read(file).replace('"  \\"success\\": true,",', ''));
    const { results, status } = await world.results({ client: ['curl'] });
    expect(results[0]).toMatchObject({ state: 'not-run' });
    expect(results[0]?.problems[0]).toContain('was damaged');
    expect(status).toBe(1);
  });

  it('writes reports beside each other', async () => {
    await world.regress(['collections'], { client: ['curl'], report: ['junit=junit.xml', 'markdown=report.md', 'github'] });
    expect(world.read('junit.xml')).toContain('tests="4"');
    expect(world.read('report.md')).toContain('4 same');
    await expect(world.regress(['collections'], { report: ['json', 'junit'] })).rejects.toMatchObject({ code: 'usage' });
    await expect(world.regress(['collections'], { report: ['html'] })).rejects.toMatchObject({ code: 'usage' });
  });
});
