import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSourceFiles } from '../../../src/cli/files/source-files.ts';
import type { Options } from '../../../src/cli/options.ts';
import type { Surroundings } from '../../../src/cli/terminal/terminal.ts';
import { bundleCommand } from '../../../src/commands/bundle.ts';

const credential = 'sup3r-S3cret-Value-77';
const literals = ['liT3ral-in-URL', 'A1b2-C3d4-E5f6', 'abc-99-zz-session'];
let server: Server;
let directory = '';
let printed = '';
let told: string[] = [];

beforeAll(async () => {
  // An API that refuses, and repeats everything it was sent.
  server = createServer(({ headers, url }, response) => {
    response.writeHead(401, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ url, headers }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'bundle-command-'));
  printed = '';
  told = [];
  return () => rm(directory, { recursive: true });
});

function run(more: Options & { readonly 'dry-run'?: boolean }): Promise<number> {
  const { port } = server.address() as AddressInfo;
  const action = {
    type: 'Agents::HTTPRequestAgent',
    name: 'My action',
    options: {
      url: `http://127.0.0.1:${port}/x?api_key=${literals[0]}`,
      method: 'get',
      headers: { Authorization: 'Bearer <<CREDENTIAL.acme>>', 'X-Api-Key': literals[1], Cookie: `s=${literals[2]}` },
    },
  };
  const surroundings: Surroundings = {
    terminal: {
      print: (text) => {
        printed += text;
        return Promise.resolve();
      },
      tell: (text) => void told.push(text),
      colour: { output: false, messages: false },
      columns: 80,
      ask: undefined,
      askHidden: undefined,
    },
    environment: { PATH: process.env['PATH'], HOME: '/home/nobody-at-all', TINES_CREDENTIAL_ACME: credential },
    workingDirectory: directory,
    nodeVersion: '20.20.2',
    files: createSourceFiles(() => Promise.resolve(JSON.stringify(action))),
    signal: new AbortController().signal,
    now: () => new Date(2026, 10, 24),
  };
  return bundleCommand(
    { options: { action: '-', client: ['curl'], repeat: 1, experiments: false, 'tines-status': 401, ...more }, words: [] },
    surroundings,
  );
}

describe('the command bundle', () => {
  it('lists with --dry-run what would go in, and writes nothing', async () => {
    expect(await run({ 'dry-run': true })).toBe(0);
    expect(printed).toMatch(/^ *\d+ {2}README\.md\n *\d+ {2}action\.json\n(?:.*\n)*.*manifest\.json\n$/);
    expect(await readdir(directory)).toEqual([]);
  });

  it('writes one zip for its owner alone, without a secret in it', async () => {
    expect(await run({ out: 'for/support.zip', docs: 'https://docs.acme.test' })).toBe(0);
    expect(printed).toBe('');
    expect(await readdir(path.join(directory, 'for'))).toEqual(['support.zip']);
    expect((await stat(path.join(directory, 'for/support.zip'))).mode & 0o777).toBe(0o600);
    const files = Object.entries(unzipSync(await readFile(path.join(directory, 'for/support.zip')))).map(
      ([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')] as const,
    );
    expect(files).toHaveLength(9);
    for (const [name, content] of files)
      for (const secret of [credential, ...literals, directory]) expect(content, name).not.toContain(secret);
    expect(Object.fromEntries(files)['options.json']).toContain('"Bearer <<CREDENTIAL.acme>>"');
    expect(Object.fromEntries(files)['README.md']).toContain('https://docs.acme.test');
    expect(told.join('\n')).not.toContain(credential);
  });

  it('names the zip after the action in a directory', async () => {
    expect(await run({ out: 'sub' })).toBe(0);
    expect(await readdir(path.join(directory, 'sub'))).toEqual(['my-action.support.zip']);
    expect(told).toContain('wrote sub/my-action.support.zip');
  });
});
