import fc from 'fast-check';
import { expect, test } from 'vitest';
import { halve } from '../../../src/diagnose/working/halve.ts';

const parts = Array.from({ length: 16 }, (_, index) => index);

test('what is found flips the answer, and none of it can be left out', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.constantFrom(...parts), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 5 }),
      async (needed, threshold) => {
        // Monotone or not: enough of the needed ones, an odd number of them, or all.
        const flips = (set: readonly number[]) =>
          set.filter((part) => needed.includes(part)).length >= Math.min(threshold, needed.length);
        const asked = new Set<string>();
        const { parts: found, isMinimal } = await halve(parts, async (set) => {
          expect(asked.has(set.join())).toBe(false);
          asked.add(set.join());
          return flips(set);
        });
        expect(isMinimal).toBe(true);
        expect(flips(found)).toBe(true);
        for (const part of found) expect(found.length > 1 && flips(found.filter((other) => other !== part))).toBe(false);
      },
    ),
    { numRuns: 200 },
  );
});

test('one difference among sixteen takes few tests', async () => {
  let count = 0;
  const { parts: found } = await halve(parts, async (set) => {
    count += 1;
    return set.includes(11);
  });
  expect(found).toEqual([11]);
  expect(count).toBeLessThanOrEqual(8);
});

test('where the tests run out the set found so far is given, and said not to be minimal', async () => {
  let left = 2;
  const halving = await halve(parts, async (set) => {
    left -= 1;
    return left < 0 ? null : set.includes(3);
  });
  expect(halving.isMinimal).toBe(false);
  expect(halving.parts).toContain(3);
  expect(halving.parts.length).toBeLessThan(16);
});

test('a single difference needs no test', async () => {
  expect(
    await halve(['only'], async () => {
      throw new Error('asked');
    }),
  ).toEqual({ parts: ['only'], isMinimal: true });
});
