import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProgram } from '../../src/cli/run-program.ts';
import { provenRequest } from '../../src/commands/prove/proven-request.ts';
import { textValue } from '../../src/emit/text-value.ts';
import type { Text, Variable } from '../../src/model/text.ts';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { type FakeSurroundings, fakeSurroundings } from '../unit/cli/surroundings.ts';
import { credential, exampleRequest } from '../unit/emit/example-request.ts';

const realCredential = 'the-real-credential-51d0';

let api: RecordingServer;
let directory: string;
beforeAll(async () => {
  api = await startRecordingServer();
  directory = mkdtempSync(path.join(tmpdir(), 'emit-prove-'));
});
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true });
  await api.close();
});

interface Run {
  readonly status: number;
  readonly surroundings: FakeSurroundings;
  readonly output: string;
}

async function run(words: readonly string[], action: unknown): Promise<Run> {
  const file = path.join(directory, 'action.json');
  writeFileSync(file, JSON.stringify(action));
  const environment = { PATH: process.env.PATH ?? '', TINES_CREDENTIAL_ACME: realCredential };
  const surroundings = fakeSurroundings({ environment, workingDirectory: directory });
  const status = await runProgram([...words, '--action', file], surroundings);
  return { status, surroundings, output: [...surroundings.printed, ...surroundings.told].join('\n') };
}

function action(changes: object = {}): object {
  return {
    type: 'httpRequest',
    name: 'Create it',
    options: {
      url: `${api.origin}/v1/items?q=a%20b`,
      method: 'post',
      content_type: 'json',
      headers: {
        Authorization: 'Bearer <<CREDENTIAL.acme>>',
        'X-User': '=BASE64_ENCODE(CREDENTIAL.user & ":" & CREDENTIAL.key)',
      },
      payload: { text: "it's $(id) é\n", key: '<<CREDENTIAL.acme>>' },
      ...changes,
    },
  };
}

describe('compare --prove', () => {
  test('finds the bytes equal, without a credential, and sends nothing to the API', async () => {
    const { status, surroundings, output } = await run(['compare', '--prove'], action());
    expect(output).toContain('the bytes are equal');
    expect(surroundings.printed.join('').match(/^ {2}equal/gm)).toHaveLength(3);
    expect(output).not.toContain(realCredential);
    expect(api.requests).toEqual([]);
    expect(status).toBe(0);
  });

  test('says which bytes differ, and why, where Newman cannot send a request', async () => {
    const { status, output } = await run(['compare', '--prove'], action({ headers: { Expect: '100-continue' } }));
    expect(output).toContain('different  Postman collection, in Newman');
    expect(output).toContain('ERR_HTTP_HEADERS_SENT');
    expect(output).toContain('the bytes are not equal');
    expect(status).toBe(1);
  });

  test('gives JSON, for one client where only one is wanted', async () => {
    const { status, surroundings } = await run(['compare', '--prove', '--json', '--client', 'postman'], action());
    const proof: unknown = JSON.parse(surroundings.printed.join(''));
    expect(proof).toMatchObject({
      schema: 1,
      action: { name: 'Create it' },
      equal: true,
      alike: true,
      request: { method: 'POST', target: '/v1/items?q=a+b' },
      lanes: [{ artifact: 'postman', state: 'equal', differences: [] }],
    });
    expect(status).toBe(0);
  });

  test('refuses what HTTP forbids before anything is sent', async () => {
    const { status, output } = await run(['compare', '--prove'], action({ headers: { 'X Y': '1' } }));
    expect(output).toContain('error[invalid-header]');
    expect(status).toBe(2);
  });
});

describe('export --prove', () => {
  test('writes the artifact to standard output and the proof to standard error', async () => {
    const { status, surroundings } = await run(['export', 'curl', '--prove'], action());
    expect(surroundings.printed.join('')).toMatch(/^# TINES_SECRET_\w+: what the action makes of .*\n(#.*\n)*curl --disable /);
    expect(surroundings.told.join('\n')).toContain('the bytes are equal');
    expect(status).toBe(0);
  });

  test('puts the proof beside the artifact in JSON', async () => {
    const { surroundings } = await run(['export', 'postman', '--prove', '--json'], action());
    expect(JSON.parse(surroundings.printed.join(''))).toMatchObject([{ action: { name: 'Create it' }, proof: { equal: true } }]);
  });
});

test('export --all --out names the files of each action together', async () => {
  const large = (letter: string) => ({ payload: letter.repeat(100_000), content_type: 'text/plain', headers: {} });
  const { status } = await run(
    ['export', 'curl', '--all', '--out', path.join(directory, 'out')],
    [action(large('a')), action(large('b'))],
  );
  expect(status).toBe(0);
  const read = (name: string) => readFileSync(path.join(directory, 'out', name), 'utf8');
  expect(readdirSync(path.join(directory, 'out')).sort()).toEqual([
    'create-it-2.body',
    'create-it-2.sh',
    'create-it.body',
    'create-it.sh',
  ]);
  expect(read('create-it.sh')).toContain("'@create-it.body'");
  expect(read('create-it-2.sh')).toContain("'@create-it-2.body'");
  expect(read('create-it-2.body')).toBe('b'.repeat(100_000));
});

describe('the request that is proved', () => {
  const origin = 'http://127.0.0.1:4711';
  const host: Variable = credential('host');
  const address = (url: Text): string => {
    const { request, values } = provenRequest(exampleRequest({ url }), origin);
    return textValue(request.url, values);
  };

  test.each<readonly [string, Text, string]>([
    ['has the origin of the server', ['https://api.example.com:8443/a?b=https://c/d'], '/a?b=https://c/d'],
    ['keeps an address without a path', ['https://api.example.com'], ''],
    ['keeps a query without a path', ['https://api.example.com?x'], '?x'],
    ['gives a secret that is the origin the address of the server', [host, '/a?b'], '/a?b'],
    ['leaves out a secret in the host', ['https://', host, '.example.com/a?b'], '/a?b'],
    ['leaves out a secret before the path', ['https://example.com:', host, '?b'], '?b'],
    ['leaves out all secrets before the path', [host, host, '/x'], '/x'],
  ])('%s', (_, url, rest) => expect(address(url)).toBe(origin + rest));

  test('keeps a secret in the path, with a value that a request line can carry', () => {
    expect(address(['https://h/', credential('key'), '/x'])).toMatch(/^http:\/\/127\.0\.0\.1:4711\/[!-~]+\/x$/);
  });

  test('needs no proxy and no certificate', () => {
    const { policy } = exampleRequest();
    const { request } = provenRequest(
      exampleRequest({ policy: { ...policy, proxy: ['http://proxy:1'], tls: { verify: false, caFile: 'missing.pem' } } }),
      origin,
    );
    expect(request.policy).toEqual({ ...policy, tls: { verify: true }, timeoutSeconds: 20 });
  });
});
