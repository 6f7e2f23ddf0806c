import type { Lane } from '../../model/outcome.ts';
import type { BodyErrors } from '../diagnosis-input.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { errorUnderSuccess } from '../evidence/words/error-under-success.ts';
import { answerOf, recordedAnswer } from './answer.ts';
import { isConclusive, isSuccessStatus } from './is-success.ts';

/** Finds the errors under a success. Where Tines' body is not known, a status like the clients' is taken for the same answer. */
export function findBodyErrors({ input, host, isGood, quote }: Evidence): BodyErrors {
  const firsts = input.runs.flatMap((runs) => runs.slice(0, 1)).filter(isConclusive);
  const recorded = recordedAnswer(input.tines);
  const lanes = [
    ...firsts.map((outcome) => ({ lane: outcome.client, answer: answerOf(outcome) })),
    ...(recorded === null ? [] : [{ lane: 'tines' as const, answer: recorded }]),
  ];
  const errors: Partial<Record<Lane, string>> = {};
  for (const { lane, answer } of lanes) {
    const message = errorUnderSuccess(answer, host);
    if (message === null || answer.status === null || !isSuccessStatus(answer.status, input.success) || isGood(answer)) continue;
    errors[lane] = message === '' ? '' : quote(message);
  }
  const like = firsts.find((outcome) => errors[outcome.client] !== undefined);
  const isSame = like !== undefined && recorded?.text === null && recorded.status === answerOf(like).status;
  return isSame ? { ...errors, tines: errors[like.client] ?? '' } : errors;
}
