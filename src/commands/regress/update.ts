import path from 'node:path';
import type { Surroundings } from '../../cli/terminal/terminal.ts';
import { isConclusive } from '../../diagnose/answers/is-success.ts';
import { emitPostman } from '../../emit/postman/emit-postman.ts';
import type { Client } from '../../model/outcome.ts';
import { isPlainObject } from '../../regress/collection-items.ts';
import { expectRuns, type TextRun } from '../../regress/expect-runs.ts';
import { explainChange } from '../../regress/explain-change.ts';
import type { Expectation } from '../../regress/recording/expectation.ts';
import { mergeCollection } from '../../regress/recording/merge-collection.ts';
import type { Recorded } from '../../regress/recording/recorded.ts';
import { recordedItem } from '../record/item.ts';
import { findCause } from './cause.ts';
import { changeFile } from './lock.ts';
import type { Prepared } from './prepare.ts';
import { readKey } from './read-key.ts';
import type { Attempted } from './send.ts';

type Ready = Extract<Prepared, { kind: 'ready' }>;

/** Takes what came now as the recorded outcome, after showing the difference; false where there is nothing to take. */
export async function updateRecorded(
  ready: Ready,
  attempts: ReadonlyMap<Client, Attempted>,
  { terminal, workingDirectory, now }: Surroundings,
): Promise<boolean> {
  const runs = [...attempts.values()].flatMap(({ run }) => run ?? []);
  const expectations = newExpectations(ready.recorded, runs);
  if (expectations === null) return false;
  const { recorded, place, conversion } = ready;
  const { verdict, diagnosis } = await findCause(ready, runs.map(({ outcome }) => outcome).filter(isConclusive), now());
  const { expectedWithCurl: _, ...kept } = recorded;
  const updated: Recorded = {
    ...kept,
    ...expectations,
    verdict: { code: verdict.code, text: verdict.text },
    cause: diagnosis === undefined ? null : { code: diagnosis.code, confidence: diagnosis.confidence, fix: diagnosis.fix },
    success: [...attempts.values()].every(
      ({ result }) => result.state === 'fixed' || result.state === 'drifted' || (result.state === 'same' && recorded.success),
    ),
  };
  terminal.tell(`${place.file}:${place.line} ‹${place.name}›`);
  for (const line of [
    ...explainChange(recorded.expected, updated.expected),
    ...explainChange(recorded.expectedWithCurl ?? recorded.expected, updated.expectedWithCurl ?? updated.expected),
  ].filter(isNew()))
    terminal.tell(`  ${line}`);
  const { item, variables } = recordedItem(
    updated,
    emitPostman(conversion.specification.request, { name: place.name || 'Tines action' }),
  );
  await changeFile(path.resolve(workingDirectory, place.file), (text) => {
    const collection: unknown = JSON.parse(text ?? '{}');
    if (!isPlainObject(collection)) return text ?? '';
    return `${JSON.stringify(mergeCollection({ collection, recordings: [{ key: recorded.key, item, variables }], order: [], folders: false, keyOf: readKey }), null, 2)}\n`;
  });
  return true;
}

/** For telling each line once. */
function isNew(): (line: string) => boolean {
  const seen = new Set<string>();
  return (line) => !seen.has(line) && seen.add(line) !== undefined;
}

type Expectations = Pick<Recorded, 'expected'> & { readonly expectedWithCurl?: Expectation };

/** A client that was as recorded keeps its expectation; one expectation stands for both where they are alike. */
function newExpectations({ expected, expectedWithCurl }: Recorded, runs: readonly TextRun[]): Expectations | null {
  const of = (client: Client): Expectation | null => expectRuns(runs.filter(({ outcome }) => outcome.client === client));
  const [postman, curl] = [of('postman'), of('curl')];
  if (postman === null && curl === null) return null;
  const both =
    postman !== null &&
    curl !== null &&
    postman.answer &&
    curl.answer &&
    postman.type === curl.type &&
    postman.status.join() === curl.status.join()
      ? expectRuns(runs)
      : null;
  if (both !== null) return { expected: both };
  const [mine, other] = [postman ?? expected, curl ?? expectedWithCurl ?? expected];
  return JSON.stringify(mine) === JSON.stringify(other) ? { expected: mine } : { expected: mine, expectedWithCurl: other };
}
