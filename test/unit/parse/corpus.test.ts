import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkAction } from '../../../src/parse/check-action.ts';
import { parseJson } from '../../../src/parse/json/parse-json.ts';
import { parseActionFile } from '../../../src/parse/parse-action-file.ts';
import { pickAction } from '../../../src/parse/pick-action.ts';
import { plain, textAt, valuesIn } from './places.ts';

const corpus = path.resolve(import.meta.dirname, '../../../../shared/corpus');

describe.skipIf(!existsSync(corpus))('real actions', () => {
  test('each line of options is an action that passes the check', () => {
    const lines = readFileSync(path.join(corpus, 'actions.jsonl'), 'utf8').trim().split('\n');
    for (const line of lines) {
      const action = pickAction(parseActionFile(line, 'line'), undefined);
      expect({ options: plain(action.options) }).toEqual({ options: JSON.parse(line).options });
    }
    expect(parseActionFile(lines.join('\n'), 'all').actions).toHaveLength(lines.length);
  });

  test('each story export gives the actions that are in it', () => {
    for (const name of readdirSync(path.join(corpus, 'exports'))) {
      const text = readFileSync(path.join(corpus, 'exports', name), 'utf8');
      const file = parseActionFile(text, name);
      expect(file.format).toBe('story-export');
      expect(file.actions).toHaveLength(text.split('"Agents::HTTPRequestAgent"').length - 1);
      for (const action of file.actions) {
        checkAction(action);
        expect(action.story?.schemaVersion).toBeGreaterThanOrEqual(3);
      }
    }
  });

  test('each value of an export stands where its place says', () => {
    const text = readFileSync(path.join(corpus, 'exports', readdirSync(path.join(corpus, 'exports'))[0] ?? ''), 'utf8');
    const value = parseJson(text, 'export');
    expect(plain(value)).toEqual(JSON.parse(text));
    const scalars = valuesIn(value).filter((inner) => inner.kind === 'string' || inner.kind === 'number');
    for (const scalar of scalars.filter((_, index) => index % 40 === 0)) {
      const written = scalar.kind === 'number' ? scalar.text : JSON.stringify(scalar.value);
      expect(scalar.source && textAt(text, scalar.source).startsWith(written)).toBe(true);
    }
  });
});
