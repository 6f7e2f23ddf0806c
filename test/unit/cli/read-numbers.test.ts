import { describe, expect, it } from 'vitest';
import { readDuration } from '../../../src/commands/inputs/read-records.ts';
import { readSize } from '../../../src/commands/inputs/read-size.ts';
import { troubleOf } from './trouble-of.ts';

describe('a size', () => {
  it.each([
    ['4096', 4096],
    ['0', 0],
    ['100K', 102_400],
    ['8M', 8_388_608],
    ['1.5m', 1_572_864],
    ['1g', 1_073_741_824],
    [' 2 kB ', 2048],
    ['3MiB', 3_145_728],
    ['12B', 12],
  ])('%j is %i bytes', (text, bytes) => {
    expect(readSize(text)).toBe(bytes);
  });

  it.each(['', 'M', '-1', '1e6', '1T', '1,5M', '0x10', '1 M M'])('%j is none', async (text) => {
    const trouble = await troubleOf(() => readSize(text));
    expect(trouble.code).toBe('usage');
    expect(trouble.details.hint).toContain('--max-body');
  });
});

describe('a duration', () => {
  it.each([
    ['90s', 90_000],
    ['30m', 1_800_000],
    ['24h', 86_400_000],
    ['7D', 604_800_000],
    [' 1.5 h ', 5_400_000],
    ['0s', 0],
  ])('%j is %i milliseconds', (text, milliseconds) => {
    expect(readDuration(text)).toBe(milliseconds);
  });

  it.each(['', '24', 'h', '-1h', '1w', '1h30m', '1e2s'])('%j is none', async (text) => {
    const trouble = await troubleOf(() => readDuration(text));
    expect(trouble.code).toBe('usage');
    expect(trouble.details.hint).toContain('24h');
  });
});
