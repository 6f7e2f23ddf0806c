import { headerOf } from '../answers/answer.ts';
import type { Evidence } from './evidence.ts';

/** The server's time, from the `Date` of its answer; where it gives none, the time here. */
export function serverNow({ own, input }: Pick<Evidence, 'own' | 'input'>): Date {
  return serverDate({ own }) ?? input.now;
}

/** The `Date` of the answer; null without a valid one. */
export function serverDate({ own }: Pick<Evidence, 'own'>): Date | null {
  const time = Date.parse(headerOf(own, 'date') ?? '');
  return Number.isNaN(time) ? null : new Date(time);
}
