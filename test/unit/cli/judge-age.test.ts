import { describe, expect, it } from 'vitest';
import { judgeAge } from '../../../src/commands/compare/judge-age.ts';
import type { TinesOutcome } from '../../../src/model/outcome.ts';
import { parseActionFile } from '../../../src/parse/parse-action-file.ts';

const options = { url: 'https://a.test', headers: { Authorization: 'Bearer <<CREDENTIAL.acme>>' } };
const [action] = parseActionFile(JSON.stringify(options), 'a.json').actions;
const recorded = (more: object): TinesOutcome => ({
  client: 'tines',
  status: 'recorded',
  response: { status: 401 },
  at: '2026-11-20T10:00:30.000Z',
  ...more,
});
const now = new Date('2026-11-24T10:00:00Z');
const change = (name: string, at: string) => new Map([[name, [{ at: new Date(at), what: `‹CREDENTIAL.${name}›` }]]]);

function judge(tines: TinesOutcome, changes = new Map()) {
  if (action === undefined) throw new Error('no action');
  return judgeAge(action, tines, { now, changes });
}

describe('the age of a record', () => {
  it('beyond the limit is said once, with the time', () => {
    expect(judge(recorded({ stale: true })).lowered).toEqual([
      'Tines’ record is 3 days old (2026-11-20 10:00 UTC): what has changed since may explain a difference',
    ]);
    expect(judge(recorded({ stale: false })).lowered).toEqual([]);
  });

  it('counts against a credential of the action that was changed after it', () => {
    const { tines, lowered } = judge(recorded({ stale: false }), change('acme', '2026-11-20T11:00:00Z'));
    expect(tines).toMatchObject({ stale: true });
    expect(lowered).toEqual([
      '‹CREDENTIAL.acme› was changed at 2026-11-20 11:00 UTC, after Tines’ record of 2026-11-20 10:00 UTC: Tines may have sent another value',
    ]);
  });

  it('does not where the change was before, or another credential was changed', () => {
    expect(judge(recorded({}), change('acme', '2026-11-20T09:00:00Z'))).toMatchObject({ lowered: [] });
    expect(judge(recorded({}), change('other', '2026-11-20T11:00:00Z'))).toMatchObject({ lowered: [] });
  });

  it('is not judged without a time or a record', () => {
    const changes = change('acme', '2026-11-20T11:00:00Z');
    expect(judge({ client: 'tines', status: 'unknown' }, changes).lowered).toEqual([]);
    expect(judge({ client: 'tines', status: 'recorded', response: { status: 401 } }, changes).lowered).toEqual([]);
  });
});
