import { existsSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { reportJsonSchema } from '../../../src/report/report-schema.ts';
import { failing, hostileTexts, poisoned, working } from './sample-reports.ts';

const file = path.resolve(import.meta.dirname, '../../../docs/report.schema.json');

describe('the JSON Schema of a report', () => {
  const validate = new Ajv2020.default({ strict: true, allErrors: true }).compile(reportJsonSchema());

  it.each([failing, working, ...hostileTexts.map(poisoned)])('accepts what the program writes', (report) => {
    const accepted = validate(JSON.parse(JSON.stringify(report)));
    expect(validate.errors ?? []).toEqual([]);
    expect(accepted).toBe(true);
  });

  it.each([
    { ...failing, schema: 2 },
    { ...failing, verdict: { ...failing.verdict, code: 'fine' } },
    { ...failing, secret: 'x' },
    { ...failing, outcomes: { curl: failing.outcomes.curl } },
    { ...failing, 'differences-omitted': -1 },
  ])('refuses what is no report', (value) => {
    expect(validate(JSON.parse(JSON.stringify(value)))).toBe(false);
  });

  it('is the one in docs/report.schema.json (written anew by: npx vitest run test/unit/report -u)', async () => {
    expect(existsSync(file)).toBe(true);
    await expect(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(file);
  });
});
