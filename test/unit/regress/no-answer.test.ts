import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { createWorld, json, story } from './regress-world.ts';

it('keeps that no answer came: regress passes on it, and plain newman does not fail on it', async () => {
  const world = await createWorld();
  try {
    world.answers.set('/cut', () => ({ status: 0 }));
    world.write('story.json', story(world.origin, ['cut']));
    await world.record({ action: path.join(world.directory, 'story.json') });
    const file = 'collections/cut.postman_collection.json';
    expect(world.read(file)).toContain('\\"protocol\\"');
    const newman = createRequire(import.meta.url).resolve('newman/bin/newman.js');
    await promisify(execFile)('node', [newman, 'run', path.join(world.directory, file)]);
    expect((await world.results()).results).toMatchObject([
      { state: 'same', clients: [{ error: 'protocol' }, { error: 'protocol' }] },
    ]);
    world.answers.set('/cut', () => json(200, {}));
    expect((await world.results()).results).toMatchObject([{ state: 'fixed' }]);
  } finally {
    await world.close();
  }
});
