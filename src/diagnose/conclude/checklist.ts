import type { ArticleCause, ChecklistItem, ChecklistItemCode, Diagnosis } from '../../model/verdict.ts';
import { answerOf } from '../answers/answer.ts';
import { isConclusive } from '../answers/is-success.ts';
import { causes } from '../causes.ts';
import type { DiagnosisInput } from '../diagnosis-input.ts';
import { type Evidence, isLikeWithout, standing } from '../evidence/evidence.ts';

interface Filling {
  readonly input: DiagnosisInput;
  /** null where nothing could be run. */
  readonly evidence: Evidence | null;
  readonly diagnoses: readonly Diagnosis[];
}

/** The four items of the help article's checklist, each with its state and the reason for it. */
export function fillChecklist(filling: Filling): readonly ChecklistItem[] {
  return [
    item('permissions-and-expiry', 'permission', filling, permissions),
    item('format', 'format', filling, format),
    item('method', 'method', filling, method),
    outside(filling),
  ];
}

type Answered = Pick<ChecklistItem, 'state' | 'why'>;

function item(
  code: ChecklistItemCode,
  article: ArticleCause,
  filling: Filling,
  otherwise: (evidence: Evidence) => Answered,
): ChecklistItem {
  const { evidence, diagnoses } = filling;
  const found = diagnoses.find((diagnosis) => diagnosis.article === article && diagnosis.confidence !== 'possible');
  if (found !== undefined) return { item: code, state: 'problem', why: `${causes[found.code].title} (${found.confidence})` };
  if (evidence === null) return { item: code, state: 'unknown', why: 'no client could run' };
  if (works(evidence))
    return {
      item: code,
      state: 'ok',
      why: evidence.main === null && code !== 'method' ? 'the request works, and carries no credential' : 'the request works',
    };
  const maybe = diagnoses.find((diagnosis) => diagnosis.article === article);
  if (maybe !== undefined) return { item: code, state: 'unknown', why: `possibly ${causes[maybe.code].title}` };
  return { item: code, ...otherwise(evidence) };
}

function permissions(evidence: Evidence): Answered {
  const { own, isAuthFailure, main } = evidence;
  if (main === null) return { state: 'unknown', why: 'the request carries no credential' };
  if (own.status === null) return { state: 'unknown', why: 'no answer came' };
  if (!isAuthFailure && isLikeWithout(evidence) === false)
    return { state: 'ok', why: 'the server answers otherwise without the credential, and does not object to it' };
  return {
    state: 'unknown',
    why: isAuthFailure
      ? 'the server has not accepted the credential, so it does not say what it may do'
      : `the answer (${own.status}) is not about the credential`,
  };
}

function format(evidence: Evidence): Answered {
  const { own, main, trials } = evidence;
  if (main === null) return { state: 'unknown', why: 'the request carries no credential' };
  if (isLikeWithout(evidence) === false)
    return { state: 'ok', why: 'the server sees the credential: without it the answer is another one' };
  if (standing(evidence) === 'silent' || trials.length > 0)
    return { state: 'unknown', why: 'the server answers alike with and without the credential' };
  return {
    state: 'unknown',
    why: own.status === null ? 'no answer came' : `the answer (${own.status}) does not say how the credential was read`,
  };
}

function method({ own, input, isAuthFailure }: Evidence): Answered {
  if (own.status === null) return { state: 'unknown', why: 'no answer came' };
  if (isAuthFailure || own.status >= 500)
    return { state: 'unknown', why: `the server answers ${own.status} before it comes to the method` };
  return { state: 'ok', why: `the server does not object to ${input.request.method}` };
}

function outside({ input, evidence }: Filling): ChecklistItem {
  const firsts = input.runs.flatMap((runs) => runs.slice(0, 1)).filter(isConclusive);
  if (evidence === null || firsts.length === 0) return { item: 'outside-tines', state: 'unknown', why: 'no client could run' };
  const working = firsts.filter((outcome) => evidence.isGood(answerOf(outcome)));
  const names = firsts.map(({ client }) => (client === 'curl' ? 'cURL' : 'Postman')).join(' and ');
  if (working.length === firsts.length)
    return { item: 'outside-tines', state: 'ok', why: `the same request works with ${names}` };
  if (working.length > 0)
    return {
      item: 'outside-tines',
      state: 'unknown',
      why: `it works with ${working[0]?.client === 'curl' ? 'cURL' : 'Postman'} only`,
    };
  return { item: 'outside-tines', state: 'problem', why: `the same request fails with ${names} too` };
}

function works({ input, isGood }: Evidence): boolean {
  const firsts = input.runs.flatMap((runs) => runs.slice(0, 1)).filter(isConclusive);
  return firsts.length > 0 && firsts.every((outcome) => isGood(answerOf(outcome)));
}
