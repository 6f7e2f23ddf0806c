import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { mapConcurrently } from '../../../src/commands/inputs/map-concurrently.ts';

describe('mapping concurrently', () => {
  it.each([1, 2, 3, 10, 0, -1])(
    'gives the results in the order of the items, at most the limit at once (limit %i)',
    async (limit) => {
      let running = 0;
      let most = 0;
      const results = await mapConcurrently([5, 4, 3, 2, 1], limit, async (item, index) => {
        running += 1;
        most = Math.max(most, running);
        for (let turn = 0; turn < item; turn += 1) await setImmediate();
        running -= 1;
        return `${index}:${item}`;
      });
      expect(results).toEqual(['0:5', '1:4', '2:3', '3:2', '4:1']);
      expect(most).toBe(Math.max(1, Math.min(limit, 5)));
    },
  );

  it('gives nothing for nothing', async () => {
    expect(await mapConcurrently([], 4, async () => 1)).toEqual([]);
  });

  it('fails with the first error and starts no further item of that worker', async () => {
    const started: number[] = [];
    const mapping = mapConcurrently([1, 2, 3], 1, async (item) => {
      started.push(item);
      if (item === 2) throw new Error('two');
    });
    await expect(mapping).rejects.toThrow('two');
    expect(started).toEqual([1, 2]);
  });
});
