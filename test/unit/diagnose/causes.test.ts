import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { causes } from '../../../src/diagnose/causes.ts';

const folder = path.resolve(import.meta.dirname, '../../../docs/causes');

test.each(Object.keys(causes))('%s has a page with the three sections', (code) => {
  const page = readFileSync(path.join(folder, `${code}.md`), 'utf8');
  expect(page).toContain(`\`${code}\``);
  const sections = page.split(/^## /m).slice(1);
  expect(sections.map((section) => section.split('\n')[0])).toEqual([
    'What it means',
    'How it was recognised',
    'What to change in Tines',
  ]);
  for (const section of sections) expect(section.split('\n').slice(1).join('').trim().length).toBeGreaterThan(20);
});

test('no page is left without a cause', () => {
  expect(
    readdirSync(folder)
      .map((name) => name.replace(/\.md$/, ''))
      .sort(),
  ).toEqual(Object.keys(causes).sort());
});
