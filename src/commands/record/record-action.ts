import type { Options } from '../../cli/options.ts';
import { emitPostman } from '../../emit/postman/emit-postman.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Action } from '../../model/action.ts';
import type { RunOutcome } from '../../model/outcome.ts';
import type { Report } from '../../model/report.ts';
import type { RequestSpec } from '../../model/request-spec.ts';
import { convert } from '../../pipeline.ts';
import { checkRun } from '../../regress/check-run.ts';
import { expectRuns, type TextRun } from '../../regress/expect-runs.ts';
import { actionKey } from '../../regress/recording/action-key.ts';
import type { Expectation } from '../../regress/recording/expectation.ts';
import { hideLiterals } from '../../regress/recording/hide-literals.ts';
import type { NewRecording } from '../../regress/recording/merge-collection.ts';
import type { Recorded } from '../../regress/recording/recorded.ts';
import { createRedactor, type Redactor } from '../../secrets/redactor.ts';
import type { Secret } from '../../secrets/secret.ts';
import type { ClientRunner } from '../clients/client-runner.ts';
import { type CompareWork, compareAction } from '../compare/compare-action.ts';
import { gatherScope } from '../inputs/gather-scope.ts';
import { recallAction, recalledValues } from '../inputs/recall-action.ts';
import { specifySettings } from '../inputs/specify-settings.ts';
import { runText } from '../regress/run-text.ts';
import { recordData } from './data.ts';
import { isSuccessfulRun } from './is-successful-run.ts';
import { recordedItem } from './item.ts';
import { portableAction } from './portable-action.ts';

/** One action, recorded. */
export interface RecordedAction extends NewRecording {
  readonly report: Report;
  /** The same, redacted with what other actions know of secrets, too. */
  readonly reportWith: (others: Redactor) => Report;
  readonly secrets: readonly Secret[];
  /** Credentials that were put in the place of literal secrets. */
  readonly hidden: readonly string[];
}

export interface RecordWork extends CompareWork {
  /** Finds what stands as text in any of the actions that are recorded together. */
  readonly others: Redactor;
}

/** Runs an action as `compare` does, and makes the item for its collection. */
export async function recordAction(action: Action, work: RecordWork): Promise<RecordedAction> {
  const { hidden, surroundings, scope } = await withoutLiterals(action, work);
  const runs: { readonly request: RequestSpec; readonly outcome: RunOutcome }[] = [];
  const runner: ClientRunner = {
    ...work.runner,
    send: async (client, request, values) => {
      const outcome = await work.runner.send(client, request, values);
      runs.push({ request, outcome });
      return outcome;
    },
  };
  const { report, reportWith, secrets, conversion } = await compareAction(hidden.action, { ...work, surroundings, runner });
  const { request } = conversion.specification;
  const own = await Promise.all(runs.filter((run) => run.request === request).map(({ outcome }) => runText(outcome)));
  const { expected, expectedWithCurl, first } = expectations(own, report);
  const redactor = createRedactor(secrets);
  const [diagnosis] = report.diagnoses;
  const recorded: Recorded = {
    key: actionKey(portableAction(action, surroundings.workingDirectory)),
    action: portableAction(hidden.action, surroundings.workingDirectory),
    data: recordData(hidden.action, scope, redactor.redact),
    settings: recordedSettings(work.options),
    verdict: { code: report.verdict.code, text: report.verdict.text },
    cause: diagnosis === undefined ? null : { code: diagnosis.code, confidence: diagnosis.confidence, fix: diagnosis.fix },
    success: await isSuccessfulRun(conversion, first, surroundings.now()),
    noise: report.differences.flatMap(({ path, noise }) => (noise === undefined ? [] : [{ path, reason: noise }])),
    expected,
    ...(expectedWithCurl === undefined ? {} : { expectedWithCurl }),
  };
  const artifact = emitPostman(request, { name: action.name || 'Tines action' });
  const { item, variables } = recordedItem(recorded, artifact);
  const text = JSON.stringify(item);
  const leak = redactor.find(text) ?? work.others.find(text);
  if (leak !== null) {
    throw new HarnessError('leak', `‹${leak}› stands in the text of the action, so it was not recorded`, {
      source: action.source,
      hint: `write a pill in its place: <<${leak}>>`,
    });
  }
  return { key: recorded.key, item, variables, report, reportWith, secrets, hidden: [...hidden.credentials.keys()] };
}

/** The action with its literal secrets as credentials, and surroundings in which they have their values. */
async function withoutLiterals(action: Action, { options, surroundings }: CompareWork) {
  const data = recalledValues(await recallAction(action, { options, surroundings }));
  const { scope } = await gatherScope(options, surroundings, { data, credentialValues: 'optional' });
  const settings = await specifySettings(options);
  const headers = (await convert(action, { ...scope, unresolved: 'empty' }, settings)).specification.request.headers;
  const hidden = hideLiterals(action, headers);
  const added = [...hidden.credentials].map(([name, value]) => [`TINES_CREDENTIAL_${name.toUpperCase()}`, value]);
  return {
    hidden,
    scope,
    surroundings: { ...surroundings, environment: { ...surroundings.environment, ...Object.fromEntries(added) } },
  };
}

interface Expectations {
  readonly expected: Expectation;
  readonly expectedWithCurl?: Expectation;
  readonly first: RunOutcome;
}

/** One expectation for both clients where they agree, else one for each. */
function expectations(runs: readonly TextRun[], report: Report): Expectations {
  const postman = runs.filter(({ outcome }) => outcome.client === 'postman');
  const curl = runs.filter(({ outcome }) => outcome.client === 'curl');
  const [mine, other] = [expectRuns(postman), expectRuns(curl)];
  const first = (mine === null ? curl : postman)[0]?.outcome;
  const expected = mine ?? other;
  if (expected === null || first === undefined) {
    throw new HarnessError('client-missing', `there is no outcome to record: ${report.verdict.text}`, {
      hint: 'record again when it is stable and the clients run (tines-compare doctor)',
    });
  }
  if (mine === null || other === null || curl.every((run) => checkRun(mine, run).kind === 'same')) return { expected, first };
  const both = sameEnds(mine, other) ? expectRuns(runs) : null;
  return both === null ? { expected, expectedWithCurl: other, first } : { expected: both, first };
}

/** Where only the shape of the bodies varies, one expectation fits both. */
function sameEnds(left: Expectation, right: Expectation): boolean {
  return left.answer && right.answer && left.type === right.type && left.status.join() === right.status.join();
}

function recordedSettings({ 'expect-status': expectStatus, timeout, insecure }: Options): Recorded['settings'] {
  return {
    ...(expectStatus === undefined ? {} : { 'expect-status': expectStatus }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(insecure === undefined ? {} : { insecure }),
  };
}
