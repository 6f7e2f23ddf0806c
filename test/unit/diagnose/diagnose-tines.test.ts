import { describe, expect, test } from 'vitest';
import type { TinesOutcome } from '../../../src/model/outcome.ts';
import { type Case, diagnoseCase } from './diagnose-case.ts';
import { good, talkative, token } from './fake-credentials.ts';

const options = { url: '{origin}/items', method: 'get', headers: { Authorization: 'Bearer <<CREDENTIAL.acme>>' } };
const works: Case = { answer: (request) => talkative(request) ?? good, options, credentials: { acme: token } };

function recorded(
  status: number,
  body?: Readonly<Record<string, string>>,
  headers: readonly (readonly [string, string])[] = [],
): TinesOutcome {
  const json = {
    kind: 'object',
    members: Object.entries(body ?? {}).map(([key, value]) => ({ key, value: { kind: 'string', value } as const })),
  } as const;
  return {
    client: 'tines',
    status: 'recorded',
    response: { status, ...(body === undefined ? {} : { headers, body: { kind: 'json', value: json } }) },
  };
}

const missing = recorded(401, { error: 'unauthorized' }, [['www-authenticate', 'Bearer realm="api"']]);
const invalid = recorded(401, { error: 'invalid_token' }, [['www-authenticate', 'Bearer realm="api", error="invalid_token"']]);
const codes = ({ diagnoses }: Awaited<ReturnType<typeof diagnoseCase>>) =>
  diagnoses.map(({ code, confidence }) => `${code} ${confidence}`);

describe('a failure that only Tines has', () => {
  test('an answer like the one without a credential points to an empty credential in Tines', async () => {
    const result = await diagnoseCase({ ...works, tines: missing });
    expect(codes(result)[0]).toBe('credential-empty likely');
    expect(result.requests).toHaveLength(2);
  });

  test('a log that shows an empty header confirms it', async () => {
    if (missing.status !== 'recorded') throw new Error('not recorded');
    const sent = {
      method: 'get',
      url: 'https://example.com',
      params: { kind: 'null' },
      headers: [['Authorization', 'Bearer ']],
      body: { kind: 'null' },
    } as const;
    const result = await diagnoseCase({ ...works, tines: { ...missing, sent } });
    expect(codes(result)[0]).toBe('credential-empty confirmed');
  });

  test('an answer like the one to a wrong credential points to another value in Tines', async () => {
    expect(codes(await diagnoseCase({ ...works, tines: invalid }))[0]).toBe('credential-rejected likely');
  });

  test('a bare 401 leaves several possible causes and confirms none', async () => {
    const found = codes(await diagnoseCase({ ...works, tines: recorded(401) }));
    expect(found).toEqual(
      expect.arrayContaining([
        'credential-empty possible',
        'credential-rejected possible',
        'test-credential possible',
        'shadowed-credential possible',
      ]),
    );
    expect(found.every((code) => code.endsWith('possible'))).toBe(true);
  });

  test('a 403 leaves the address possible, never more', async () => {
    const found = codes(await diagnoseCase({ ...works, tines: recorded(403, { message: 'denied' }) }));
    expect(found).toContain('address-not-allowed possible');
    expect(found.some((code) => code.endsWith('confirmed'))).toBe(false);
  });

  test('no answer in Tines from an address of a private network', async () => {
    const found = codes(await diagnoseCase({ ...works, tines: recorded(0) }));
    expect(found[0]).toBe('private-address likely');
    expect(found).toEqual(expect.arrayContaining(['egress-blocked possible', 'credential-domain-restricted possible']));
  });

  test('the log’s words make egress control likely', async () => {
    const found = codes(
      await diagnoseCase({ ...works, tines: recorded(0), settings: { log: ['Request blocked by action egress control'] } }),
    );
    expect(found[0]).toBe('egress-blocked likely');
  });

  test('nothing is diagnosed where everything works or Tines is not known', async () => {
    const result = await diagnoseCase(works);
    expect(result.diagnoses).toEqual([]);
    expect(result.requests).toEqual([]);
    expect(result.checklist.map(({ item, state }) => `${item} ${state}`)).toEqual([
      'permissions-and-expiry ok',
      'format ok',
      'method ok',
      'outside-tines ok',
    ]);
  });
});
