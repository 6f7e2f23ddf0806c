import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, json, story, type World } from './regress-world.ts';

const newman = createRequire(import.meta.url).resolve('newman/bin/newman.js');

describe('an error under a status of success', () => {
  let world: World;
  let answer: unknown;
  beforeEach(async () => {
    world = await createWorld();
    world.answers.set('/chat', () => json(200, answer));
  });
  afterEach(() => world.close());

  async function recordAnswer(value: unknown): Promise<void> {
    answer = value;
    world.write('story.json', story(world.origin, ['chat']));
    await world.record({ action: path.join(world.directory, 'story.json'), client: ['curl'] });
  }

  const states = async () => (await world.results({ client: ['curl'] })).results.map(({ state }) => state);
  const plainNewman = () =>
    promisify(execFile)('node', [newman, 'run', path.join(world.directory, 'collections/chat.postman_collection.json')]).then(
      () => 'passes',
      () => 'fails',
    );

  it.each([
    ['Slack, where the shape stays', { ok: true, error: '' }, { ok: false, error: 'invalid_auth' }],
    ['Slack', { ok: true, channel: 'C1' }, { ok: false, error: 'invalid_auth' }],
    ['Cloudflare', { success: true, errors: [] }, { success: false, errors: [{ code: 1000, message: 'Invalid API token' }] }],
    ['GraphQL', { data: { a: 1 } }, { errors: [{ message: 'Unauthenticated' }], data: null }],
  ])('%s: it breaks what was a success, and back it is fixed', async (_name, good, bad) => {
    await recordAnswer(good);
    expect(await states()).toEqual(['same']);
    answer = bad;
    expect([await states(), await plainNewman()]).toEqual([['broken'], 'fails']);
    await recordAnswer(bad);
    expect([await states(), await plainNewman()]).toEqual([['same'], 'passes']);
    answer = good;
    expect([await states(), await plainNewman()]).toEqual([['fixed'], 'fails']);
  });
});
