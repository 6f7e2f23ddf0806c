import { checkAnswer } from './check-answer.ts';
import type { TextRun } from './expect-runs.ts';
import type { Expectation } from './recording/expectation.ts';

/** Whether a run is as it was recorded. */
export type RunCheck =
  | { readonly kind: 'same' }
  | { readonly kind: 'different'; readonly problems: readonly string[] }
  /** The client could not run, so nothing can be said. */
  | { readonly kind: 'not-run'; readonly reason: string };

/** Holds a run against what was recorded. */
export function checkRun(expected: Expectation, { outcome, text }: TextRun): RunCheck {
  if (outcome.status === 'failed') {
    const { conclusive, kind, message } = outcome.error;
    if (!conclusive) return { kind: 'not-run', reason: message };
    if (!expected.answer && expected.error.includes(kind)) return { kind: 'same' };
    const before = expected.answer ? `an answer with status ${expected.status.join(' or ')}` : expected.error.join(' or ');
    return { kind: 'different', problems: [`no answer came (${kind}: ${message}), not ${before}`] };
  }
  const received = outcome.hops.at(-1)?.received;
  if (received === undefined) return { kind: 'not-run', reason: 'the client said nothing of an answer' };
  if (!expected.answer)
    return {
      kind: 'different',
      problems: [`an answer came (status ${received.status}), where none did (${expected.error.join(' or ')})`],
    };
  const problems = checkAnswer(expected, { status: received.status, headers: received.headers, text });
  return problems.length === 0 ? { kind: 'same' } : { kind: 'different', problems };
}
