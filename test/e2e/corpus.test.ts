import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createWorkshop, root, runExecutable } from './run-executable.ts';

const corpus = path.resolve(root, '../shared/corpus');
const actionsFile = path.join(corpus, 'actions.jsonl');
const exportsFolder = path.join(corpus, 'exports');
const isThere = existsSync(actionsFile) && existsSync(exportsFolder);
if (!isThere) console.warn('no corpus of public actions beside the checkout: the tests over it are SKIPPED');

interface Recorded {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly integration?: { readonly action_inputs: readonly unknown[] } | null;
}

interface Converted {
  readonly action: { readonly name: string; readonly pointer: string };
  readonly artifact?: unknown;
  readonly error?: {
    readonly code: string;
    readonly message: string;
    readonly hint?: string;
    readonly source?: { readonly line: number; readonly column: number };
  };
}

/** The public actions, one story of them. */
function storyOf(lines: readonly Recorded[]): string {
  const guid = (index: number): string => index.toString(16).padStart(32, '0');
  return JSON.stringify(
    {
      name: 'Every public action',
      agents: lines.map(({ name, options }, index) => ({ type: 'Agents::HTTPRequestAgent', name, guid: guid(index), options })),
      integrations: lines.flatMap(({ integration }, index) =>
        integration ? [{ action_guid: guid(index), action_inputs: integration.action_inputs }] : [],
      ),
    },
    null,
    1,
  );
}

/** A reference without a value, a formula or an address that its author broke: `<<CREDENTIAL.{my-credential}>>`, `https:///rest`. */
const expectedCodes: readonly string[] = ['unresolved-reference', 'unsupported-formula', 'formula-error', 'invalid-url'];

async function convert(kind: string, file: string, ...more: readonly string[]) {
  const { status, stdout, stderr } = await runExecutable(['export', kind, '--all', '--json', '--action', file, ...more]);
  expect(stderr).not.toMatch(/error\[internal\]|^\s+at /mu);
  const results: readonly Converted[] = stdout === '' ? [] : JSON.parse(stdout);
  for (const { action, artifact, error } of results) {
    if (error === undefined) expect(artifact).toBeTruthy();
    else {
      expect(error, action.name).toMatchObject({
        code: expect.stringMatching(/^[a-z-]+$/u),
        source: { line: expect.any(Number), column: expect.any(Number) },
      });
      expect(error.message.length, action.name).toBeGreaterThan(10);
      // What a function says of its arguments is Tines' own message and tells all there is.
      if (error.code !== 'formula-error') expect(error.hint, `${action.name}: ${error.message}`).toBeTruthy();
      expect(stderr).toContain(`‹${action.name}›`);
    }
  }
  return { status, results, stderr };
}

describe.skipIf(!isThere)('public actions', () => {
  const workshop = createWorkshop();
  afterAll(() => workshop.remove());
  const lines: readonly Recorded[] = isThere
    ? readFileSync(actionsFile, 'utf8')
        .trim()
        .split('\n')
        .map((line): Recorded => JSON.parse(line))
    : [];

  it.each(['curl', 'postman', 'har'])('convert to %s, or say with a code and a place why not', async (kind) => {
    const { status, results } = await convert(kind, workshop.write(`${kind}.json`, storyOf(lines)));
    expect([status, results.length]).toEqual([0, lines.length]);
    expect(
      results
        .filter(({ error }) => error !== undefined && !expectedCodes.includes(error.code))
        .map(({ action, error }) => [action.name, error]),
    ).toEqual([]);
  });

  it('convert with what is unresolved left empty, but for addresses that are then none', async () => {
    const { status, results } = await convert('curl', workshop.write('empty.json', storyOf(lines)), '--allow-unresolved');
    expect([status, results.length]).toEqual([0, lines.length]);
    const codes = new Set(results.flatMap(({ error }) => error?.code ?? []));
    expect([...codes].filter((code) => ![...expectedCodes, 'missing-option'].includes(code))).toEqual([]);
  });

  const files = isThere ? readdirSync(exportsFolder).filter((name) => name.endsWith('.json')) : [];
  it.each(files)('of the export %s convert, or say why not', async (name) => {
    for (const kind of ['curl', 'postman']) {
      const { status, results, stderr } = await convert(kind, path.join(exportsFolder, name));
      if (results.length === 0) {
        expect(status).toBe(2);
        expect(stderr).toMatch(/^error\[no-action\]/u);
      } else expect(status).toBe(results.every(({ error }) => error !== undefined) ? 2 : 0);
    }
  });
});
