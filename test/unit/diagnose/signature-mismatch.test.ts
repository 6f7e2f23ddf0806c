import { describe, expect, test } from 'vitest';
import { type Answer, answerOf } from '../../../src/diagnose/answers/answer.ts';
import { signatureMismatch } from '../../../src/diagnose/evidence/credentials/signature-mismatch.ts';

interface Told {
  readonly canonical?: string;
  readonly body?: string;
  readonly url?: string;
  readonly method?: string;
}

const hash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const headers = [
  ['Host', 'bucket.s3.eu-west-1.amazonaws.com'],
  ['X-Amz-Date', '20261124T120000Z'],
] as const;
const canonical = ({
  method = 'GET',
  path = '/my%20file.txt',
  query = 'list-type=2&prefix=a%20b',
  date = '20261124T120000Z',
} = {}) =>
  [method, path, query, 'host:bucket.s3.eu-west-1.amazonaws.com', `x-amz-date:${date}`, '', 'host;x-amz-date', hash].join('\n');

function answer({
  canonical: text,
  body,
  url = 'https://bucket.s3.eu-west-1.amazonaws.com/my%20file.txt?prefix=a%20b&list-type=2',
  method = 'GET',
}: Told): Answer {
  const shown = text === undefined ? '' : `<CanonicalRequest>${text.replaceAll('&', '&amp;')}</CanonicalRequest>`;
  const bytes = Buffer.from(
    body ??
      `<?xml version="1.0"?><Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided.</Message>${shown}</Error>`,
  );
  const sent = { method, url, version: 'HTTP/1.1', target: '/', headers, body: new Uint8Array() };
  const received = { version: 'HTTP/1.1', status: 403, reason: '', headers: [], body: { bytes, size: bytes.length, sha256: '' } };
  return answerOf({ client: 'curl', status: 'completed', hops: [{ sent, received }], milliseconds: 1 });
}

describe('the canonical request that AWS computed, against what was sent', () => {
  test.each([
    ['the same: the secret key is another one', canonical(), 'nothing'],
    ['another method', canonical({ method: 'HEAD' }), 'method'],
    ['another path', canonical({ path: '/other.txt' }), 'path'],
    ['the same path, escaped twice', canonical({ path: '/my%2520file.txt' }), 'nothing'],
    ['a space in the query as a plus', canonical({ query: 'list-type=2&prefix=a%2Bb' }), 'query'],
    ['a parameter less', canonical({ query: 'list-type=2' }), 'query'],
    ['another value of a signed header', canonical({ date: '20261124T130000Z' }), 'header'],
  ] as const)('%s', (_, text, differs) => {
    expect(signatureMismatch(answer({ canonical: text }))?.differs).toBe(differs);
  });

  test('a parameter without a value is signed with an empty one', () => {
    const url = 'https://bucket.s3.eu-west-1.amazonaws.com/?acl';
    expect(signatureMismatch(answer({ url, canonical: canonical({ path: '/', query: 'acl=' }) }))?.differs).toBe('nothing');
  });

  test('the JSON form of the other services is read too', () => {
    const message = `The request signature we calculated does not match the signature you provided.\n\nThe Canonical String for this request should have been\n'${canonical({ method: 'POST' })}'\n\nThe String-to-Sign should have been\n'AWS4-HMAC-SHA256'\n`;
    expect(signatureMismatch(answer({ body: JSON.stringify({ message }) }))).toMatchObject({
      differs: 'method',
      text: 'the server signed the method POST, and GET was sent',
    });
  });

  test('without a canonical request nothing is claimed', () => {
    expect(signatureMismatch(answer({}))?.differs).toBe('unknown');
  });

  test('any other answer is none', () => {
    expect(signatureMismatch(answer({ body: '<Error><Code>AccessDenied</Code></Error>' }))).toBeNull();
  });
});
