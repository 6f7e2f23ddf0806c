import { describe, expect, test } from 'vitest';
import type { RequestSpec } from '../../../src/model/request-spec.ts';
import { type Case, diagnoseCase } from './diagnose-case.ts';
import { good, token } from './fake-credentials.ts';
import { sendRaw } from './send-raw.ts';

const options = {
  url: '{origin}/items',
  method: 'get',
  headers: { Authorization: 'Bearer <<CREDENTIAL.acme>>', Accept: 'application/json' },
  payload: { page: 1 },
};
const credentials = { acme: token };
const copied =
  (more: Partial<RequestSpec>) =>
  (request: RequestSpec, origin: string): RequestSpec => ({
    ...request,
    url: [`${origin}/items?page=1`],
    headers: [
      ['User-Agent', ['PostmanRuntime/7.43.0']],
      ['Accept', ['*/*']],
      ['X-Tenant', ['blue']],
      ['Cache-Control', ['no-cache']],
      ['Authorization', [`Bearer ${token}`]],
    ],
    ...more,
  });
const needsTenant: Case['answer'] = ({ headers }) =>
  headers['x-tenant'] === 'blue' ? good : { status: 400, body: { error: 'no' } };

describe('against a request that works', () => {
  test('the one header that matters is found among several', async () => {
    const result = await diagnoseCase({ answer: needsTenant, options, credentials, working: copied({}) });
    expect(result.diagnoses[0]).toMatchObject({ code: 'client-header', confidence: 'confirmed' });
    expect(result.diagnoses[0]?.evidence.join()).toContain('X-Tenant');
    expect(result.requests.length).toBeLessThanOrEqual(12);
  });

  test('two that matter only together are found together', async () => {
    const answer: Case['answer'] = ({ headers }) =>
      headers['x-tenant'] === 'blue' && headers['cache-control'] === 'no-cache' ? good : { status: 400 };
    const result = await diagnoseCase({ answer, options, credentials, working: copied({}), settings: { maxRequests: 30 } });
    const [first] = result.diagnoses;
    expect(first?.confidence).toBe('confirmed');
    expect(first?.evidence[0]).toMatch(/X-Tenant.*Cache-Control|Cache-Control.*X-Tenant/);
  });

  test('another scheme is called by its name', async () => {
    const answer: Case['answer'] = ({ headers }) => (headers.authorization === `token ${token}` ? good : { status: 401 });
    const working = (request: RequestSpec): RequestSpec => ({
      ...request,
      headers: request.headers.map(([name, value]) => [name, name === 'Authorization' ? [`token ${token}`] : value]),
    });
    expect((await diagnoseCase({ answer, options, credentials, working })).diagnoses[0]).toMatchObject({
      code: 'scheme-wrong',
      confidence: 'confirmed',
    });
  });

  test('a request that does not work either proves nothing', async () => {
    const result = await diagnoseCase({ answer: () => ({ status: 400 }), options, credentials, working: copied({}) });
    expect(result.diagnoses.every(({ confidence }) => confidence !== 'confirmed')).toBe(true);
    expect(result.diagnoses.some(({ evidence }) => evidence.join().includes('known to work'))).toBe(true);
  });

  test('a request to another origin is not sent', async () => {
    const result = await diagnoseCase({
      answer: needsTenant,
      options,
      credentials,
      working: copied({ url: ['https://api.example.com/items'] }),
    });
    expect(result.requests.every(({ host }) => host.startsWith('127.0.0.1'))).toBe(true);
    expect(result.diagnoses.some(({ code }) => code === 'wrong-environment')).toBe(true);
  });
});

describe('where the two clients disagree', () => {
  test('the header that only one of them sends is found', async () => {
    const answer: Case['answer'] = ({ headers }) =>
      headers['cache-control'] === undefined ? good : { status: 400, body: { error: 'no' } };
    const values = new Map([['acme', token]]);
    const extra = [
      ['Cache-Control', 'no-cache'],
      ['X-Other', '1'],
    ] as const;
    const result = await diagnoseCase({
      answer,
      options,
      credentials,
      prepare: async (request) => [
        [await sendRaw(request, { values })],
        [await sendRaw(request, { values, client: 'postman', extra })],
      ],
    });
    expect(result.diagnoses[0]).toMatchObject({ code: 'client-header', confidence: 'confirmed' });
    expect(result.diagnoses[0]?.evidence.join()).toContain('cache-control');
  });
});
