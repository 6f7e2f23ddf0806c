import type { RunOutcome } from '../model/outcome.ts';
import { mediaType } from './check-answer.ts';
import type { Expectation, Shape } from './recording/expectation.ts';
import { mergeShapes } from './shape/merge-shapes.ts';
import { shapeOf } from './shape/shape-of.ts';

/** A run and the text of its last body, where there is one: the head of a long body is not enough to tell its shape. */
export interface TextRun {
  readonly outcome: RunOutcome;
  readonly text: string;
}

type Answer = Extract<Expectation, { answer: true }>;

/** What all these runs of one request have in common; null where they ended in different ways, or none could run. */
export function expectRuns(runs: readonly TextRun[]): Expectation | null {
  const expectations = runs.flatMap((run) => expectRun(run) ?? []);
  const [first, ...others] = expectations;
  return first === undefined
    ? null
    : others.reduce<Expectation | null>((known, next) => (known === null ? null : merge(known, next)), first);
}

function expectRun({ outcome, text }: TextRun): Expectation | null {
  if (outcome.status === 'failed') return outcome.error.conclusive ? { answer: false, error: [outcome.error.kind] } : null;
  const received = outcome.hops.at(-1)?.received;
  if (received === undefined) return null;
  const type = mediaType(received.headers);
  return { answer: true, status: [received.status], type, body: bodyOf(text.replace(/^\ufeff/u, ''), type) };
}

function bodyOf(text: string, type: string | null): Answer['body'] {
  if (text === '') return 'none';
  if (type?.includes('json') !== true && !/^\s*[[{]/u.test(text)) return 'text';
  try {
    return { json: shapeOf(JSON.parse(text)) };
  } catch {
    return 'text';
  }
}

function merge(left: Expectation, right: Expectation): Expectation | null {
  if (!left.answer || !right.answer) {
    return !left.answer && !right.answer ? { answer: false, error: [...new Set([...left.error, ...right.error])] } : null;
  }
  const body = mergeBodies(left.body, right.body);
  if (body === null) return null;
  const status = [...new Set([...left.status, ...right.status])].sort((one, other) => one - other);
  return { answer: true, status, ...(left.type !== undefined && left.type === right.type ? { type: left.type } : {}), body };
}

function mergeBodies(left: Answer['body'], right: Answer['body']): Answer['body'] | null {
  if (typeof left === 'object' && typeof right === 'object') return { json: mergeShapes(left.json, right.json) satisfies Shape };
  return left === right ? left : null;
}
