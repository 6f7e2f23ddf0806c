import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/diagnose/answers/answer.ts';
import { answersAlike } from '../../../src/diagnose/answers/answers-alike.ts';

function answer(
  body: unknown,
  { status = 401, challenge }: { readonly status?: number; readonly challenge?: string } = {},
): Answer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    status,
    headers: challenge === undefined ? [] : [['WWW-Authenticate', challenge]],
    text,
    json: typeof body === 'string' ? undefined : body,
    hops: [],
  };
}

describe('answers that say the same', () => {
  test.each([
    [
      'request ids',
      { error: 'no', request_id: '8d3b6c1e-1a2b-4c3d-9e8f-0123456789ab' },
      { error: 'no', request_id: '00000000-1a2b-4c3d-9e8f-0123456789ab' },
    ],
    ['times', { error: 'no', at: '2026-01-01T00:00:00Z', took: 3 }, { error: 'no', at: '2026-11-24T12:30:01.123Z', took: 17 }],
    ['the order of members', { a: 'x', b: 'y' }, { b: 'y', a: 'x' }],
    ['a token shown in part', { error: 'Incorrect key: sk-ab**********cd' }, { error: 'Incorrect key: sk-ef**********gh' }],
    ['hexadecimal ids', 'error 5f1c9a7e3b2d4068', 'error 0000aaaa1111bbbb'],
  ])('%s', (_, left, right) => {
    expect(answersAlike(answer(left), answer(right))).toBe(true);
  });

  test('an echo of the credentials', () => {
    expect(answersAlike(answer('bad key right-key-1'), answer('bad key right-key-1'), ['right-key-1'])).toBe(true);
  });
});

describe('answers that do not', () => {
  test.each([
    ['numbers of errors', { code: 9106 }, { code: 10_000 }],
    ['AADSTS codes', { error: 'AADSTS50126: no' }, { error: 'AADSTS700082: no' }],
    ['words', { error: 'missing' }, { error: 'invalid' }],
  ])('%s', (_, left, right) => {
    expect(answersAlike(answer(left), answer(right))).toBe(false);
  });

  test('statuses and challenges', () => {
    expect(answersAlike(answer(''), answer('', { status: 403 }))).toBe(false);
    expect(answersAlike(answer('', { challenge: 'Bearer' }), answer('', { challenge: 'Bearer error="invalid_token"' }))).toBe(
      false,
    );
  });

  test('what is not known is not compared', () => {
    expect(
      answersAlike({ status: 401, headers: null, text: null, json: undefined, hops: [] }, answer('x', { challenge: 'Bearer' })),
    ).toBe(true);
  });
});
