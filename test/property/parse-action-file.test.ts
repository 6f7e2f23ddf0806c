import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HarnessError } from '../../src/harness-error.ts';
import { checkAction } from '../../src/parse/check-action.ts';
import { parseActionFile } from '../../src/parse/parse-action-file.ts';
import { textAt } from '../unit/parse/places.ts';

const own = JSON.stringify({
  schema_version: 27,
  agents: [
    {
      type: 'Agents::HTTPRequestAgent',
      name: 'a',
      guid: 'g',
      options: { url: 'https://a.example', method: 'get', headers: { A: '<<b>>' } },
    },
    { type: 'httpRequest', name: 'b', options: '{"url":"https://a.example","payload":[1,{"a":null}]}' },
  ],
  integrations: [{ action_guid: 'g', action_inputs: [{ name: 'I', type: 'TEXT', value: '"x"' }] }],
  send_to_stories: [{ agents: [{ type: 'Agents::TriggerAgent', name: 't', options: {} }] }],
});
const terraform = `resource "tines_agent" "x" {\n  agent_type = "Agents::HTTPRequestAgent"\n  agent_options = jsonencode({ url = "https://a.example/\${var.x}", list = [1, "b"] })\n  d = <<-EOF\n  {"a": 1}\n  EOF\n}\n`;
const exportsFolder = path.resolve(import.meta.dirname, '../../../shared/corpus/exports');
const real = existsSync(exportsFolder)
  ? readdirSync(exportsFolder)
      .map((name) => readFileSync(path.join(exportsFolder, name), 'utf8'))
      .filter((text) => text.length < 20_000)
  : [];
const texts = [own, terraform, `Look:\n\`\`\`json\n${own}\n\`\`\`\n`, ...real];

const junk = fc.constantFrom(
  '',
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '\n',
  '\r',
  '\u0000',
  '\ud800',
  '\ufeff',
  '${',
  '<<EOF\n',
  '#',
  '/*',
  'null',
  '5',
  '{}',
  '[]',
  '"__proto__"',
  '"=',
  '['.repeat(600),
  '{"a":'.repeat(600),
);

/** Cuts a text off, or replaces a part of it by junk. */
const mutated = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), drop: fc.nat(30), put: junk, cut: fc.boolean() }), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([text, changes]) =>
    changes.reduce((current, { at, drop, put, cut }, index) => {
      const offset = Math.floor(at * current.length);
      return current.slice(0, offset) + put + (cut && index === 0 ? '' : current.slice(offset + drop));
    }, text),
  );

/** A value in which values are replaced, wrapped or removed, and keys are renamed. */
function reshaped(value: unknown, replacements: readonly unknown[]): unknown {
  let count = 0;
  const walk = (inner: unknown): unknown => {
    count += 1;
    if (count % 7 === replacements.length % 7) {
      return replacements[count % replacements.length];
    }
    if (Array.isArray(inner)) {
      return inner.map(walk);
    }
    return typeof inner === 'object' && inner !== null
      ? Object.fromEntries(Object.entries(inner).map(([key, child]) => [key, walk(child)]))
      : inner;
  };
  return walk(value);
}

describe('parseActionFile', () => {
  test('returns or throws a HarnessError at a place that exists, for every mutated text', () => {
    fc.assert(fc.property(mutated, survives), { numRuns: 1500 });
  });

  test('does so for every value of other types in the place of the right ones', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(own, ...real),
        fc.array(fc.jsonValue({ maxDepth: 2 }), { minLength: 1, maxLength: 20 }),
        (text, replacements) => {
          survives(JSON.stringify(reshaped(JSON.parse(text), replacements)));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('does so for any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), survives), { numRuns: 1000 });
  });
});

function survives(text: string): void {
  try {
    const file = parseActionFile(text, 'f');
    for (const action of file.actions) {
      expect(textAt(text, action.source)).not.toBe('');
      checkAction(action);
    }
  } catch (error) {
    if (!(error instanceof HarnessError) || error.details.source === undefined) {
      throw error;
    }
    textAt(text, error.details.source);
  }
}
