import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorking } from '../../src/import/read-working.ts';
import { parseJson } from '../../src/parse/json/parse-json.ts';
import { findNewmanHost } from '../../src/run/newman/find-host.ts';
import { type NewmanHost, startNewman } from '../../src/run/newman/start-newman.ts';
import { isSensitiveName } from '../../src/secrets/literals/sensitive-name.ts';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { shownRequest } from '../unit/recall/shown-request.ts';
import { workingCollection } from '../unit/recall/working-collection.ts';

let server: RecordingServer;
let newman: NewmanHost;
let directory: string;

beforeAll(async () => {
  server = await startRecordingServer();
  directory = mkdtempSync(path.join(tmpdir(), 'working-postman-'));
  newman = startNewman({ hostPath: findNewmanHost(import.meta.url), environment: process.env });
});
afterAll(async () => {
  await newman.close();
  await server.close();
  rmSync(directory, { recursive: true });
});

describe('a request of a collection that is read', () => {
  it('has what Newman sends for it', async () => {
    const text = workingCollection.replaceAll('{origin}', server.origin);
    const results = await newman.runCollection({
      collection: JSON.parse(text),
      environment: new Map(),
      policy: { timeoutSeconds: 30, maxBodyBytes: 1e6, verifyTls: true },
      temporaryDirectory: directory,
      signal: new AbortController().signal,
    });
    expect(results.flatMap(({ name, outcome }) => (outcome.status === 'failed' ? [[name, outcome.error.message]] : []))).toEqual(
      [],
    );
    const sent = server.requests.map(({ method, target, headers, body }) => {
      const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
      const boundary = /boundary=(\S+)$/u.exec(type)?.[1] ?? '\0';
      return {
        method,
        url: `${server.origin}${target}`,
        headers: headers
          .filter(([name]) => !/^(?:host|content-length|connection|cache-control|postman-token|user-agent)$/iu.test(name))
          .map(([name, value]) => `${name}: ${value.replaceAll(boundary, '{boundary}')}`)
          .sort(),
        body: body.toString('utf8').replaceAll(boundary, '{boundary}'),
      };
    });
    const read = results.map((_, index) => {
      const working = readWorking(text, {
        file: 'collection.json',
        name: String(index + 1),
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
      const { headers, ...rest } = shownRequest(working);
      const fields = [...headers].filter(([name]) => name !== 'User-Agent').map(([name, value]) => `${name}: ${value}`);
      return { ...rest, headers: fields.sort() };
    });
    expect(read).toEqual(sent);
  }, 60_000);
});
