import { describe, expect, it } from 'vitest';
import { compareRecordedRequest } from '../../../src/compare/compare-recorded-request.ts';
import type { RecordedRequest, SentMessage } from '../../../src/model/outcome.ts';

const recorded: RecordedRequest = {
  method: 'GET',
  url: 'https://a.test/x',
  params: { kind: 'null' },
  headers: [['Authorization', `Bearer ${'*'.repeat(16)}`]],
  body: { kind: 'null' },
};
const sent = (authorization: string): SentMessage => ({
  method: 'GET',
  url: 'https://a.test/x',
  version: 'HTTP/1.1',
  target: '/x',
  headers: [['authorization', authorization]],
  body: new Uint8Array(),
});
const noiseOf = (authorization: string) =>
  compareRecordedRequest(['tines', 'curl'], recorded, sent(authorization)).map(({ path, noise }) => [path, noise]);

describe('what the log hides', () => {
  it('may be anything: no difference is made of it', () => {
    expect(noiseOf('Bearer abc')).toEqual([['sent.headers.authorization', 'the log hides what Tines sent there']]);
  });

  it('does not hide what stands around it', () => {
    expect(noiseOf('Token abc')).toEqual([['sent.headers.authorization', undefined]]);
    expect(noiseOf('bearer abc')).toEqual([['sent.headers.authorization', undefined]]);
  });
});
