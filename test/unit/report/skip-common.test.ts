import { expect, test } from 'vitest';
import { skipCommon } from '../../../src/report/skip-common.ts';

test('two values show the place where they differ', () => {
  const [left, right] = skipCommon([`${'x'.repeat(600)} ok`, `${'x'.repeat(600)} denied`], 60);
  expect([left?.slice(0, 60), right?.slice(0, 60)]).toEqual([`…${'x'.repeat(19)} ok`, `…${'x'.repeat(19)} denied`]);
});

test('short values, and those that differ early, stay as they are', () => {
  for (const values of [
    ['ab', 'ac'],
    [null, 'x'.repeat(99)],
    [`a${'x'.repeat(99)}`, `b${'x'.repeat(99)}`],
  ] as const)
    expect(skipCommon(values, 60)).toEqual(values);
});

test('no character is cut in two', () => {
  const [left] = skipCommon([`${'😀'.repeat(300)}a`, `${'😀'.repeat(300)}b`], 61);
  expect(left?.isWellFormed()).toBe(true);
});
