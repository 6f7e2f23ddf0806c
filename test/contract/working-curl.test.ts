import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentBytes } from '../../src/emit/content-bytes.ts';
import { emitCurl } from '../../src/emit/curl/emit-curl.ts';
import { printConfig } from '../../src/emit/curl/print-config.ts';
import { readWorking } from '../../src/import/read-working.ts';
import { parseJson } from '../../src/parse/json/parse-json.ts';
import { isSensitiveName } from '../../src/secrets/literals/sensitive-name.ts';
import { type RecordedWireRequest, type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { workingCommands } from '../unit/recall/working-commands.ts';

const runnable = workingCommands.filter(({ notRun }) => notRun === undefined);
let server: RecordingServer;
let directory: string;

beforeAll(async () => {
  server = await startRecordingServer();
  directory = mkdtempSync(path.join(tmpdir(), 'working-curl-'));
});
afterAll(async () => {
  await server.close();
  rmSync(directory, { recursive: true });
});

function run(file: string, words: readonly string[]): Promise<void> {
  const environment = { PATH: process.env.PATH ?? '', HOME: directory, LC_ALL: 'C.UTF-8' };
  return new Promise((resolve) => {
    execFile(file, words, { env: environment, cwd: directory, timeout: 60_000 }, () => resolve());
  });
}

const place = (command: string) =>
  command.replaceAll('{origin}', server.origin).replaceAll('{host}', server.origin.replace('http://', ''));

const read = (command: string) =>
  readWorking(place(command), {
    file: 'working.sh',
    policy: {
      redirects: { follow: false, limit: 5, keepAuthorization: false },
      tls: { verify: true },
      timeoutSeconds: 30,
      success: [],
    },
    variable: () => undefined,
    readBytes: () => new Uint8Array(),
    isSecretName: isSensitiveName,
    parseJson,
    taken: new Set(),
  });

/** What counts of a request: not the names that a version gives itself, nor how the message is framed. */
function comparable({ method, target, headers, body }: RecordedWireRequest) {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const boundary = /boundary=(-{20,}\w+)$/u.exec(type)?.[1] ?? '\0';
  const fields = headers
    .filter(([name]) => !/^(?:host|content-length|connection|expect)$/iu.test(name))
    .map(([name, value]) => `${name}: ${value.replace(/^curl\/[\d.]+$/u, 'curl').replaceAll(boundary, '{boundary}')}`);
  // Versions of curl differ in the case of the escapes that --get writes.
  const query = target.replace(/%[\da-f]{2}/giu, (escaped) => escaped.toUpperCase());
  return { method, target: query, headers: fields.sort(), body: body.toString('latin1').replaceAll(boundary, '{boundary}') };
}

describe('a curl command that is read', () => {
  // The shell and both of curl's forms are the oracle: what is read here is what curl sends.
  it('is sent again with the bytes that curl sends for it in a shell', async () => {
    const scripts = runnable.map(({ command }, index) => {
      const file = path.join(directory, `${index}.sh`);
      writeFileSync(file, place(command));
      return file;
    });
    for (const file of scripts) await run('bash', [file]);
    const bySelf = server.requests.map(comparable);
    server.clear();
    expect(bySelf).toHaveLength(runnable.length);
    const configs = runnable.map(({ command }, index) => {
      const { request, values } = read(command);
      const emitted = emitCurl(request);
      const body = path.join(directory, `${index}.body`);
      if (emitted.content !== null) writeFileSync(body, contentBytes(emitted.content, values));
      return `${printConfig(emitted, values, { body })}output = "/dev/null"\n`;
    });
    const config = path.join(directory, 'config');
    writeFileSync(config, configs.join('next\n'));
    await run('curl', ['--disable', '--silent', '--config', config]);
    const again = server.requests.map(comparable);
    expect(again.map((request, index) => ({ title: runnable[index]?.title, ...request }))).toEqual(
      bySelf.map((request, index) => ({ title: runnable[index]?.title, ...request })),
    );
  }, 90_000);
});
