import type { Warning } from '../model/request-spec.ts';
import { mark } from './mark.ts';
import type { Redactor } from './redactor.ts';

/** Says of each secret that is too short or too common how it is handled: one warning ‹short-secret› for all of them, none where there is none. */
export function explainUnsearchable({ unsearchable }: Pick<Redactor, 'unsearchable'>): readonly Warning[] {
  if (unsearchable.length === 0) return [];
  const names = unsearchable.map(mark).join(', ');
  const text = `${names}: shorter than six characters, or an everyday word. It is masked in what was sent, where it stands as a whole; in answers it is not searched for, because that would mask unrelated text`;
  return [{ code: 'short-secret', text }];
}
