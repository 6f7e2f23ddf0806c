import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Options } from '../../../src/cli/options.ts';
import { gatherScope } from '../../../src/commands/inputs/gather-scope.ts';
import { matchingKey, slug } from '../../../src/ruby/slug.ts';
import { fakeSurroundings } from './surroundings.ts';
import { troubleOf } from './trouble-of.ts';

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'gather-scope-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

function fileOf(name: string, content: string, mode = 0o600): string {
  const file = path.join(directory, name);
  writeFileSync(file, content);
  chmodSync(file, mode);
  return file;
}

const gather = (options: Options, environment: Readonly<Record<string, string>> = {}) =>
  gatherScope(options, fakeSurroundings({ environment }));

describe('credentials', () => {
  it('come from the environment in any case, a file wins over it, an option over both', async () => {
    const file = fileOf('some.env', 'TINES_CREDENTIAL_B=file\nc=file\n');
    const { scope } = await gather(
      { credentials: [file], credential: ['C=env:SOURCE'] },
      {
        TINES_CREDENTIAL_A: 'environment',
        tines_credential_b: 'environment',
        TINES_CREDENTIAL_C: 'environment',
        SOURCE: 'option',
        OTHER: 'x',
      },
    );
    expect([...scope.credentials]).toEqual([
      ['a', 'environment'],
      ['b', 'file'],
      ['c', 'option'],
    ]);
  });

  it('of a later file win over those of an earlier one', async () => {
    const files = [fileOf('one.env', 'A=one\nB=one\n'), fileOf('two.json', '{"a": "two"}')];
    expect([...(await gather({ credentials: files })).scope.credentials]).toEqual([
      ['a', 'two'],
      ['b', 'one'],
    ]);
  });

  it('have fields, by object or by dotted name, and each field is a secret', async () => {
    const file = fileOf('fields.json', '{"Jira Cloud": {"email": "a@example.com", "token": "tok-1"}}');
    const { scope, secrets } = await gather(
      { credentials: [file], credential: ['CREDENTIAL.aws.secret=env:S', 'aws.key=env:K'] },
      { S: 'sec', K: 'key' },
    );
    expect(scope.credentials.get('jira_cloud')).toEqual(
      new Map([
        ['email', 'a@example.com'],
        ['token', 'tok-1'],
      ]),
    );
    expect(scope.credentials.get('aws')).toEqual(
      new Map([
        ['secret', 'sec'],
        ['key', 'key'],
      ]),
    );
    expect(secrets).toContainEqual({ label: 'CREDENTIAL.jira_cloud.token', value: 'tok-1' });
    expect(secrets).toContainEqual({ label: 'CREDENTIAL.aws.secret', value: 'sec' });
  });

  it('for AWS have a region and a service that are no secrets', async () => {
    const file = fileOf(
      'aws.json',
      '{"aws": {"access_key": "AK", "secret_key": "SK", "region": "eu-west-1", "service": "s3"}, "other": {"region": "R"}}',
    );
    const { scope, secrets } = await gather({ credentials: [file] });
    expect(secrets.map(({ label }) => label)).toEqual([
      'CREDENTIAL.aws.access_key',
      'CREDENTIAL.aws.secret_key',
      'CREDENTIAL.other.region',
    ]);
    expect(scope.credentials.get('aws')).toEqual(
      new Map([
        ['access_key', 'AK'],
        ['secret_key', 'SK'],
        ['region', 'eu-west-1'],
        ['service', 's3'],
      ]),
    );
  });

  it('are named in Tines’ way: no difference between case, spaces and hyphens', () => {
    expect(slug('My API-Key (v2)')).toBe('my_api_key_v2');
    expect(slug('Ünï')).toBe('ünï');
    expect(slug('e\u0301cole')).toBe(slug('\u00e9cole'));
  });

  it.each(['हिन्दी', 'ภาษาไทย', 'e\u0301cole'])('are found under the name that a formula gives them: %s', (name) => {
    const stored = slug(name);
    expect(matchingKey(name, [stored])).toBe(stored);
    expect(stored).not.toContain('_');
  });

  it.each(['acme=s3cret-value', 'acme=https://s3cret-value', 'acme=s3cret-value:x'])(
    'are not taken as a literal, whose value is not repeated: %s',
    async (assignment) => {
      const trouble = await troubleOf(() => gather({ credential: [assignment] }));
      expect(trouble.code).toBe('credential-literal');
      expect(trouble.message).toContain('‹acme›');
      expect(JSON.stringify([trouble.message, trouble.details])).not.toContain('s3cret-value');
      expect(trouble.details.hint).toContain('env:VAR');
    },
  );

  it('without a name are refused without repeating what was typed', async () => {
    const trouble = await troubleOf(() => gather({ credential: ['s3cret-value'] }));
    expect(trouble.code).toBe('usage');
    expect(JSON.stringify([trouble.message, trouble.details])).not.toContain('s3cret-value');
  });

  it.each([
    ['a=env:NOT_SET', 'NOT_SET'],
    ['a=file:/nowhere/at/all', '/nowhere/at/all'],
    ['a=cmd:false', 'exit status 1'],
    ['a=cmd:no-such-command-anywhere', 'no such program'],
    ['a=cmd:', 'is empty'],
    ['a=prompt', 'no terminal'],
  ])('say what is wrong with their source: %s', async (assignment, message) => {
    const trouble = await troubleOf(() => gather({ credential: [assignment] }));
    expect(trouble.code).toBe('credential-source');
    expect(trouble.message).toContain(message);
  });

  it('come from a file, a command and a prompt, one line break dropped', async () => {
    const file = fileOf('token', 'from file\r\n');
    const surroundings = fakeSurroundings({ answers: ['typed'], environment: { PATH: process.env['PATH'] ?? '' } });
    const { scope } = await gatherScope(
      { credential: [`a=file:${file}`, 'b=cmd:printf "from %s\\n" command', 'c=prompt'] },
      surroundings,
    );
    expect([...scope.credentials.values()]).toEqual(['from file', 'from command', 'typed']);
  });

  it('in a file that others can read are taken with a warning', async () => {
    const surroundings = fakeSurroundings();
    const file = fileOf('open.env', 'A=b\n', 0o644);
    await gatherScope({ credentials: [file] }, surroundings);
    expect(surroundings.told.join('\n')).toContain('chmod 600');
    expect(surroundings.told.join('\n')).not.toContain('=b');
  });

  it('in the data are secrets too and win over the others', async () => {
    const file = fileOf('with-credentials.json', '{"CREDENTIAL": {"Acme": "from data"}}');
    const { scope, secrets } = await gather({ data: [file] }, { TINES_CREDENTIAL_ACME: 'environment' });
    expect(scope.credentials.get('acme')).toBe('from data');
    expect(secrets).toEqual([{ label: 'CREDENTIAL.acme', value: 'from data' }]);
  });
});

describe('data, resources and inputs', () => {
  it('are read from one file, actions by the name that formulas use', async () => {
    const file = fileOf(
      'data.json',
      '{"Get Users": {"id": 12345678901234567890}, "RESOURCE": {"Base URL": "http://a"}, "INPUT": {"Tenant Domain": "t"}, "META": {"x": 1}}',
    );
    const { scope } = await gather({ data: [file] });
    expect([...scope.data.keys()]).toEqual(['get_users', 'META']);
    expect(scope.data.get('get_users')).toEqual(new Map([['id', 12345678901234567890n]]));
    expect([...scope.resources]).toEqual([['base_url', 'http://a']]);
    expect([...scope.inputs]).toEqual([['tenant_domain', 't']]);
  });

  it('of --data win over those of an event, and a later file over an earlier one', async () => {
    const files = [fileOf('first.json', '{"a": 1, "b": 1}'), fileOf('second.json', '{"b": 2}')];
    const { scope } = await gatherScope({ data: files }, fakeSurroundings(), {
      data: new Map([
        ['a', 'event'],
        ['c', 'event'],
      ]),
    });
    expect([...scope.data].sort()).toEqual([
      ['a', 1n],
      ['b', 2n],
      ['c', 'event'],
    ]);
  });

  it('take a resource as text, or as JSON where it is an object or a list', async () => {
    const file = fileOf('resources.json', '{"host": "file", "port": 1}');
    const { scope } = await gather({ resources: [file], resource: ['HOST=option=1', 'RESOURCE.list=[1, 2]', 'number=1'] });
    expect([...scope.resources]).toEqual([
      ['host', 'option=1'],
      ['port', 1n],
      ['list', [1n, 2n]],
      ['number', '1'],
    ]);
  });

  it('must be objects; the message has the place', async () => {
    const trouble = await troubleOf(() => gather({ data: [fileOf('list.json', '\n [1]')] }));
    expect(trouble.code).toBe('wrong-type');
    expect(trouble.details.source).toMatchObject({ line: 2, column: 2 });
    expect((await troubleOf(() => gather({ resources: [fileOf('text.json', '"x"')] }))).code).toBe('wrong-type');
  });

  it('that are not there or no JSON are told with the file', async () => {
    expect((await troubleOf(() => gather({ data: [path.join(directory, 'absent.json')] }))).message).toContain(
      'it does not exist',
    );
    expect((await troubleOf(() => gather({ data: [fileOf('broken.json', '{')] }))).code).toBe('not-json');
  });
});

describe('the time that formulas see', () => {
  it.each([
    ['2026-11-24T10:00:00Z', '2026-11-24T10:00:00.000Z'],
    ['1700000000', '2023-11-14T22:13:20.000Z'],
    ['1700000000123', '2023-11-14T22:13:20.123Z'],
  ])('is fixed by --now %s', async (now, expected) => {
    expect((await gather({ now })).scope.now.toISOString()).toBe(expected);
  });

  it('is the clock’s without it; what is no time is refused', async () => {
    expect((await gather({})).scope.now.toISOString()).toBe('2026-11-24T10:00:00.000Z');
    expect((await troubleOf(() => gather({ now: 'yesterday' }))).message).toContain('‹yesterday›');
  });
});
