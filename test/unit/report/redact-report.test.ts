import { describe, expect, it } from 'vitest';
import { redactReport } from '../../../src/report/redact-report.ts';
import { createRedactor } from '../../../src/secrets/redactor.ts';
import { working } from './sample-reports.ts';

const redactor = createRedactor([
  { label: 'CREDENTIAL.acme', value: 'k3y-acme-0011' },
  { label: 'CREDENTIAL.other', value: 'k3y-other-2233' },
]);

function valuesOf(left: string | null, right: string | null) {
  const difference = {
    between: ['tines', 'curl'],
    path: 'sent.headers.authorization',
    values: [left, right],
    change: 'changed',
  } as const;
  return redactReport({ ...working, differences: [difference] }, redactor).differences[0]?.values;
}

describe('a difference in what was sent', () => {
  it('shows another credential by its name', () => {
    expect(valuesOf('Bearer k3y-other-2233', 'Bearer k3y-acme-0011')).toEqual([
      'Bearer ‹CREDENTIAL.other›',
      'Bearer ‹CREDENTIAL.acme›',
    ]);
  });

  it('is not lost where both values have one label', () => {
    const encoded = Buffer.from('k3y-acme-0011').toString('base64');
    expect(valuesOf(encoded, 'k3y-acme-0011')).toEqual(['‹CREDENTIAL.acme›', '‹CREDENTIAL.acme› (another value)']);
  });
});
