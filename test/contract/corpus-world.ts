import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { HarnessError } from '../../src/harness-error.ts';
import type { Action } from '../../src/model/action.ts';
import type { RequestSpec } from '../../src/model/request-spec.ts';
import { listReferences } from '../../src/resolve/references/list-references.ts';
import { type Reference, referenceText } from '../../src/resolve/references/reference.ts';
import { resolveAction } from '../../src/resolve/resolve-action.ts';
import { specify } from '../../src/specify/specify.ts';
import { fullLanguage } from '../support/full-language.ts';
import { actionOf, scopeOf } from '../unit/resolve/resolve-world.ts';

const file = path.resolve(import.meta.dirname, '../../../shared/corpus/actions.jsonl');

/** Whether the folder with real actions is there. */
export const hasCorpus = existsSync(file);

/** A real action as it is kept in the corpus. */
export interface CorpusAction {
  readonly name: string;
  readonly options: Record<string, unknown>;
  readonly integration?: { readonly action_inputs: readonly { readonly name: string; readonly value: string }[] } | null;
}

export function readCorpus(): readonly CorpusAction[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line): CorpusAction => JSON.parse(line));
}

function actionIn({ options, integration }: CorpusAction): Action {
  const inputs = (integration?.action_inputs ?? []).map(
    ({ name, value }) => [name, JSON.parse(value === '' ? '""' : value)] as const,
  );
  return actionOf(options, Object.fromEntries(inputs));
}

/** What is tried in turn for a value whose type is not known; the last holds what the action's own WHERE calls look for. */
function guessesFor({ options }: CorpusAction): readonly unknown[] {
  const wanted = [...JSON.stringify(options).matchAll(/WHERE\([^,]*, \\"(\w+)\\", \\"(\w+)\\"\)/g)].map(
    ([, key = '', value]) => ({ [key]: value, value: '3', periods: [{ value: '4' }] }),
  );
  return [
    'bWFkZS11cA==',
    'https://made-up.example',
    'made-up.example',
    '12',
    ['one', 'two'],
    { id: 1, name: 'x' },
    7,
    '2024-05-06T07:08:09Z',
    wanted,
  ];
}

/** The request of an action with made-up values; where one does not fit, others are tried for the references in the place that the error names. */
export function specifyWithMadeUp(recorded: CorpusAction): RequestSpec | HarnessError {
  const action = actionIn(recorded);
  const guesses = guessesFor(recorded);
  const references = listReferences(action);
  const guess = new Map<string, number>();
  let failure = new HarnessError('usage', 'never tried');
  for (let attempt = 0; attempt < 400; attempt++) {
    try {
      return specify(resolveAction(action, makeUp(references, guess, guesses), fullLanguage).resolved).request;
    } catch (error) {
      if (!(error instanceof HarnessError)) throw error;
      failure = error;
      for (const [index, suspect] of suspects(references, error, attempt).entries())
        guess.set(referenceText(suspect), draw(attempt * 31 + index) % guesses.length);
    }
  }
  return failure;
}

type Range = NonNullable<Reference['within']>;

function suspects(references: readonly Reference[], { details }: HarnessError, attempt: number): readonly Reference[] {
  const { source, within } = details;
  const near = references.filter((reference) => reference.source?.pointer === source?.pointer);
  const inside = near.filter((reference) => within !== undefined && overlap(reference.within, within));
  const some = [inside, near].find((candidates) => candidates.length > 0);
  return some === undefined || attempt % 40 === 39 ? references : some;
}

function overlap(one: Range | undefined, other: Range): boolean {
  return one !== undefined && one.offset < other.offset + other.length && other.offset < one.offset + one.length;
}

/** A number that looks random, the same each time. */
function draw(seed: number): number {
  return Math.floor(Math.abs(Math.sin(seed + 1) * 10_000));
}

function makeUp(
  references: readonly Reference[],
  guess: ReadonlyMap<string, number>,
  guesses: readonly unknown[],
): ReturnType<typeof scopeOf> {
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
  const [next = ''] = rest;
  const isList = /^\d+$/.test(next) || ['first', 'last'].includes(next);
  const inner: object = typeof known === 'object' && known !== null ? known : isList ? [] : {};
  Reflect.set(target, key, inner);
  put(inner, [Array.isArray(inner) && ['first', 'last'].includes(next) ? '0' : next, ...rest.slice(1)], value);
}
