import { describe, expect, it } from 'vitest';
import { exitStatus } from '../../../src/commands/compare/exit-status.ts';
import type { Difference } from '../../../src/model/difference.ts';
import type { ClientErrorKind } from '../../../src/model/outcome.ts';
import type { Report, ReportOutcome } from '../../../src/model/report.ts';
import type { VerdictCode } from '../../../src/model/verdict.ts';
import { working } from '../report/sample-reports.ts';

const changed: Difference = { between: ['curl', 'postman'], path: 'response.body', values: ['a', 'b'], change: 'changed' };

function reportOf(code: VerdictCode, more: Partial<Report> = {}): Report {
  return { ...working, verdict: { code, text: '', lowered: [] }, ...more };
}

function failedWith(kind: ClientErrorKind): ReportOutcome {
  return { status: 'failed', error: { kind, code: '', message: '' }, hops: [], milliseconds: 0 };
}

describe('the exit status', () => {
  it.each([
    ['works', 0],
    ['works-outside', 0],
    ['tines-only', 1],
    ['not-tines', 1],
    ['outside-only', 1],
    ['fails-differently', 1],
    ['client-dependent', 1],
    ['unstable', 1],
    ['undecided', 1],
  ] as const)('of the verdict %s is %i where a client ran', (code, status) => {
    expect(exitStatus([reportOf(code)], 0)).toBe(status);
  });

  it('is 1 where it works and something that counts differs, 0 where only noise does', () => {
    expect(exitStatus([reportOf('works', { differences: [changed] })], 0)).toBe(1);
    expect(exitStatus([reportOf('works', { differences: [{ ...changed, noise: 'tells the time' }] })], 0)).toBe(0);
  });

  it('is 0 where only what was sent differs and all got the same answer, 1 where more is left out', () => {
    const sent: Difference = { ...changed, path: 'sent.headers.accept' };
    expect(exitStatus([reportOf('works', { differences: [sent] })], 0)).toBe(0);
    expect(exitStatus([reportOf('works', { differences: [sent, changed] })], 0)).toBe(1);
    expect(exitStatus([reportOf('works', { differences: [sent], 'differences-omitted': 3 })], 0)).toBe(1);
  });

  it('is 2 where no client could run, and 1 where the other one did', () => {
    const { curl = failedWith('other') } = working.outcomes;
    const tines = working.outcomes.tines;
    expect(
      exitStatus([reportOf('undecided', { outcomes: { tines, curl: failedWith('other'), postman: failedWith('other') } })], 0),
    ).toBe(2);
    expect(exitStatus([reportOf('undecided', { outcomes: { tines, postman: failedWith('other') } })], 0)).toBe(2);
    expect(exitStatus([reportOf('undecided', { outcomes: { tines, curl, postman: failedWith('other') } })], 0)).toBe(1);
    expect(
      exitStatus([reportOf('not-tines', { outcomes: { tines, curl: failedWith('dns'), postman: failedWith('dns') } })], 0),
    ).toBe(1);
  });

  it('of several actions is the worst: 1 where one of them fails or could not be compared, 2 where none could', () => {
    expect(exitStatus([reportOf('works'), reportOf('works-outside')], 0)).toBe(0);
    expect(exitStatus([reportOf('works'), reportOf('not-tines')], 0)).toBe(1);
    expect(exitStatus([reportOf('works')], 1)).toBe(1);
    expect(exitStatus([], 3)).toBe(2);
  });
});
