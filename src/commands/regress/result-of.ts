import { isConclusive } from '../../diagnose/answers/is-success.ts';
import type { Client } from '../../model/outcome.ts';
import type { RegressResult, RegressState } from '../../regress/regress-result.ts';
import { worstState } from '../../regress/report/worst-state.ts';
import { createRedactor } from '../../secrets/redactor.ts';
import type { Secret } from '../../secrets/secret.ts';
import { findCause } from './cause.ts';
import type { ItemPlace } from './plan.ts';
import type { Prepared } from './prepare.ts';
import type { Attempted } from './send.ts';

type Ready = Extract<Prepared, { kind: 'ready' }>;

interface Facts {
  /** The clients that were asked for. */
  readonly clients: readonly Client[];
  readonly attempts: ReadonlyMap<Client, Attempted>;
  /** Why a client has no attempt. */
  readonly missing: string;
  readonly secrets: readonly Secret[];
  readonly now: Date;
}

/** The redacted result of a recorded action. A failure that is new gets its cause, as far as the answers alone show one. */
export async function resultOf(ready: Ready, { clients, attempts, missing, secrets, now }: Facts): Promise<RegressResult> {
  const made = clients.flatMap((client) => attempts.get(client) ?? []);
  const state = worstState([
    ...made.map(({ result }) => result.state),
    ...(made.length < clients.length ? ['not-run' as const] : []),
  ]);
  const outcomes = made.flatMap(({ run }) => (run === undefined ? [] : [run.outcome])).filter(isConclusive);
  const diagnosis = needsCause(state) && outcomes.length > 0 ? (await findCause(ready, outcomes, now)).diagnosis : undefined;
  const flaky = made.filter((attempt) => attempt.flaky !== undefined);
  const result: RegressResult = {
    ...base(ready.recorded.key, ready.place),
    state,
    problems: made.length < clients.length ? [missing] : [],
    clients: made.map((attempt) => attempt.result),
    recorded: {
      verdict: ready.recorded.verdict.code,
      cause: ready.recorded.cause?.code ?? null,
      fix: ready.recorded.cause?.fix ?? '',
    },
    ...(diagnosis === undefined ? {} : { cause: { code: diagnosis.code, confidence: diagnosis.confidence, fix: diagnosis.fix } }),
    ...(flaky.length === 0
      ? {}
      : {
          flaky: {
            attempts: Math.max(...flaky.map(({ attempts: count }) => count)),
            problems: [...new Set(flaky.flatMap((attempt) => attempt.flaky ?? []))],
          },
        }),
    milliseconds: Math.max(0, ...made.map(({ result: { milliseconds } }) => milliseconds)),
  };
  return state === 'same' && result.flaky === undefined ? result : redactResult(result, [...secrets, ...ready.secrets()]);
}

/** The result of what could not be run. */
export function refusedResult(key: string, place: ItemPlace, reason: string): RegressResult {
  return { ...base(key, place), state: 'not-run', problems: [reason], clients: [], milliseconds: 0 };
}

function base(
  key: string,
  { name, folders, file, line }: ItemPlace,
): Pick<RegressResult, 'key' | 'name' | 'folders' | 'file' | 'line'> {
  return { key, name, folders, file, line };
}

function needsCause(state: RegressState): boolean {
  return state === 'broken' || state === 'changed-cause';
}

/** The result without the values of these secrets. */
export function redactResult(result: RegressResult, secrets: readonly Secret[]): RegressResult {
  const { redact } = createRedactor(secrets);
  const clients = result.clients.map((client) => ({ ...client, problems: client.problems.map(redact) }));
  return {
    ...result,
    problems: result.problems.map(redact),
    clients,
    ...(result.flaky === undefined ? {} : { flaky: { ...result.flaky, problems: result.flaky.problems.map(redact) } }),
    ...(result.cause === undefined ? {} : { cause: { ...result.cause, fix: redact(result.cause.fix) } }),
  };
}
