import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { divergences } from '../../../src/emit/divergences/divergences.ts';
import { renderDivergences } from '../../../src/emit/divergences/render-divergences.ts';
import { unavoidable } from '../../../src/emit/postman/unavoidable.ts';

test('every divergence has its own code and every column filled', () => {
  expect(new Set(divergences.map(({ code }) => code)).size).toBe(divergences.length);
  for (const divergence of divergences) expect(Object.values(divergence)).not.toContain('');
});

test('what Newman cannot avoid is reported in the table', () => {
  const reported = divergences.filter(({ handled }) => handled === 'reported').map(({ code }) => code);
  expect(reported).toEqual(expect.arrayContaining(unavoidable.map(({ code }) => code)));
});

test('the page of the documentation is up to date (UPDATE_GOLDEN=1 writes it)', () => {
  const page = path.resolve(import.meta.dirname, '../../../docs/divergences.md');
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(page, renderDivergences());
  expect(readFileSync(page, 'utf8')).toBe(renderDivergences());
});
