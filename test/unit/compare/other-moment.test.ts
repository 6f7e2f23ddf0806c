import { expect, test } from 'vitest';
import { compareOutcomes } from '../../../src/compare/compare-outcomes.ts';
import { parseIgnoreRules } from '../../../src/compare/noise/ignore-rules.ts';
import type { RunOutcome, TinesOutcome } from '../../../src/model/outcome.ts';

function run(text: string): RunOutcome {
  const bytes = Buffer.from(text);
  const sent = { method: 'GET', url: '', version: '', target: '/', headers: [], body: new Uint8Array() };
  const headers = [['content-type', 'application/json']] as const;
  const received = { version: '1.1', status: 200, reason: '', headers, body: { bytes, size: bytes.length, sha256: '' } };
  return { client: 'curl', status: 'completed', hops: [{ sent, received }], milliseconds: 1 };
}

test('a member whose name has the word “line” is not noise when it changes its type', () => {
  const tines: TinesOutcome = {
    client: 'tines',
    status: 'recorded',
    response: { status: 200, body: { kind: 'text', text: '{"due line item":3}' } },
  };
  const { differences } = compareOutcomes({ tines, runs: [[run('{"due line item":"three"}')]], ignore: parseIgnoreRules([]) });
  const found = differences.filter(({ path }) => path.includes('due line item'));
  expect(found).toHaveLength(1);
  expect(found[0]?.noise).toBeUndefined();
});
