import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeFile } from '../../../src/commands/regress/lock.ts';
import { createWorld, json, story, type World } from './regress-world.ts';

const file = 'collections/users.postman_collection.json';

describe('record', () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({
      TINES_CREDENTIAL_ACME: 'k3y-0f-acme-9876',
      TINES_CREDENTIAL_RECORDED_X_API_KEY: 'typed-in-secret-1',
      TINES_CREDENTIAL_RECORDED_AUTHORIZATION: 'token-of-upstream-2',
    });
    world.answers.set('/a', () => json(200, { id: 1 }));
    world.answers.set('/b', () => json(404, { error: 'x' }));
  });
  afterEach(() => world.close());
  const record = (name: string, more = {}) =>
    world.record({ action: path.join(world.directory, name), client: ['curl'], ...more });

  it('keeps everything else of a collection, and changes nothing when it is recorded again', async () => {
    world.write('story.json', story(world.origin, ['a', 'b']));
    await record('story.json', { all: true });
    const first = world.read(file);
    await record('story.json', { all: true });
    expect(world.read(file)).toBe(first);

    const edited = JSON.parse(first);
    const added = { listen: 'test', script: { exec: ['pm.test("mine", () => {});'] } };
    edited.item[0].item[0].event.push(added);
    edited.item.push({ name: 'Mine', request: { method: 'GET', url: `${world.origin}/mine` } });
    edited.variable = [{ key: 'base', value: 'x' }];
    edited.info.description = 'Edited';
    world.write(file, edited);
    world.answers.set('/a', () => json(200, { id: 'now a string' }));
    await record('story.json', { all: true });
    const merged = JSON.parse(world.read(file));
    expect(merged.item.map(({ name }: { name: string }) => name)).toEqual(['a', 'b', 'Mine']);
    expect(merged.item[0].item[0].event).toHaveLength(2);
    expect(merged.item[0].item[0].event[1]).toEqual(added);
    expect(merged.variable).toEqual([{ key: 'base', value: 'x' }]);
    expect(merged.info.description).toBe('Edited');
    expect(world.read(file)).toContain('\\"id\\": \\"string\\"');
  });

  it('writes no secret: neither one typed in, nor one that another action fetched', async () => {
    world.write(
      'story.json',
      story(world.origin, ['a'], {
        headers: {
          'X-Api-Key': 'typed-in-secret-1',
          Authorization: 'Bearer <<get_token.body.access_token>>',
          'X-Team': '<<get_token.body.team>>',
        },
      }),
    );
    world.write('data.json', { get_token: { body: { access_token: 'token-of-upstream-2', team: 'blue', unused: 'private' } } });
    await record('story.json', { data: [path.join(world.directory, 'data.json')] });
    const text = world.read('collections/a.postman_collection.json');
    for (const secret of ['typed-in-secret-1', 'token-of-upstream-2', 'private']) expect(text).not.toContain(secret);
    expect(text).toContain('Bearer <<CREDENTIAL.recorded_authorization>>');
    expect(world.told.join('\n')).toContain('TINES_CREDENTIAL_RECORDED_X_API_KEY');
    const { results } = await world.results({ client: ['curl'] });
    expect(results.map(({ state }) => state)).toEqual(['same']);
    expect(world.requests.at(-1)?.headers).toMatchObject({
      'x-api-key': 'typed-in-secret-1',
      authorization: 'Bearer token-of-upstream-2',
      'x-team': 'blue',
    });
  });

  it('refuses to write into a file that is no collection', async () => {
    world.write('story.json', story(world.origin, ['a', 'b']));
    await record('story.json', { all: true });
    world.write(file, 'notes');
    await expect(record('story.json', { all: true })).rejects.toMatchObject({ code: 'collection' });
    expect(world.read(file)).toBe('notes');
  });

  it('leaves nothing behind but the collection', async () => {
    world.write('story.json', story(world.origin, ['a', 'b']));
    await record('story.json', { all: true });
    expect(readdirSync(path.join(world.directory, 'collections'))).toEqual(['users.postman_collection.json']);
  });

  it('asks before it writes to a service', async () => {
    world.write('story.json', story(world.origin, ['a'], { method: 'post' }));
    await expect(record('story.json')).rejects.toMatchObject({ code: 'writes-refused' });
    expect(world.requests).toHaveLength(0);
  });

  it('of two at once damages nothing', async () => {
    const counter = path.join(world.directory, 'counter.json');
    await Promise.all(Array.from({ length: 20 }, () => changeFile(counter, (text) => String(Number(text ?? 0) + 1))));
    expect(world.read('counter.json')).toBe('20');
    world.write('one.json', { ...(story(world.origin, ['a']) as object) });
    world.write('two.json', {
      name: 'Users',
      agents: [
        { type: 'Agents::HTTPRequestAgent', name: 'b', guid: 'guid-b', options: { url: `${world.origin}/b`, method: 'get' } },
      ],
    });
    await Promise.all([record('one.json', { all: true }), record('two.json', { all: true })]);
    const names = JSON.parse(world.read(file)).item.map(({ name }: { name: string }) => name);
    expect([...names].sort()).toEqual(['a', 'b']);
  });

  it('takes over a lock that a killed run left', async () => {
    const { utimesSync, writeFileSync } = await import('node:fs');
    const lock = path.join(world.directory, 'x.json.lock');
    writeFileSync(lock, 'dead');
    utimesSync(lock, new Date(0), new Date(0));
    await changeFile(path.join(world.directory, 'x.json'), () => 'new');
    expect(world.read('x.json')).toBe('new');
    expect(readdirSync(world.directory).filter((name) => name.includes('lock'))).toEqual([]);
  });
});
