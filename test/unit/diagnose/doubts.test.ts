import { describe, expect, test } from 'vitest';
import { doubts, type Grounds } from '../../../src/diagnose/conclude/doubts.ts';
import type { RunOutcome } from '../../../src/model/outcome.ts';

const assumption = (code: string) => ({ code, text: code });
const loss = (feature: string) => ({ artifact: 'curl', feature, text: `cannot say ${feature}` }) as const;
const failed = (kind: 'timeout' | 'redirects' | 'tls') =>
  ({
    client: 'curl',
    status: 'failed',
    error: { kind, code: '', message: '', conclusive: true },
    hops: [],
  }) as unknown as RunOutcome;
const redirected = {
  client: 'curl',
  status: 'completed',
  milliseconds: 1,
  hops: [{ received: { status: 302 } }, { received: { status: 200 } }],
} as unknown as RunOutcome;

function told(grounds: Partial<Grounds>): readonly string[] {
  return doubts({ code: 'tines-only', assumptions: [], losses: [], runs: [], ...grounds });
}

describe('doubts', () => {
  test('what a client cannot send or have is said, redirects only where there was one', () => {
    expect(told({ losses: [loss('use_tunnel'), loss('redirects')] })).toEqual(['cannot say use_tunnel']);
    expect(told({ losses: [loss('redirects')], runs: [[redirected]] })).toEqual(['cannot say redirects']);
  });

  test('a status that the clients follow and Tines does not is named', () => {
    const followed = {
      ...redirected,
      hops: [{ received: { status: 304 } }, { received: { status: 200 } }],
    } as unknown as RunOutcome;
    expect(told({ runs: [[followed]] })).toEqual([
      'the clients went on from an answer 304 to its Location, and Tines takes it as the end',
    ]);
    expect(told({ runs: [[{ ...followed, hops: followed.hops.slice(0, 1) }]] })).toEqual([]);
  });

  test('inferred rules that shaped the request are named, unless everything works', () => {
    const assumptions = ['default-headers', 'query-merged', 'form-by-default'].map(assumption);
    expect(told({ assumptions })).toEqual([
      'what Tines sends is inferred in part (query-merged, form-by-default): see the assumptions of the report',
    ]);
    expect(told({ assumptions, code: 'works' })).toEqual([]);
    expect(told({ assumptions: ['header-case', 'timeout-default', 'redirect-limit'].map(assumption) })).toEqual([]);
  });

  test('the inferred timeout and limit of redirects are named where they ended a run', () => {
    const assumptions = ['timeout-default', 'redirect-limit'].map(assumption);
    const inferred = (kind: 'timeout' | 'redirects' | 'tls') => told({ assumptions, runs: [[failed(kind)]] });
    expect(inferred('timeout')).toEqual([expect.stringContaining('(timeout-default)')]);
    expect(inferred('redirects')).toEqual([expect.stringContaining('(redirect-limit)')]);
    expect(inferred('tls')).toEqual([]);
  });

  test('of many rules some are named', () => {
    const [text] = told({ assumptions: ['a', 'b', 'c', 'd', 'e', 'f'].map(assumption) });
    expect(text).toContain('(a, b, c, d and 2 more)');
  });
});
