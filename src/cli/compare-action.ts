import { parseIgnoreRules } from '../compare/ignore-rules.ts';
import { printShell } from '../emit/curl/print-shell.ts';
import { textValue } from '../emit/text-value.ts';
import type { Action } from '../model/action.ts';
import type { Client, RunOutcome, TinesOutcome } from '../model/outcome.ts';
import type { Report, ReportTool } from '../model/report.ts';
import type { RequestSpec, Warning } from '../model/request-spec.ts';
import type { SecretValues } from '../model/text.ts';
import { type Conversion, convert, judge, respecify } from '../pipeline.ts';
import { fillMasks } from '../recall/fill-masks.ts';
import type { Recollection } from '../recall/recollection.ts';
import type { WorkingRequest } from '../recall/working/read-working.ts';
import { buildReport } from '../report/build-report.ts';
import { redactReport } from '../report/redact-report.ts';
import { describeCurl } from '../run/describe-curl.ts';
import { composedSecrets } from '../secrets/composed-secrets.ts';
import { explainUnsearchable } from '../secrets/explain-unsearchable.ts';
import { findLiteralSecrets, literalSecretWarnings } from '../secrets/find-literal-secrets.ts';
import { redactCommand } from '../secrets/redact-command.ts';
import { createRedactor } from '../secrets/redactor.ts';
import type { Secret } from '../secrets/secret.ts';
import { askConsent, isSafeMethod } from './ask-consent.ts';
import { checked } from './choose-actions.ts';
import type { ClientRunner } from './client-runner.ts';
import { gatherScope } from './gather-scope.ts';
import type { Options } from './options.ts';
import { recallAction, recalledValues } from './recall-action.ts';
import { specifySettings } from './specify-settings.ts';
import { supplyMissing } from './supply-missing.ts';
import type { Surroundings } from './terminal.ts';
import { version } from './version.ts';

const defaultRequests = 12;

export interface CompareWork {
  readonly options: Options;
  readonly surroundings: Surroundings;
  readonly runner: ClientRunner;
}

/** What comparing one action gives. */
export interface ComparedAction {
  /** Redacted. */
  readonly report: Report;
  /** What nothing that is written may show. */
  readonly secrets: readonly Secret[];
  readonly conversion: Conversion;
}

/** Compares one action from its file to its redacted report. */
export async function compareAction(action: Action, work: CompareWork): Promise<ComparedAction> {
  const { options, surroundings, runner } = work;
  checked(action);
  const settings = await specifySettings(options);
  const recollection = await recallAction(action, { options, surroundings, expectStatus: settings.expectStatus });
  const gathered = await gatherScope(options, surroundings, {
    data: recalledValues(recollection),
  });
  const scope = await supplyMissing(action, gathered.scope, surroundings.terminal);
  const converted = await convert(action, scope, settings);
  const { conversion: trusted, tines: recorded } = trustLog(converted, recollection);
  const literals = findLiteralSecrets({ action, request: trusted.specification.request });
  const { request } = trusted.specification;
  const working = await readWorking(request, trusted.values, work);
  const values = new Map([...trusted.values, ...(working?.values ?? [])]);
  const secrets = [
    ...gathered.secrets,
    ...secretsOf(trusted),
    ...composedSecrets(request, trusted.values),
    ...literals.map(({ secret }) => secret),
    ...(working?.secrets ?? []),
  ];
  const redactor = createRedactor(secrets);
  const conversion = withWarnings(trusted, [...literalSecretWarnings(literals), ...explainUnsearchable(redactor)]);
  await askConsent(request, runner.clients, { options, terminal: surroundings.terminal, redactor });
  const tines = withStatus(recorded, options);
  const runs = await runAll(request, conversion.values, work);
  const judgement = await judge({
    conversion,
    tines,
    runs,
    ignore: parseIgnoreRules(options.ignore ?? []),
    lowered:
      tines.status === 'recorded' && tines.stale === true
        ? [`Tines’ record is of ${tines.at ?? 'an unknown time'}: it may be out of date`]
        : [],
    diagnosis: {
      send: (variant) => runner.send(runner.clients[0] ?? 'curl', variant, values),
      reveal: (text) => textValue(text, values),
      allowWrites: options['allow-writes'] === true,
      maxRequests: options['max-requests'] ?? defaultRequests,
      maxRequestsGiven: options['max-requests'] !== undefined,
      experiments: options.experiments !== false,
      probeIdentity: options['probe-identity'] === true,
      now: surroundings.now(),
      log: recollection.messages,
      ...(working === undefined ? {} : { working: working.request }),
    },
  });
  const shell = printShell(redactCommand(conversion.curl, redactor), 'bash');
  const report = buildReport({
    tool: await describeTools(work),
    action,
    specification: conversion.specification,
    losses: [...conversion.curl.losses, ...shell.losses],
    command: shell.command,
    tines,
    runs: runs.flatMap((run) => run.slice(0, 1)),
    differences: judgement.comparison.differences,
    omitted: judgement.comparison.omitted,
    verdict: judgement.verdict,
    diagnoses: judgement.diagnoses,
    checklist: judgement.checklist,
    experiments: judgement.experiments,
    ...(options.docs === undefined ? {} : { docs: options.docs }),
  });
  return { report: redactReport(report, redactor), secrets, conversion };
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

/**
 * The log shows the request that Tines rendered: it is trusted over the templates, its masks filled by the variables that stand in the same
 * places. What cannot be filled leaves the templates in force, with a warning.
 */
function trustLog(
  conversion: Conversion,
  { logged, outcome, warnings }: Recollection,
): { readonly conversion: Conversion; readonly tines: TinesOutcome } {
  if (logged === undefined) return { conversion: withWarnings(conversion, warnings), tines: outcome };
  const filled = fillMasks(logged, { resolved: conversion.resolved, request: conversion.specification.request });
  const trusted = filled.isTrusted ? respecify(conversion, filled.resolved) : conversion;
  return {
    conversion: withWarnings(trusted, [...warnings, ...filled.warnings]),
    tines: outcome.status === 'recorded' ? { ...outcome, sent: filled.recorded } : outcome,
  };
}

function withWarnings(conversion: Conversion, warnings: readonly Warning[]): Conversion {
  const { specification } = conversion;
  return { ...conversion, specification: { ...specification, warnings: [...specification.warnings, ...warnings] } };
}

function withStatus(recorded: TinesOutcome, { 'tines-status': status }: Options): TinesOutcome {
  return status === undefined ? recorded : { client: 'tines', status: 'recorded', response: { status } };
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

/** The values of all variables made from credentials, under the names of what they were made from. */
function secretsOf({ resolved, values }: Conversion): readonly Secret[] {
  return resolved.variables.flatMap(({ name, from }) => {
    const value = values.get(name);
    return value === undefined ? [] : [{ label: from.join(' + '), value }];
  });
}

async function describeTools({ runner, surroundings }: CompareWork): Promise<ReportTool> {
  const curl = runner.clients.includes('curl') ? await describeCurl({ environment: surroundings.environment }) : undefined;
  return { name: 'tines-compare', version, curl: curl?.version ?? null, newman: await runner.newmanVersion() };
}
