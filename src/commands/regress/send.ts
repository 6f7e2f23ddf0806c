import type { Client } from '../../model/outcome.ts';
import { checkRun } from '../../regress/check-run.ts';
import { clientResult } from '../../regress/client-result.ts';
import type { TextRun } from '../../regress/expect-runs.ts';
import type { ClientResult } from '../../regress/regress-result.ts';
import { isSafeMethod } from '../inputs/ask-consent.ts';
import { isSuccessfulRun } from '../record/is-successful-run.ts';
import type { RegressClients } from './clients.ts';
import type { Prepared } from './prepare.ts';
import { runText } from './run-text.ts';

type Ready = Extract<Prepared, { kind: 'ready' }>;

/** What one client made of one action. */
export interface Attempted {
  readonly result: ClientResult;
  /** Kept where it is not as recorded: the judgement looks at it. */
  readonly run?: TextRun;
  readonly attempts: number;
  /** What was wrong before it was as recorded. */
  readonly flaky?: readonly string[];
}

interface Attempt {
  /** Counted from 1. */
  readonly number: number;
  readonly now: Date;
}

/** Holds one run of a client against the recording. */
export async function attempted({ recorded, conversion }: Ready, run: TextRun, { number, now }: Attempt): Promise<Attempted> {
  const expected = run.outcome.client === 'curl' ? (recorded.expectedWithCurl ?? recorded.expected) : recorded.expected;
  const check = checkRun(expected, run);
  const success = check.kind === 'different' && (await isSuccessfulRun(conversion, run.outcome, now));
  const result = clientResult(run, check, { success, before: recorded.success });
  return { result, attempts: number, ...(check.kind === 'different' ? { run } : {}) };
}

interface Sending {
  readonly clients: Pick<RegressClients, 'send'>;
  readonly retries: number;
  readonly now: () => Date;
  /** An attempt that was made already and was not as recorded. */
  readonly before?: Attempted;
}

/** Sends an action with one client, up to `retries` times more while it is not as recorded; what was wrong at first is kept as flaky. */
export async function sendRecorded(ready: Ready, client: Client, { clients, retries, now, before }: Sending): Promise<Attempted> {
  const problems: string[] = [...(before?.result.problems ?? [])];
  for (let attempt = before === undefined ? 1 : 2; ; attempt += 1) {
    const outcome = await clients.send(client, ready);
    const found = await attempted(ready, await runText(outcome), { number: attempt, now: now() });
    const { state } = found.result;
    if (state === 'same') return attempt === 1 ? found : { ...found, flaky: problems };
    if (state === 'not-run' || state === 'fixed' || attempt > retries + (before === undefined ? 0 : 1)) return found;
    problems.push(...found.result.problems.filter((problem) => !problems.includes(problem)));
  }
}

/** Whether the action may share a run with others: to be sent once more does no harm, and an answer is expected, so that nobody waits for it in vain. */
export function mayShare({ conversion, recorded }: Ready): boolean {
  return (
    isSafeMethod(conversion.specification.request.method) &&
    recorded.expected.answer &&
    recorded.expectedWithCurl?.answer !== false
  );
}
