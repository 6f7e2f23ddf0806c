import { expect, test } from 'vitest';
import { emitHar } from '../../../src/emit/har/emit-har.ts';
import { credential, exampleRequest } from './example-request.ts';

test('a HAR has the request in its parts, with names in place of secrets', () => {
  const { har, losses } = emitHar(
    exampleRequest({
      method: 'POST',
      url: ['https://h?a=1&b&c=', credential('acme', 'form')],
      headers: [
        ['Content-Type', ['application/x-www-form-urlencoded']],
        ['Cookie', ['s=1; t=2']],
      ],
      body: {
        kind: 'form',
        fields: [
          [['x'], ['1 2']],
          [['y'], null],
        ],
        text: ['x=1+2&y'],
      },
    }),
    { version: '1.0.0' },
  );
  expect(losses).toEqual([]);
  expect(har.log).toMatchObject({ version: '1.2', creator: { name: 'tines-compare', version: '1.0.0' } });
  expect(har.log.entries[0]?.request).toEqual({
    method: 'POST',
    url: 'https://h/?a=1&b&c=‹CREDENTIAL.acme›',
    httpVersion: 'HTTP/1.1',
    cookies: [
      { name: 's', value: '1' },
      { name: 't', value: '2' },
    ],
    headers: [
      { name: 'Content-Type', value: 'application/x-www-form-urlencoded' },
      { name: 'Cookie', value: 's=1; t=2' },
    ],
    queryString: [
      { name: 'a', value: '1' },
      { name: 'b', value: '' },
      { name: 'c', value: '‹CREDENTIAL.acme›' },
    ],
    postData: {
      mimeType: 'application/x-www-form-urlencoded',
      text: 'x=1+2&y',
      params: [
        { name: 'x', value: '1 2' },
        { name: 'y', value: '' },
      ],
    },
    headersSize: -1,
    bodySize: 7,
  });
});

test('a binary body is base64, and a declared loss', () => {
  const { har, losses } = emitHar(exampleRequest({ body: { kind: 'bytes', bytes: Uint8Array.of(0, 255) } }), { version: '1' });
  expect(har.log.entries[0]?.request.postData).toMatchObject({ text: 'AP8=', _encoding: 'base64' });
  expect(losses).toMatchObject([{ artifact: 'har', feature: 'body' }]);
});
