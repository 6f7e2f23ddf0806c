import type { WholeBody } from './compare/comparable-body.ts';
import type { Comparison } from './compare/compare-outcomes.ts';
import type { IgnoreRules } from './compare/noise/ignore-rules.ts';
import type { DiagnosisInput } from './diagnose/diagnosis-input.ts';
import type { CurlCommand } from './emit/curl/curl-command.ts';
import { emitCurl } from './emit/curl/emit-curl.ts';
import { loadLanguage } from './load-language.ts';
import type { Action, ResolvedAction } from './model/action.ts';
import type { RecordedRequest, RunOutcome, TinesOutcome } from './model/outcome.ts';
import type { Loss, Specification } from './model/request-spec.ts';
import type { Scope } from './model/scope.ts';
import type { SecretValues } from './model/text.ts';
import type { ChecklistItem, Diagnosis, Experiment, Verdict } from './model/verdict.ts';
import { resolveAction } from './resolve/resolve-action.ts';
import { awsCredentials } from './resolve/world/aws-credentials.ts';
import type { SpecifySettings } from './specify/policy/settings.ts';
import { specify } from './specify/specify.ts';

/** An action as the request that Tines would send, and apart from it the values of its secrets. */
export interface Conversion {
  readonly resolved: ResolvedAction;
  readonly specification: Specification;
  readonly values: SecretValues;
  /** What the user said about the request, for specifying it again. */
  readonly settings: SpecifySettings;
  readonly curl: CurlCommand;
}

/** Action → resolved action → request → command. Throws a `HarnessError` where the action cannot be resolved or HTTP forbids the request. */
export async function convert(action: Action, scope: Scope, settings: SpecifySettings): Promise<Conversion> {
  const { resolved, values } = resolveAction(action, scope, await loadLanguage(action));
  const aws = awsCredentials(scope.credentials, urlText(resolved));
  return respecify(
    { values: new Map([...values, ...aws.values]), settings: { ...settings, awsCredentials: aws.scopes } },
    resolved,
  );
}

/** The same conversion for another resolved action: the one that Tines' log shows. */
export function respecify({ values, settings }: Pick<Conversion, 'values' | 'settings'>, resolved: ResolvedAction): Conversion {
  const specification = specify(resolved, settings);
  return { resolved, specification, values, settings, curl: emitCurl(specification.request) };
}

function urlText({ options }: ResolvedAction): string {
  const url = options.members.find(({ key }) => !(key instanceof Uint8Array) && key[0] === 'url')?.value;
  return url?.kind === 'string' && !(url.value instanceof Uint8Array)
    ? url.value.filter((part) => typeof part === 'string').join('')
    : '';
}

/** What was run, what was recorded, and what the judgement may do to find out more. */
export interface Evidence {
  readonly conversion: Conversion;
  readonly tines: TinesOutcome;
  /** What Tines sent with the values of secrets in it; only compared, never shown. */
  readonly tinesSent?: RecordedRequest;
  /** Per client that was asked for: its runs, the first one first. */
  readonly runs: readonly (readonly RunOutcome[])[];
  readonly ignore: IgnoreRules;
  readonly wholeBody?: WholeBody;
  /** What lowers the trust in any verdict. */
  readonly lowered: readonly string[];
  /** What a client that ran cannot send as it is, where it is not curl. */
  readonly losses?: readonly Loss[];
  readonly diagnosis: Omit<DiagnosisInput, 'action' | 'request' | 'values' | 'tines' | 'runs' | 'success' | 'warnings'>;
}

/** Everything that was concluded from the evidence. */
export interface Judgement {
  readonly comparison: Comparison;
  readonly verdict: Verdict;
  readonly diagnoses: readonly Diagnosis[];
  readonly checklist: readonly ChecklistItem[];
  readonly experiments: readonly Experiment[];
}

/** Compares the outcomes, looks for the cause (which may send further requests through `evidence.diagnosis.send`), and decides. */
export async function judge(evidence: Evidence): Promise<Judgement> {
  // Exports convert and never judge: what judging needs is loaded here.
  const [{ compareOutcomes }, { diagnose }, { doubts }, { decideVerdict }] = await Promise.all([
    import('./compare/compare-outcomes.ts'),
    import('./diagnose/diagnose.ts'),
    import('./diagnose/conclude/doubts.ts'),
    import('./diagnose/conclude/verdict.ts'),
  ]);
  const { conversion, tines, tinesSent, runs, ignore, wholeBody, lowered } = evidence;
  const { resolved, specification, values } = conversion;
  const { success } = specification.request.policy;
  const comparison = compareOutcomes({
    tines,
    runs,
    ignore,
    ...(tinesSent === undefined ? {} : { tinesSent }),
    ...(wholeBody === undefined ? {} : { wholeBody }),
  });
  const { addition, bodyErrors, ...found } = await diagnose({
    ...evidence.diagnosis,
    action: resolved,
    request: specification.request,
    values,
    tines,
    runs,
    success,
    warnings: specification.warnings,
  });
  const decided = decideVerdict({
    tines,
    runs,
    clientsDiffer: comparison.clientsDiffer,
    success,
    bodyErrors,
    lowered: [...lowered, ...comparison.refusals],
    ...(addition === undefined ? {} : { addition }),
  });
  const grounds = doubts({
    code: decided.code,
    assumptions: specification.assumptions,
    losses: [...specification.losses, ...conversion.curl.losses, ...(evidence.losses ?? [])],
    runs,
  });
  return { comparison, verdict: { ...decided, lowered: [...grounds, ...decided.lowered] }, ...found };
}
