import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { conversionTable, errorOf, jsonOf } from './conversion-world.ts';

const file = path.resolve(import.meta.dirname, '../../../../../shared/formulas/examples.jsonl');

interface Example {
  readonly function: string;
  readonly input: unknown;
  readonly formula: string;
  readonly expected?: unknown;
  readonly error?: string;
}

// The pages show their input with sorted keys and their output in the order that the keys had before.
const inOtherOrder = new Set(['TO_XML', 'TO_YAML', 'OBJECTS_TO_CSV']);

const examples = existsSync(file)
  ? readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): Example => JSON.parse(line))
      .filter((example) => conversionTable.has(example.function))
  : [];

describe.skipIf(examples.length === 0)('documented examples of conversion, signatures and encryption', () => {
  it.each(examples)('$formula', (example) => {
    if (example.error !== undefined) {
      expect(errorOf(example.formula, example.input ?? {}).message).toBe(example.error);
      return;
    }
    const actual = jsonOf(example.formula, example.input ?? {});
    if (inOtherOrder.has(example.function)) expect(pieces(actual)).toEqual(pieces(example.expected));
    else expect(actual).toEqual(example.expected);
  });
});

function pieces(text: unknown): readonly string[] {
  return String(text).split(/, |\n/).toSorted();
}
