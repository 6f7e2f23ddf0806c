import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectionTable, jsonOfResult, wholeTable } from './collection-world.ts';

interface Example {
  readonly function: string;
  readonly formula: string;
  readonly input: unknown;
  readonly expected: unknown;
}

const file = resolve(import.meta.dirname, '../../../../../shared/formulas/examples.jsonl');
const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
const all = lines.filter((line) => line !== '').map((line): Example => JSON.parse(line));
const examples = all.filter(({ function: name }) => collectionTable.has(name) || name === 'LAMBDA');
const known = examples.filter(({ formula }) =>
  [...formula.replaceAll(/"[^"]*"|'[^']*'/g, '').matchAll(/\b([A-Z][A-Z0-9_]*)\(/g)].every(
    ([, name = '']) => wholeTable.has(name) || name === 'LAMBDA',
  ),
);

describe.skipIf(examples.length === 0)('documented examples of arrays, objects, lambdas and dates', () => {
  it.each(known.map((example) => [example.formula, example] as const))('%s', (formula, { input, expected }) => {
    // One page gives the whole input the name `input`.
    const data = formula.includes('input.') ? { input } : input;
    expect(jsonOfResult(formula, data ?? {})).toEqual(expected);
  });

  it('covers nearly all of them', () => {
    expect(known.length).toBeGreaterThan(examples.length * 0.9);
  });
});
