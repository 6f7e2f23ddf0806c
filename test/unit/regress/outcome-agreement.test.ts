import path from 'node:path';
import newman, { type NewmanRunSummary } from 'newman';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, json, story, type World, type WorldAnswer } from './regress-world.ts';

const outcomes: Readonly<Record<string, WorldAnswer>> = {
  success: json(200, { id: 1, tags: ['a'] }),
  otherShape: json(200, { id: 'one', more: true }),
  otherStatus: json(201, { id: 1, tags: ['a'] }),
  refused: json(401, { error: 'x' }),
  ok: json(200, { ok: true, error: '' }),
  notOk: json(200, { ok: false, error: 'x' }),
  page: { status: 200, type: 'text/html', body: '<p>a</p>' },
  nothing: { status: 204 },
  untyped: { status: 200, body: '{"id":1,"tags":["b"]}' },
  cut: { status: 0 },
};
const names = Object.keys(outcomes);

/** Nothing was answered when it was recorded; a script cannot see that, so plain Newman skips it. */
const unseen = 'cut';

describe('a recorded collection', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    for (const [name, answer] of Object.entries(outcomes)) world.answers.set(`/${name}`, () => answer);
    world.write('story.json', story(world.origin, names));
    await world.record({ action: path.join(world.directory, 'story.json'), all: true });
  });
  afterAll(() => world.close());

  function failingInNewman(): Promise<readonly string[]> {
    const collection = path.join(world.directory, 'collections/users.postman_collection.json');
    return new Promise((resolve, reject) => {
      newman.run({ collection }, (error: Error | null, { run }: NewmanRunSummary) => {
        if (error !== null) reject(error);
        else resolve([...new Set(run.failures.map(({ source }) => source?.name ?? ''))].sort());
      });
    });
  }

  it.each([...names, 'as recorded'])('passes in plain Newman exactly where regress finds the same: now %s', async (now) => {
    for (const [name, answer] of Object.entries(outcomes)) world.answers.set(`/${name}`, () => outcomes[now] ?? answer);
    const { results } = await world.results();
    const other = results.filter(({ name, state }) => state !== 'same' && name !== unseen).map(({ name }) => name);
    expect(other.sort()).toEqual(await failingInNewman());
    expect(results.filter(({ state }) => state === 'same').map(({ name }) => name)).toEqual(
      now === 'as recorded' ? names : expect.arrayContaining([now]),
    );
  });
});
