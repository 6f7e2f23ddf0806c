import { describe, expect, it } from 'vitest';
import { compareSent } from '../../../src/compare/compare-sent.ts';
import type { SentMessage } from '../../../src/model/outcome.ts';

function signed(authorization: string, more: readonly (readonly [string, string])[] = []): SentMessage {
  const headers = [['Authorization', authorization], ...more] as const;
  return { method: 'GET', url: 'https://a.example/', version: 'HTTP/1.1', target: '/', headers, body: new Uint8Array() };
}

const first = signed(
  'AWS4-HMAC-SHA256 Credential=AKIA1/20261124/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=aa',
  [['X-Amz-Date', '20261124T000000Z']],
);
const counting = (left: SentMessage, right: SentMessage): readonly string[] =>
  compareSent(['curl', 'postman'], left, right)
    .filter(({ noise }) => noise === undefined)
    .map(({ path }) => path);

describe('two requests signed for AWS', () => {
  it('differ in their signatures, their time and the hash of the body, and that does not count', () => {
    const second = signed(
      'AWS4-HMAC-SHA256 Credential=AKIA1/20261125/eu-west-1/dynamodb/aws4_request, SignedHeaders=host;x-a, Signature=bb',
      [
        ['X-Amz-Date', '20261125T000001Z'],
        ['X-Amz-Content-Sha256', 'e3'],
      ],
    );
    expect(compareSent(['curl', 'postman'], first, second).length).toBe(3);
    expect(counting(first, second)).toEqual([]);
  });

  it.each([
    [
      'another key',
      'AWS4-HMAC-SHA256 Credential=AKIA2/20261124/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=bb',
    ],
    [
      'another region',
      'AWS4-HMAC-SHA256 Credential=AKIA1/20261124/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=bb',
    ],
    ['no signature', 'Bearer x'],
  ])('differ in what counts where one has %s', (_, authorization) => {
    expect(counting(first, signed(authorization, [['X-Amz-Date', '20261124T000000Z']]))).toEqual(['sent.headers.authorization']);
  });

  it('differ in what counts in every other field', () => {
    const other = signed(
      'AWS4-HMAC-SHA256 Credential=AKIA1/20261124/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=bb',
      [
        ['X-Amz-Date', 'x'],
        ['X-Amz-Target', 'y'],
      ],
    );
    expect(counting(first, other)).toEqual(['sent.headers.x-amz-target']);
  });
});
