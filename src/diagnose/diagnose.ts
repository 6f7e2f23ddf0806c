import type { RunOutcome } from '../model/outcome.ts';
import type { Diagnosis } from '../model/verdict.ts';
import { answerOf, recordedAnswer } from './answers/answer.ts';
import { findBodyErrors } from './answers/body-errors.ts';
import { isConclusive } from './answers/is-success.ts';
import { fillChecklist } from './conclude/checklist.ts';
import { conclude, hasFlipped } from './conclude/conclude.ts';
import { investigate } from './conclude/investigate.ts';
import { askWithout, askWrong } from './conclude/investigate-singly.ts';
import { Laboratory } from './conclude/laboratory.ts';
import type { DiagnosisInput, DiagnosisResult } from './diagnosis-input.ts';
import type { Evidence } from './evidence/evidence.ts';
import { gatherEvidence } from './evidence/gather-evidence.ts';
import { compareClients } from './working/compare-clients.ts';
import { compareWorking } from './working/compare-working.ts';

/**
 * Says why the action fails: by what is known, then by experiments through `input.send`, within its limits and the rules of the laboratory. Where the clients
 * succeed and Tines failed, it looks for what is different in Tines. Where nothing fails, or nothing could be run, it diagnoses nothing.
 */
export async function diagnose(input: DiagnosisInput): Promise<DiagnosisResult> {
  const laboratory = new Laboratory(input);
  const firsts = input.runs.flatMap((runs) => runs.slice(0, 1)).filter(isConclusive);
  const [first] = firsts;
  if (first === undefined)
    return { diagnoses: [], checklist: fillChecklist({ input, evidence: null, diagnoses: [] }), experiments: [], bodyErrors: {} };
  const probe = gatherEvidence(input, answerOf(first), 'outside');
  const isGoodRun = (outcome: RunOutcome) => probe.isGood(answerOf(outcome));
  const bad = firsts.find((outcome) => !isGoodRun(outcome));
  const good = firsts.find(isGoodRun);
  if (bad === undefined) return diagnoseTines(input, laboratory, probe);
  const start = gatherEvidence(input, answerOf(bad), 'outside');
  const found =
    good !== undefined
      ? { evidence: start, diagnoses: passing(start) ?? (await compareClients([good, bad], start, laboratory)) }
      : await diagnoseFailure(start, laboratory, isGoodRun);
  return finish({ input, laboratory, ...found });
}

interface Found {
  readonly evidence: Evidence;
  readonly diagnoses: readonly Diagnosis[];
  readonly addition?: string;
}

async function diagnoseFailure(
  start: Evidence,
  laboratory: Laboratory,
  isGoodRun: (outcome: RunOutcome) => boolean,
): Promise<Found> {
  const { input } = start;
  const { diagnoses: compared, addition } =
    input.working === undefined ? { diagnoses: [] } : await compareWorking(input.working, start, laboratory);
  if (compared.some(({ confidence }) => confidence === 'confirmed'))
    return { evidence: start, diagnoses: compared, ...(addition === undefined ? {} : { addition }) };
  // Where the same request works now and then, no change can be made responsible.
  const isUnstable = input.runs.some((runs) => runs.some(isGoodRun));
  const evidence = isUnstable ? start : await investigate(start, laboratory);
  const concluded = conclude(evidence);
  const isVarying = isUnstable || evidence.trials.some(({ effect }) => effect === 'varies');
  const diagnoses = compared.length === 0 ? concluded : concluded.filter(({ code }) => code !== 'unexplained');
  return {
    evidence,
    diagnoses: isVarying
      ? unstable(concluded)
      : [
          ...diagnoses.filter(({ confidence }) => confidence === 'confirmed'),
          ...compared,
          ...diagnoses.filter(({ confidence }) => confidence !== 'confirmed'),
        ],
  };
}

/** A limit or an overload lets some requests through and others not: then it is not the clients that differ. */
function passing(evidence: Evidence): readonly Diagnosis[] | null {
  const { status } = evidence.own;
  const passes = conclude(evidence).filter(({ code }) => code === 'rate-limited' || code === 'server-error');
  if (status === null || passes.length === 0) return null;
  return passes.some(({ code, confidence }) => code === 'rate-limited' && confidence !== 'possible') ? passes : unstable(passes);
}

function unstable(diagnoses: readonly Diagnosis[]): readonly Diagnosis[] {
  return diagnoses.map((diagnosis) => ({
    ...diagnosis,
    confidence: 'possible',
    evidence: [...diagnosis.evidence, 'the same request also succeeded'],
  }));
}

/** The clients succeed: whatever fails is in Tines. */
async function diagnoseTines(input: DiagnosisInput, laboratory: Laboratory, probe: Evidence): Promise<DiagnosisResult> {
  const recorded = recordedAnswer(input.tines);
  if (recorded === null || probe.isGood(recorded))
    return {
      diagnoses: [],
      checklist: fillChecklist({ input, evidence: probe, diagnoses: [] }),
      experiments: [],
      bodyErrors: {},
    };
  const start = gatherEvidence(input, recorded, 'tines');
  const without = await askWithout(start, laboratory);
  const isSettled =
    without.controls.without !== null && start.alike(recorded, without.controls.without) && recorded.text === null;
  const evidence = isSettled ? without : await askWrong(without, laboratory);
  return finish({ input, evidence, diagnoses: conclude(evidence), laboratory });
}

/** What Tines adds by itself, if taking it away is a part of what works. */
function additionOf({ trials, after }: Evidence): string | undefined {
  const flipped = trials.find(({ effect }) => effect === 'flipped')?.change.addition;
  return (
    flipped ??
    (after === undefined || !hasFlipped(after.evidence) ? undefined : (after.trial.change.addition ?? additionOf(after.evidence)))
  );
}

interface Finishing extends Found {
  readonly input: DiagnosisInput;
  readonly laboratory: Laboratory;
}

function finish({ input, evidence, diagnoses, laboratory, addition: added }: Finishing): DiagnosisResult {
  const addition = added ?? additionOf(evidence);
  const checklist = fillChecklist({ input, evidence, diagnoses });
  return {
    diagnoses,
    checklist,
    experiments: laboratory.record(evidence.own, evidence.alike),
    bodyErrors: findBodyErrors(evidence),
    ...(addition === undefined ? {} : { addition }),
  };
}
