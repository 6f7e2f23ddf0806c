import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RegressDocument } from '../../../src/regress/report/document.ts';
import { createWorld, json, story, type World } from './regress-world.ts';

const newman = createRequire(import.meta.url).resolve('newman/bin/newman.js');
const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

function item(name: string, url: string, test: string, method = 'GET'): unknown {
  return { name, request: { method, url }, event: [{ listen: 'test', script: { exec: [test] } }] };
}

describe('regress on collections of others', () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
    world.answers.set('/a', () => json(200, { id: 1 }));
  });
  afterEach(() => world.close());

  async function plainNewman(name: string): Promise<number> {
    return promisify(execFile)('node', [newman, 'run', path.join(world.directory, name)]).then(
      () => 0,
      () => 1,
    );
  }

  async function results(name: string, options = {}): Promise<RegressDocument> {
    return JSON.parse((await world.regress([name], { json: true, ...options })).output) as RegressDocument;
  }

  it('runs their scripts and agrees with Newman', async () => {
    const passing = [
      item(
        'first',
        `${world.origin}/a`,
        'pm.test("ok", () => pm.response.to.have.status(200)); pm.collectionVariables.set("next", pm.response.json().id);',
      ),
      {
        name: 'folder',
        item: [
          item(
            'second',
            `${world.origin}/a?id={{next}}`,
            'pm.test("same", () => pm.expect(pm.request.url.toString()).to.include("id=1"));',
          ),
        ],
      },
    ];
    world.write('good.json', { info: { name: 'Good', schema }, item: passing });
    world.write('bad.json', {
      info: { name: 'Bad', schema },
      item: [
        ...passing,
        item('third', `${world.origin}/a`, 'pm.test("no", () => pm.response.to.have.status(201));'),
        item('gone', 'http://127.0.0.1:1/', ''),
      ],
    });
    const good = await results('good.json');
    expect(good.results.map(({ state, name, folders }) => [state, name, folders])).toEqual([
      ['same', 'first', []],
      ['same', 'second', ['folder']],
    ]);
    const bad = await results('bad.json');
    expect(bad.results.map(({ state }) => state)).toEqual(['same', 'same', 'broken', 'broken']);
    const clientsOf = (index: number) => bad.results[index]?.clients.map(({ client, state }) => [client, state]);
    expect(clientsOf(2)).toEqual([
      ['curl', 'same'],
      ['postman', 'broken'],
    ]);
    expect(bad.results[2]?.clients[1]?.problems.join()).toContain('no');
    expect(bad.results[3]?.clients.at(-1)).toMatchObject({ client: 'postman', status: null, error: 'connect' });
    expect([await plainNewman('good.json'), await plainNewman('bad.json')]).toEqual([0, 1]);
  });

  it('does not send their writes unasked', async () => {
    world.write('writes.json', {
      info: { name: 'Writes', schema },
      item: [item('get', `${world.origin}/a`, ''), item('post', `${world.origin}/a`, '', 'POST')],
    });
    const refused = await world.regress(['writes.json'], { json: true });
    expect(refused.status).toBe(2);
    expect(world.requests).toHaveLength(0);
    expect((await results('writes.json', { 'allow-writes': true })).results.map(({ state }) => state)).toEqual(['same', 'same']);
  });

  it('runs what is recorded beside them in both lanes', async () => {
    world.write('story.json', story(world.origin, ['a']));
    await world.record({ action: path.join(world.directory, 'story.json'), all: true, client: ['curl'] });
    const file = 'collections/users.postman_collection.json';
    const mixed = JSON.parse(world.read(file));
    mixed.item.push(item('mine', `${world.origin}/a`, 'pm.test("mine", () => { throw new Error("always"); });'));
    world.write(file, mixed);
    const found = await results('collections');
    expect(found.results.map(({ name, state, clients }) => [name, state, clients.length])).toEqual([
      ['a', 'same', 2],
      ['mine', 'broken', 2],
    ]);
  });

  it('passes over what is no collection in a directory, and refuses it where it is named', async () => {
    world.write('environment.json', { name: 'x', values: [] });
    await expect(world.regress(['environment.json'])).rejects.toMatchObject({ code: 'collection' });
    await expect(world.regress(['.'])).rejects.toMatchObject({ code: 'collection' });
    world.write('good.json', { info: { name: 'Good', schema }, item: [item('a', `${world.origin}/a`, '')] });
    expect((await results('.')).results.map(({ name, state }) => [name, state])).toEqual([['a', 'same']]);
  });

  it('passes an empty collection, as Newman does, and says that there was nothing to run', async () => {
    world.write('empty.json', { info: { name: 'Empty', schema }, item: [] });
    expect(await world.regress(['empty.json'])).toMatchObject({ status: 0, output: expect.stringContaining('nothing to run') });
    expect(await plainNewman('empty.json')).toBe(0);
  });
});
