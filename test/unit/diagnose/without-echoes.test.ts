import { expect, test } from 'vitest';
import { withoutEchoes } from '../../../src/diagnose/evidence/words/without-echoes.ts';
import type { RequestSpec } from '../../../src/model/request-spec.ts';

const request = (url: string, text: string): RequestSpec => ({
  method: 'POST',
  url: [url],
  headers: [],
  body: { kind: 'text', text: [text] },
  policy: {
    redirects: { follow: true, limit: 3, keepAuthorization: false },
    tls: { verify: true },
    timeoutSeconds: 30,
    success: [{ from: 200, to: 399 }],
  },
});
const reveal = (text: readonly unknown[]) => text.join('');
const kept = (messages: readonly string[], url: string, text: string) =>
  withoutEchoes(messages, { request: request(url, text), reveal });

test('what the body or the query holds is dropped, escaped or not', () => {
  const body = JSON.stringify({ note: 'the "old" token expired' });
  expect(kept(['the "old" token expired', 'Value error'], 'https://example.com/', body)).toEqual(['Value error']);
  expect(kept(['permission denied here', 'bad query'], 'https://example.com/?q=permission+denied%20here', '')).toEqual([
    'bad query',
  ]);
  expect(kept(['token expired'], 'https://example.com/', 'note=token+expired')).toEqual([]);
});

test('short codes and sentences that are more than the echo stay', () => {
  const body = JSON.stringify({ kind: 'denied', note: 'token expired' });
  expect(kept(['denied', 'note: token expired'], 'https://example.com/', body)).toEqual(['denied', 'note: token expired']);
});

test('an address that cannot be decoded is compared as it is', () => {
  expect(kept(['something else'], 'https://example.com/?q=%E0%A4', '')).toEqual(['something else']);
});
