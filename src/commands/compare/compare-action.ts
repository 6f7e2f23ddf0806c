import type { Options } from '../../cli/options.ts';
import type { Surroundings } from '../../cli/terminal/terminal.ts';
import { version } from '../../cli/version.ts';
import { parseIgnoreRules } from '../../compare/noise/ignore-rules.ts';
import { printShell } from '../../emit/curl/print-shell.ts';
import { unavoidableLosses } from '../../emit/postman/unavoidable-losses.ts';
import { textValue } from '../../emit/text-value.ts';
import type { WorkingRequest } from '../../import/read-working.ts';
import type { Action } from '../../model/action.ts';
import type { Client, RecordedRequest, RunOutcome, TinesOutcome } from '../../model/outcome.ts';
import type { Report, ReportTool } from '../../model/report.ts';
import type { RequestSpec } from '../../model/request-spec.ts';
import type { SecretValues } from '../../model/text.ts';
import { type Conversion, convert, judge } from '../../pipeline.ts';
import { buildReport } from '../../report/build-report.ts';
import { redactReport } from '../../report/redact-report.ts';
import { describeCurl } from '../../run/curl/describe.ts';
import { explainUnsearchable } from '../../secrets/explain-unsearchable.ts';
import { findIssuedSecrets } from '../../secrets/find-issued-secrets.ts';
import { redactCommand } from '../../secrets/redact-command.ts';
import { chainRedactors, createRedactor, type Redactor } from '../../secrets/redactor.ts';
import type { Secret } from '../../secrets/secret.ts';
import type { ClientRunner } from '../clients/client-runner.ts';
import { actionSecrets } from '../inputs/action-secrets.ts';
import { askConsent, isSafeMethod } from '../inputs/ask-consent.ts';
import { checked } from '../inputs/choose-actions.ts';
import { credentialSecrets, gatherScope } from '../inputs/gather-scope.ts';
import { oneByOne } from '../inputs/once-per-run.ts';
import { recallAction, recalledValues } from '../inputs/recall-action.ts';
import { recallWarnings } from '../inputs/recall-warnings.ts';
import { specifySettings } from '../inputs/specify-settings.ts';
import { supplyMissing } from '../inputs/supply-missing.ts';
import type { TenantInputs } from '../inputs/tenant/inputs.ts';
import { judgeAge } from './judge-age.ts';
import { trustLog, withWarnings } from './trust-log.ts';
import { wholeBody } from './whole-body.ts';

const defaultRequests = 12;

export interface CompareWork {
  readonly options: Options;
  readonly surroundings: Surroundings;
  readonly runner: ClientRunner;
  /** What a tenant says beside its records, and how to run the action in it. */
  readonly tenant?: Pick<TenantInputs, 'changes' | 'rerun'>;
  /** What stands as text in other actions of the file. */
  readonly neighbours?: readonly Secret[];
}

/** What comparing one action gives. */
export interface ComparedAction {
  /** Redacted. */
  readonly report: Report;
  /** The same, redacted with what other actions know of secrets, too. */
  readonly reportWith: (others: Redactor) => Report;
  /** What nothing that is written may show. */
  readonly secrets: readonly Secret[];
  readonly conversion: Conversion;
}

/** Compares one action from its file to its redacted report. */
export async function compareAction(action: Action, work: CompareWork): Promise<ComparedAction> {
  const { options, surroundings, runner, tenant, neighbours = [] } = work;
  checked(action);
  const settings = await specifySettings(options);
  const recalling = { surroundings, expectStatus: settings.expectStatus };
  const recollection = await recallAction(action, { ...recalling, options });
  const gathered = await gatherScope(options, surroundings, {
    data: recalledValues(recollection),
  });
  const scope = await supplyMissing(action, gathered.scope, surroundings);
  const converted = await convert(action, scope, settings);
  const following = trustLog(converted, recollection);
  const trusted = following.conversion;
  const { request } = trusted.specification;
  const own = actionSecrets(action, trusted);
  const working = await readWorking(request, trusted.values, work);
  const values = new Map([...trusted.values, ...(working?.values ?? [])]);
  const mine = [...credentialSecrets(scope.credentials), ...own.secrets, ...(working?.secrets ?? [])];
  const known = [...mine, ...neighbours];
  const redactor = createRedactor(known);
  const unsearchable = explainUnsearchable(neighbours.length === 0 ? redactor : createRedactor(mine));
  const conversion = withWarnings(trusted, [...own.warnings, ...unsearchable]);
  await oneByOne(surroundings.files, () =>
    askConsent(request, runner.clients, { options, terminal: surroundings.terminal, redactor }),
  );
  const [runs, fresh] = await Promise.all([runAll(request, conversion.values, work), tenant?.rerun?.()]);
  surroundings.signal.throwIfAborted();
  // A rerun is beside the other lanes: what it recorded is known only now.
  const anew = fresh === undefined ? recollection : await recallAction(action, { ...recalling, options: fresh });
  const { tines: recorded, sent, tinesSent } = fresh === undefined ? following : trustLog(converted, anew);
  const { tines, lowered } = judgeAge(action, withStatus(recorded, options, sent), {
    now: surroundings.now(),
    changes: new Map([...gathered.changes, ...(tenant?.changes ?? [])]),
  });
  const losses = runner.clients.includes('postman') ? unavoidableLosses(request) : [];
  const judgement = await judge({
    conversion,
    losses,
    tines,
    ...(tinesSent === undefined ? {} : { tinesSent }),
    runs,
    ignore: parseIgnoreRules(options.ignore ?? []),
    wholeBody,
    lowered,
    diagnosis: {
      send: (variant) => runner.send(runner.clients[0] ?? 'curl', variant, values),
      reveal: (text) => textValue(text, values),
      allowWrites: options['allow-writes'] === true,
      maxRequests: options['max-requests'] ?? defaultRequests,
      maxRequestsGiven: options['max-requests'] !== undefined,
      experiments: options.experiments !== false,
      probeIdentity: options['probe-identity'] === true,
      now: surroundings.now(),
      log: anew.messages,
      ...(working === undefined ? {} : { working: working.request }),
    },
  });
  surroundings.signal.throwIfAborted();
  const parts = {
    tool: await describeTools(work),
    action,
    specification: withWarnings(conversion, recallWarnings(anew.notes)).specification,
    tines,
    runs: runs.flatMap((run) => run.slice(0, 1)),
    differences: judgement.comparison.differences,
    omitted: judgement.comparison.omitted,
    verdict: judgement.verdict,
    diagnoses: judgement.diagnoses,
    checklist: judgement.checklist,
    experiments: judgement.experiments,
    ...(options.docs === undefined ? {} : { docs: options.docs }),
  };
  const draft = buildReport({ ...parts, losses: [...conversion.curl.losses, ...losses], command: '' });
  const secrets = [...known, ...findIssuedSecrets(draft)];
  const ownRedactor = createRedactor(secrets);
  const finish = (redaction: Redactor): Report => {
    const { command, losses } = printShell(redactCommand(conversion.curl, redaction), 'bash');
    return redactReport({ ...draft, command, losses: [...draft.losses, ...losses] }, redaction);
  };
  return {
    get report() {
      return finish(ownRedactor);
    },
    reportWith: (others) => finish(chainRedactors(ownRedactor, others)),
    secrets,
    conversion,
  };
}

/** The request that the user says works, its credentials under names of their own. */
async function readWorking(
  request: RequestSpec,
  values: SecretValues,
  { options, surroundings }: CompareWork,
): Promise<WorkingRequest | undefined> {
  if (options.working === undefined) return undefined;
  const { readWorkingFile } = await import('./read-working.ts');
  return readWorkingFile(options.working, { policy: request.policy, taken: values.keys() }, surroundings);
}

function withStatus(
  recorded: TinesOutcome,
  { 'tines-status': status }: Options,
  sent: RecordedRequest | undefined,
): TinesOutcome {
  if (status === undefined) return recorded;
  return { client: 'tines', status: 'recorded', response: { status }, ...(sent === undefined ? {} : { sent }) };
}

/** Every client's runs of the request: the clients side by side, repeats one after the other. */
function runAll(
  request: RequestSpec,
  values: SecretValues,
  { options, runner }: CompareWork,
): Promise<readonly (readonly RunOutcome[])[]> {
  const times = Math.max(1, options.repeat ?? (isSafeMethod(request.method) ? 2 : 1));
  const repeat = async (client: Client): Promise<readonly RunOutcome[]> => {
    const outcomes: RunOutcome[] = [];
    for (let run = 0; run < times; run += 1) {
      const outcome = await runner.send(client, request, values);
      outcomes.push(outcome);
      // A client that cannot run now will not run a moment later.
      if (outcome.status === 'failed' && !outcome.error.conclusive) break;
    }
    return outcomes;
  };
  return Promise.all(runner.clients.map(repeat));
}

async function describeTools({ runner, surroundings }: CompareWork): Promise<ReportTool> {
  const curl = runner.clients.includes('curl') ? await describeCurl({ environment: surroundings.environment }) : undefined;
  return { name: 'tines-compare', version, curl: curl?.version ?? null, newman: await runner.newmanVersion() };
}
