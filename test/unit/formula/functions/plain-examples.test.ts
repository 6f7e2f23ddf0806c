import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { failure, plainTable, run } from './plain-world.ts';

const file = path.resolve(import.meta.dirname, '../../../../../shared/formulas/examples.jsonl');

interface Example {
  readonly function: string;
  readonly input: unknown;
  readonly formula: string;
  readonly expected?: unknown;
  readonly error?: string;
}

const examples = existsSync(file)
  ? readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): Example => JSON.parse(line))
      .filter((example) => plainTable.has(example.function))
  : [];

describe.skipIf(examples.length === 0)('documented examples of text, numbers, logic and addresses', () => {
  it.each(examples)('$formula', (example) => {
    if (example.error === undefined) expect(JSON.parse(run(example.formula, example.input ?? {}))).toEqual(example.expected);
    else expect(failure(example.formula, example.input ?? {}).message).toBe(example.error);
  });
});
