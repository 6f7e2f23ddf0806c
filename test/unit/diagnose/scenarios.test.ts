import { describe, expect, test } from 'vitest';
import { diagnoseCase } from './diagnose-case.ts';
import { scenarios } from './scenarios.ts';

describe('each scenario is explained by its cause first', () => {
  for (const scenario of scenarios) {
    test(scenario.title, async () => {
      const result = await diagnoseCase(scenario);
      const [first] = result.diagnoses;
      const faults = [scenario.cause, ...(scenario.also ?? [])];
      expect(first, JSON.stringify({ d: result.diagnoses, e: result.experiments }, null, 1)).toMatchObject({
        code: faults.find((code) => code === first?.code) ?? scenario.cause,
        confidence: scenario.confidence,
      });
      expect(result.requests.length).toBeLessThanOrEqual(scenario.most ?? 6);
      for (const { code, confidence } of result.diagnoses) if (confidence === 'confirmed') expect(faults).toContain(code);
      const secrets = Object.values(scenario.credentials ?? {}).filter(
        (value) => typeof value === 'string' && value.trim().length > 6,
      );
      for (const secret of secrets)
        expect(JSON.stringify([result.diagnoses, result.checklist, result.experiments])).not.toContain(
          JSON.stringify(secret).slice(1, -1).trim(),
        );
      expect(result.requests.every(({ host }) => host.startsWith('127.0.0.1:'))).toBe(true);
    });
  }
});
