import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HarnessError } from '../../../src/harness-error.ts';
import { type CredentialSurroundings, readCredential } from '../../../src/secrets/credential-source.ts';
import { runCredentialCommand } from '../../../src/secrets/sources/run-credential-command.ts';

const value = 'v4lue-that-nobody-sees';
let directory = '';
let warnings: string[] = [];

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'credential-source-'));
  warnings = [];
});
afterEach(() => rm(directory, { recursive: true }));

function surroundings(more: Partial<CredentialSurroundings> = {}): CredentialSurroundings {
  return {
    environment: { PATH: process.env['PATH'], HOME: directory, TOKEN: value, EMPTY: '' },
    ask: undefined,
    warn: (message) => void warnings.push(message),
    ...more,
  };
}

async function failure(source: string, more: Partial<CredentialSurroundings> = {}): Promise<HarnessError> {
  const error: unknown = await readCredential('acme', source, surroundings(more)).catch((reason: unknown) => reason);
  if (!(error instanceof HarnessError)) throw new Error('a HarnessError was expected');
  expect(error.message).toContain('‹acme›');
  expect(`${error.message} ${error.details.hint}`).not.toContain(value);
  return error;
}

async function secretFile(content: string | Uint8Array, mode = 0o600): Promise<string> {
  const file = path.join(directory, 'secret');
  await writeFile(file, content);
  await chmod(file, mode);
  return file;
}

describe('a credential', () => {
  it('is read from the environment', async () => {
    expect(await readCredential('acme', 'env:TOKEN', surroundings())).toBe(value);
    expect((await failure('env:NOT_SET')).message).toContain('‹NOT_SET›');
    expect((await failure('env:constructor')).message).toContain('not set');
    expect((await failure(`env:${value} `)).message).toContain('no name');
  });

  it('is told of where it is empty', async () => {
    expect(await readCredential('acme', 'env:EMPTY', surroundings())).toBe('');
    expect(warnings).toEqual(['the credential ‹acme› is empty']);
  });

  it.each<[string, string | Uint8Array, string]>([
    ['without its last line break', `${value}\n`, value],
    ['without its last line break of Windows', `${value}\r\n`, value],
    ['with all but the last line break', 'a\n\n', 'a\n'],
    ['with its blanks', ` ${value} `, ` ${value} `],
    ['without a byte order mark', `\ufeff${value}`, value],
    ['written by PowerShell', Buffer.from(`\ufeff${value}\r\n`, 'utf16le'), value],
  ])('is read from a file %s', async (_, content, expected) => {
    expect(await readCredential('acme', `file:${await secretFile(content)}`, surroundings())).toBe(expected);
    expect(warnings).toEqual([]);
  });

  it('is read from a file in the home directory', async () => {
    await secretFile(value);
    expect(await readCredential('acme', 'file:~/secret', surroundings())).toBe(value);
  });

  it('is read, with a warning, from a file that others can read', async () => {
    expect(await readCredential('acme', `file:${await secretFile(value, 0o644)}`, surroundings())).toBe(value);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('others can read it');
    await secretFile(value, 0o660);
    await readCredential('acme', 'file:~/secret', surroundings());
    expect(warnings[1]).toContain('read or change');
  });

  it('is not read from what is no file, no text, or too large', async () => {
    expect((await failure(`file:${directory}/missing`)).message).toContain('does not exist');
    expect((await failure(`file:${directory}`)).message).toContain('directory');
    expect((await failure(`file:${await secretFile(Buffer.from([0x80, 0x81, 0x00]))}`)).message).toContain('not text');
    expect((await failure(`file:${await secretFile('x'.repeat(1024 * 1024 + 1))}`)).message).toContain('1 MiB');
    expect((await failure('file:/dev/zero')).message).toContain('1 MiB');
  });

  it('is asked for without echo where there is a terminal', async () => {
    const questions: string[] = [];
    const ask = (question: string): Promise<string> => {
      questions.push(question);
      return Promise.resolve(value);
    };
    expect(await readCredential('acme', 'prompt', surroundings({ ask }))).toBe(value);
    expect(questions).toEqual(['value of CREDENTIAL.acme']);
    expect((await failure('prompt')).message).toContain('no terminal');
    expect((await failure('prompt', { ask: () => Promise.resolve('') })).message).toContain('no value');
  });

  it.each([value, `literal:${value}`, '', ':', 'https://example.test/x'])(
    'is not taken from the command line: %s',
    async (source) => {
      expect((await failure(source)).code).toBe('credential-literal');
    },
  );
});

describe('a command for a credential', () => {
  it('is run without a shell', async () => {
    expect(await readCredential('acme', "cmd:printf '%s\\n' '$HOME; `id`'", surroundings())).toBe('$HOME; `id`');
    expect(await readCredential('acme', 'cmd:sh -c "printf %s $TOKEN"', surroundings())).toBe(value);
  });

  it('sees the environment, without the credentials in it', async () => {
    const environment = {
      ...surroundings().environment,
      TINES_CREDENTIAL_OTHER: 'other',
      TINES_API_KEY: 'key',
      VAULT_TOKEN: 'vault',
    };
    expect(
      await readCredential(
        'acme',
        `cmd:sh -c 'echo "$VAULT_TOKEN,$TINES_CREDENTIAL_OTHER,$TINES_API_KEY"'`,
        surroundings({ environment }),
      ),
    ).toBe('vault,,');
  });

  it.each([
    ['cmd:', 'is empty'],
    ["cmd:echo 'abc", 'open quote'],
    ['cmd:no-such-program-4711 --read', 'no such program'],
    [`cmd:sh -c "echo ${value}; exit 3"`, 'exit status 3'],
    ['cmd:head -c 2000000 /dev/zero', '1 MiB'],
    ["cmd:printf '\\377\\001'", 'not text'],
  ])('fails with a reason and without what it printed: %s', async (source, reason) => {
    expect((await failure(source)).message).toContain(reason);
  });

  it('is ended after its time, with what it started', async () => {
    const error: unknown = await runCredentialCommand('acme', `sh -c 'sleep 4711.5 & sleep 4711.5'`, surroundings(), 0.3).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'credential-source', message: expect.stringContaining('did not end within 0.3 s') });
    expect(await readCredential('acme', `cmd:sh -c 'ps -eo args | grep -c "[s]leep 4711.5"; true'`, surroundings())).toBe('0');
  });

  it('is ended when the run is interrupted', async () => {
    const controller = new AbortController();
    const running = failure('cmd:sleep 4712', { signal: controller.signal });
    controller.abort();
    expect((await running).message).toContain('interrupted');
  });
});
