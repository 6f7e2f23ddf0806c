import type { Answer } from '../answers/answer.ts';
import type { Evidence } from '../evidence/evidence.ts';

/** Whether the server knew the credential before a change and does not know it after. */
export function isWorse(answer: Answer, { own, controls, alike }: Evidence): boolean {
  if (alike(own, answer)) return false;
  if (own.status === 403 && answer.status === 401) return true;
  return [controls.without, controls.wrong].some((control) => control !== null && !alike(own, control) && alike(answer, control));
}
