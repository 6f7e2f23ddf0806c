import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import newman from 'newman';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emitCurl } from '../../src/emit/curl/emit-curl.ts';
import { printShell } from '../../src/emit/curl/print-shell.ts';
import { emitPostman } from '../../src/emit/postman/emit-postman.ts';
import type { BodySpec, RequestSpec } from '../../src/model/request-spec.ts';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { type ExpectedRequest, hostilePolicy } from './emit-hostile-requests.ts';
import { wireDifferences } from './emit-wire-differences.ts';

let server: RecordingServer;
let directory: string;
beforeAll(async () => {
  server = await startRecordingServer();
  directory = mkdtempSync(path.join(tmpdir(), 'emit-'));
});
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true });
  await server.close();
});

const visible = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));
const target = fc.array(
  visible.filter((character) => !'#\\'.includes(character)),
  { maxLength: 20 },
);
const name = fc
  .string({ unit: fc.constantFrom(...'abcXYZ019-_!#$%&*+.^`|~'), minLength: 1, maxLength: 8 })
  .map((text) => `X${text}`);
const unicode = fc
  .integer({ min: 0x20, max: 0x10ffff })
  .filter((code) => (code < 0x7f || code > 0x9f) && (code < 0xd800 || code > 0xdfff));
const latin = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) }, fc.integer({ min: 0xa0, max: 0xff }));
const value = fc
  .array(fc.oneof({ weight: 9, arbitrary: latin }, unicode), { maxLength: 12 })
  .map((codes) => String.fromCodePoint(...codes));
const text = fc.string({ unit: 'binary', maxLength: 40 });
const body: fc.Arbitrary<BodySpec> = fc.oneof(
  fc.constant<BodySpec>({ kind: 'none' }),
  text.map((content): BodySpec => ({ kind: 'text', text: content === '' ? [] : [content] })),
  fc.uint8Array({ maxLength: 40 }).map((bytes): BodySpec => ({ kind: 'bytes', bytes })),
);
const request = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'),
  path: target.map((characters) => `/${characters.join('')}`),
  headers: fc.uniqueArray(fc.tuple(name, value), { maxLength: 4, selector: ([key]) => key.toLowerCase() }),
  body,
});

interface Sample {
  readonly spec: RequestSpec;
  readonly expected: ExpectedRequest;
}

function samples(): readonly Sample[] {
  return fc.sample(request, { numRuns: 150, seed: 11 }).map(({ method, path: target, headers, body }) => ({
    spec: {
      method,
      url: [server.origin + target],
      headers: headers.map(([key, text]) => [key, text === '' ? [] : [text]]),
      body,
      policy: hostilePolicy,
    },
    expected: {
      method,
      target,
      headers: headers.map(([key, text]) => [
        key.toLowerCase(),
        Buffer.from(text)
          .toString('latin1')
          .replace(/^[ \t]+|[ \t]+$/g, ''),
      ]),
      body:
        body.kind === 'text'
          ? Buffer.from(body.text.join(''))
          : body.kind === 'bytes'
            ? Buffer.from(body.bytes)
            : Buffer.alloc(0),
    },
  }));
}

function differences(all: readonly Sample[]): readonly string[] {
  return all.flatMap(({ expected }, index) =>
    wireDifferences(expected, server.requests[index]).map((difference) => `${index} ${JSON.stringify(expected)}: ${difference}`),
  );
}

test('150 random requests arrive as specified from the printed command', async () => {
  server.clear();
  const all = samples();
  const script = path.join(directory, 'random.bash');
  writeFileSync(script, all.map(({ spec }) => `{ ${printShell(emitCurl(spec), 'bash').command}\n} >/dev/null 2>&1\n`).join(''));
  await new Promise<void>((resolve) => execFile('bash', [script], () => resolve()));
  expect(differences(all)).toEqual([]);
  expect(server.requests).toHaveLength(all.length);
});

test('150 random requests arrive as specified from Newman', async () => {
  server.clear();
  const all = samples();
  const collections = all.map(({ spec }, index) => emitPostman(spec, { name: `random ${index}` }).collection);
  const item = collections.flatMap((collection) => collection.item);
  const variable = collections.flatMap((collection) => collection.variable ?? []);
  const collection: object = { ...collections[0], item, variable };
  await new Promise<void>((resolve, reject) => newman.run({ collection }, (error) => (error ? reject(error) : resolve())));
  expect(differences(all)).toEqual([]);
  expect(server.requests).toHaveLength(all.length);
});
