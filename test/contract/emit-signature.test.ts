import { execFile } from 'node:child_process';
import newman from 'newman';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emitCurl } from '../../src/emit/curl/emit-curl.ts';
import { printShell } from '../../src/emit/curl/print-shell.ts';
import { emitPostman } from '../../src/emit/postman/emit-postman.ts';
import { fillEnvironment } from '../../src/emit/postman/fill-environment.ts';
import type { RequestSpec } from '../../src/model/request-spec.ts';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { hostilePolicy } from './emit-hostile-requests.ts';

let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer();
});
afterAll(() => server.close());

const values = new Map([
  ['key', 'AKIDEXAMPLE'],
  ['secret', 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'],
  ['token', 'session+token=='],
]);
const credential = (name: string) => ({ name, from: [`CREDENTIAL.${name}`], encodings: [] });

test('both clients sign for the same key, day, region and service, and send the session token once', async () => {
  const request: RequestSpec = {
    method: 'GET',
    url: [`${server.origin}/?Action=ListQueues&Version=2012-11-05`],
    headers: [['User-Agent', ['Tines']]],
    body: { kind: 'none' },
    policy: hostilePolicy,
    signature: {
      region: 'eu-west-1',
      service: 'sqs',
      accessKey: [credential('key')],
      secretKey: [credential('secret')],
      sessionToken: [credential('token')],
    },
  };
  const { command } = printShell(emitCurl(request), 'bash', { values });
  await new Promise<void>((resolve) => execFile('bash', ['-c', command], () => resolve()));
  const artifact = emitPostman(request, { name: 'signature' });
  const collection: object = artifact.collection;
  const environment: object = fillEnvironment(artifact, values);
  await new Promise<void>((resolve) => newman.run({ collection, environment }, () => resolve()));
  expect(server.requests).toHaveLength(2);
  for (const { target, headers } of server.requests) {
    const named = (wanted: string) => headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
    expect(target).toBe('/?Action=ListQueues&Version=2012-11-05');
    expect(named('authorization')).toEqual([
      expect.stringMatching(
        /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/sqs\/aws4_request, ?SignedHeaders=[^,]*x-amz-date[^,]*, ?Signature=[0-9a-f]{64}$/,
      ),
    ]);
    expect(named('x-amz-security-token')).toEqual(['session+token==']);
    expect(named('x-amz-date')).toEqual([expect.stringMatching(/^\d{8}T\d{6}Z$/)]);
  }
});
