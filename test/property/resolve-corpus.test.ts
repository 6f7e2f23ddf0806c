import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { HarnessError } from '../../src/harness-error.ts';
import type { Action } from '../../src/model/action.ts';
import { listReferences } from '../../src/resolve/references/list-references.ts';
import { type Reference, referenceText } from '../../src/resolve/references/reference.ts';
import type { Resolution } from '../../src/resolve/resolution.ts';
import { resolveAction } from '../../src/resolve/resolve-action.ts';
import { fullLanguage } from '../support/full-language.ts';
import { actionOf, plain, scopeOf } from '../unit/resolve/resolve-world.ts';

const file = path.resolve(import.meta.dirname, '../../../shared/corpus/actions.jsonl');

interface Recorded {
  readonly name: string;
  readonly options: Record<string, unknown>;
  readonly integration?: { readonly action_inputs: readonly { readonly name: string; readonly value: string }[] } | null;
}

function readCorpus(): readonly Recorded[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): Recorded => JSON.parse(line));
}

function actionIn({ options, integration }: Recorded): Action {
  const inputs = (integration?.action_inputs ?? []).map(
    ({ name, value }) => [name, JSON.parse(value === '' ? '""' : value)] as const,
  );
  return actionOf(options, Object.fromEntries(inputs));
}

/** What is tried in turn for a value whose type is not known; the last holds what the action's own WHERE calls look for. */
function guessesFor({ options }: Recorded): readonly unknown[] {
  const wanted = [...JSON.stringify(options).matchAll(/WHERE\([^,]*, \\"(\w+)\\", \\"(\w+)\\"\)/g)].map(
    ([, key = '', value]) => ({
      [key]: value,
      value: '3',
      periods: [{ value: '4' }],
    }),
  );
  return ['bWFkZS11cA==', '12', ['one', 'two'], { id: 1, name: 'x' }, 7, '2024-05-06T07:08:09Z', wanted];
}

type Guess = ReadonlyMap<string, number>;

function makeUp(references: readonly Reference[], guess: Guess, guesses: readonly unknown[]): ReturnType<typeof scopeOf> {
  const parts = { data: {}, credentials: {}, resources: {}, inputs: {} };
  for (const reference of references) {
    const root = { data: parts.data, credential: parts.credentials, resource: parts.resources, input: parts.inputs }[
      reference.kind
    ];
    put(root, [reference.name, ...reference.path], guesses[guess.get(referenceText(reference)) ?? 0]);
  }
  return scopeOf(parts);
}

function put(target: object, [key = '', ...rest]: readonly string[], value: unknown): void {
  const known: unknown = Reflect.get(target, key);
  if (rest.length === 0) {
    if (known === undefined) Reflect.set(target, key, value);
    return;
  }
  const inner: object =
    typeof known === 'object' && known !== null
      ? known
      : /^\d+$/.test(rest[0] ?? '') || ['first', 'last'].includes(rest[0] ?? '')
        ? []
        : {};
  Reflect.set(target, key, inner);
  const [next = ''] = rest;
  put(inner, [Array.isArray(inner) && ['first', 'last'].includes(next) ? '0' : next, ...rest.slice(1)], value);
}

type Range = NonNullable<Reference['within']>;

function overlap(one: Range | undefined, other: Range): boolean {
  return one !== undefined && one.offset < other.offset + other.length && other.offset < one.offset + one.length;
}

/** A number that looks random, the same each time. */
function draw(seed: number): number {
  return Math.floor(Math.abs(Math.sin(seed + 1) * 10_000));
}

/** Resolves with made-up values; where a formula does not like one, other types are tried for the references in the place it names. */
function resolveWithMadeUp(recorded: Recorded): Resolution | HarnessError {
  const action = actionIn(recorded);
  const guesses = guessesFor(recorded);
  const references = listReferences(action);
  let failure: HarnessError | undefined;
  const guess = new Map<string, number>();
  for (let attempt = 0; attempt < 400; attempt++) {
    try {
      return resolveAction(action, makeUp(references, guess, guesses), fullLanguage);
    } catch (error) {
      if (!(error instanceof HarnessError)) throw error;
      failure = error;
      const { source, within } = error.details;
      const near = references.filter((reference) => reference.source?.pointer === source?.pointer);
      const inside = near.filter((reference) => within !== undefined && overlap(reference.within, within));
      const suspects =
        [inside, near, references].find((some) => some.length > 0 && (some === references || attempt % 40 !== 39)) ?? references;
      for (const [index, suspect] of suspects.entries())
        guess.set(referenceText(suspect), draw(attempt * 31 + index) % guesses.length);
    }
  }
  return failure ?? new HarnessError('usage', 'never tried');
}

describe.skipIf(!existsSync(file))('real actions', () => {
  const corpus = readCorpus();

  it('resolve fully once every reference has a value, but for those with a syntax error in themselves', () => {
    const failures = corpus.flatMap((recorded) => {
      const outcome = resolveWithMadeUp(recorded);
      return outcome instanceof HarnessError
        ? [{ name: recorded.name, code: outcome.code, message: outcome.message, at: outcome.details }]
        : [];
    });
    expect(failures.filter(({ message }) => !message.startsWith('After ‹.› should come a key'))).toEqual([]);
  });

  it('never show a credential', () => {
    for (const recorded of corpus) {
      const action = actionIn(recorded);
      const references = listReferences(action);
      const scope = makeUp(
        references.filter(({ kind }) => kind !== 'credential'),
        new Map(),
        guessesFor(recorded),
      );
      const canary = 'canary-51d0cc-value';
      const names = references.filter(({ kind }) => kind === 'credential').map(({ name }) => [name, canary] as const);
      try {
        const { resolved } = resolveAction(action, { ...scope, credentials: new Map(names) }, fullLanguage);
        expect(JSON.stringify(plain(resolved.options))).not.toContain(canary);
        expect(JSON.stringify(resolved.findings)).not.toContain(canary);
      } catch (error) {
        if (!(error instanceof HarnessError)) throw error;
        expect(error.message).not.toContain(canary);
      }
    }
  });
});
