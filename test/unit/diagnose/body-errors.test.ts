import { describe, expect, test } from 'vitest';
import { decideVerdict } from '../../../src/diagnose/conclude/verdict.ts';
import type { RunOutcome, TinesOutcome } from '../../../src/model/outcome.ts';
import type { RequestSpec } from '../../../src/model/request-spec.ts';
import { type CaseAnswer, diagnoseCase } from './diagnose-case.ts';
import { token } from './fake-credentials.ts';

const options = { url: '{origin}/call', method: 'get', headers: { Authorization: 'Bearer <<CREDENTIAL.acme>>' } };
const success = [{ from: 200, to: 399 }] as const;
const unknown: TinesOutcome = { client: 'tines', status: 'unknown' };
const recorded = (status: number): TinesOutcome => ({ client: 'tines', status: 'recorded', response: { status } });

function outcome(client: 'curl' | 'postman', { sent, body }: { readonly sent: RequestSpec; readonly body: string }): RunOutcome {
  const message = {
    method: sent.method,
    url: 'http://127.0.0.1/call',
    version: 'HTTP/1.1',
    target: '/call',
    headers: [],
    body: new Uint8Array(),
  };
  const bytes = Buffer.from(body);
  const received = {
    version: 'HTTP/1.1',
    status: 200,
    reason: 'OK',
    headers: [],
    body: { bytes, size: bytes.length, sha256: '' },
  };
  return { client, status: 'completed', hops: [{ sent: message, received }], milliseconds: 1 };
}

/** The verdict where both clients get this answer under 200. */
async function judge(answer: CaseAnswer, tines: TinesOutcome) {
  const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  let runs: readonly (readonly RunOutcome[])[] = [];
  const { bodyErrors, diagnoses } = await diagnoseCase({
    answer: () => answer,
    options,
    credentials: { acme: token },
    tines,
    prepare: async (sent) => {
      runs = [[outcome('curl', { sent, body })], [outcome('postman', { sent, body })]];
      return runs;
    },
  });
  return { ...decideVerdict({ tines, runs, clientsDiffer: false, success, lowered: [], bodyErrors }), first: diagnoses[0]?.code };
}

const slack = { status: 200, body: { ok: false, error: 'invalid_auth' } };

describe('an error under a success is a failure', () => {
  test.each([
    ['Slack’s ok: false', slack, '200 with an error in the body: ‹invalid_auth›'],
    [
      'errors of GraphQL without data',
      { status: 200, body: { errors: [{ message: 'Not logged in' }], data: null } },
      '‹Not logged in›',
    ],
    [
      'a login page in place of data',
      { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html><form><input type="password"></form></html>' },
      '‹a login page›',
    ],
  ])('%s', async (_, answer, text) => {
    const verdict = await judge(answer, unknown);
    expect(verdict.code).toBe('not-tines');
    expect(verdict.text).toContain(text);
    expect(verdict.first).toBeDefined();
  });

  test('in Tines too, where its body is not known and its status is the same', async () => {
    expect((await judge(slack, recorded(200))).code).toBe('not-tines');
  });

  test('a failing status in Tines is another failure', async () => {
    expect((await judge(slack, recorded(401))).code).toBe('fails-differently');
  });

  test('a recorded success in Tines is a success', async () => {
    const body = {
      kind: 'json',
      value: { kind: 'object', members: [{ key: 'ok', value: { kind: 'boolean', value: true } }] },
    } as const;
    const tines: TinesOutcome = { client: 'tines', status: 'recorded', response: { status: 200, body } };
    expect((await judge(slack, tines)).code).toBe('outside-only');
  });

  test('GraphQL errors beside data are none', async () => {
    const partial = { status: 200, body: { errors: [{ message: 'one field' }], data: { user: { id: 1 } } } };
    expect((await judge(partial, unknown)).code).toBe('works-outside');
  });
});
