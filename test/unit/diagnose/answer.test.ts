import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../src/diagnose/answers/answer.ts';
import type { RunOutcome } from '../../../src/model/outcome.ts';

function outcome(bytes: Uint8Array, contentType: string): RunOutcome {
  const sent = { method: 'GET', url: '', version: '', target: '/', headers: [], body: new Uint8Array() };
  const body = { bytes, size: bytes.length, sha256: '' };
  const received = { version: '1.1', status: 400, reason: '', headers: [['Content-Type', contentType]] as const, body };
  return { client: 'curl', status: 'completed', hops: [{ sent, received }], milliseconds: 1 };
}

describe('the answer that a diagnosis reads', () => {
  it.each([
    ['UTF-16', Buffer.from('\ufeff{"error":"clé refusée"}', 'utf16le'), 'application/json'],
    ['Windows-1252', Buffer.from('{"error":"clé refusée"}', 'latin1'), 'application/json; charset=windows-1252'],
    ['UTF-8', Buffer.from('{"error":"clé refusée"}'), 'application/json'],
  ])('is decoded by its charset: %s', (_, bytes, contentType) => {
    const { text, json } = answerOf(outcome(bytes, contentType));
    expect(text).toBe('{"error":"clé refusée"}');
    expect(json).toEqual({ error: 'clé refusée' });
  });
});
