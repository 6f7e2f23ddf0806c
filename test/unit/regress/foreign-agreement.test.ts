import { mkdirSync } from 'node:fs';
import path from 'node:path';
import newman, { type NewmanRunSummary } from 'newman';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegressDocument } from '../../../src/regress/report/document.ts';
import { type EchoServer, startEchoServer } from './echo-server.ts';
import { foreignCollections } from './foreign-collections.ts';
import { createWorld, type World } from './regress-world.ts';

const names = Object.keys(foreignCollections('http://echo.invalid'));
const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** Newman does not say whose script made a request that failed; here only one item has such a script. */
const onlyName = 'a';

/** The names of the requests that failed, sorted. */
type Failing = readonly string[];

describe('regress and Newman on collections of others', () => {
  let world: World;
  let echo: EchoServer;
  let found: RegressDocument;
  beforeAll(async () => {
    world = await createWorld();
    echo = await startEchoServer();
    mkdirSync(path.join(world.directory, 'set'));
    world.write('upload.txt', 'of a file\n');
    for (const [name, value] of Object.entries(foreignCollections(echo.origin))) world.write(`set/${name}.json`, value);
    found = await regress('set', {});
  });
  afterAll(async () => {
    await echo.close();
    await world.close();
  });

  async function regress(word: string, options: object): Promise<RegressDocument> {
    const { output } = await world.regress([word], { json: true, 'allow-writes': true, timeout: 20, ...options });
    return JSON.parse(output) as RegressDocument;
  }

  function plainNewman(file: string, options: object = {}): Promise<Failing> {
    return new Promise((resolve, reject) => {
      newman.run(
        { collection: path.join(world.directory, file), workingDir: world.directory, insecureFileRead: false, ...options },
        (error: Error | null, { run }: NewmanRunSummary) => {
          if (error !== null) reject(error);
          else resolve(sorted(run.failures.map(({ source }) => source?.name ?? onlyName)));
        },
      );
    });
  }

  function failing({ results }: RegressDocument, file?: string): Failing {
    const own = results.filter((result) => file === undefined || result.file === file);
    return sorted(own.filter(({ state, skipped }) => state !== 'same' && skipped !== true).map(({ name }) => name));
  }

  function sorted(list: readonly string[]): Failing {
    return [...new Set(list)].sort();
  }

  it.each(names)('%s: the same requests fail', async (name) => {
    expect(failing(found, `set/${name}.json`)).toEqual(await plainNewman(`set/${name}.json`));
  });

  it('shows what cURL got for what Newman sent', () => {
    const other = found.results.filter(({ clients }) =>
      clients.some(({ client, state }) => client === 'curl' && state === 'drifted'),
    );
    expect(other.map(({ file, name }) => `${file} ${name}`)).toEqual([]);
  });

  it('takes rows, an environment and globals', async () => {
    world.write('rows.csv', '\ufeffa,n\n1,"x, y"\n2,z\n');
    world.write('rows.json', [{ a: 1 }, { a: 2 }, {}]);
    world.write('environment.json', { name: 'E', values: [{ key: 'e', value: 'of the environment', enabled: true }] });
    world.write('globals.json', {
      values: [
        { key: 'g', value: 'global', enabled: true },
        { key: 'e', value: 'no', enabled: true },
      ],
    });
    const exec = [
      'pm.test("row", () => pm.expect(pm.response.json().query.a).to.eql(String(data.a)));',
      'pm.test("not 2", () => pm.expect(Number(data.a)).to.not.eql(2));',
      'pm.test("scopes", () => pm.expect(pm.response.json().query).to.include({ e: "of the environment", g: "global" }));',
    ];
    world.write('rows-of-data.json', {
      info: { name: 'Rows', schema },
      item: [
        { name: 'a', request: `${echo.origin}/echo?a={{a}}&e={{e}}&g={{g}}`, event: [{ listen: 'test', script: { exec } }] },
      ],
    });
    const at = (file: string) => path.join(world.directory, file);
    for (const rows of ['rows.csv', 'rows.json']) {
      const document = await regress('rows-of-data.json', {
        environment: at('environment.json'),
        globals: at('globals.json'),
        'iteration-data': at(rows),
      });
      const given = { environment: at('environment.json'), globals: at('globals.json'), iterationData: at(rows) };
      expect(failing(document)).toEqual(await plainNewman('rows-of-data.json', given));
      expect(document.results[0]?.clients.at(-1)?.problems).toMatchObject([
        expect.stringMatching(/^iteration 2: not 2/u),
        ...(rows === 'rows.json' ? [expect.stringMatching(/^iteration 3: row/u)] : []),
      ]);
    }
  });

  it('ends only the run whose script left an error uncaught, which would end plain Newman', async () => {
    mkdirSync(path.join(world.directory, 'stray'));
    const request = `${echo.origin}/echo`;
    const stray = (text: string) => [{ listen: 'test', script: { exec: [text] } }];
    world.write('stray/rejects.json', {
      info: { name: 'Rejects', schema },
      item: [
        { name: 'a', request },
        { name: 'b', request, event: stray('Promise.reject(new Error("nobody waits"));') },
        { name: 'c', request },
      ],
    });
    world.write('stray/fine.json', {
      info: { name: 'Fine', schema },
      item: [{ name: 'd', request, event: stray('setTimeout(() => {}, 50);') }],
    });
    const { results } = await regress('stray', {});
    expect(results.map(({ name, state }) => [name, state])).toEqual([
      ['d', 'same'],
      ['a', 'same'],
      ['b', 'broken'],
      ['c', 'not-run'],
    ]);
    expect(results[2]?.clients.at(-1)?.problems.join()).toContain('nobody waits');
  });
});
