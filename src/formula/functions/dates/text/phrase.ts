import { type Civil, civilOf, civilOfDay, dayNumber, momentOf } from '../civil.ts';
import type { Moment } from '../moment.ts';
import { spanOf } from './day.ts';
import { ordinalSpan } from './ordinal.ts';

const longer = /\b(?:week|month|year|hour)$/;

/**
 * The middle of the day, week, month or year that a phrase names (`tomorrow`, `next tuesday`, `last month`, `3rd friday in may`), as
 * chronic gives it: noon of a day, and of `today` the middle of what is left of it. Undefined for other phrases.
 */
export function readDayPhrase(phrase: string, now: Moment): Moment | undefined {
  const civil = civilOf(now);
  const span = spanOf(phrase, civil) ?? ordinalSpan(phrase, civil);
  if (span === undefined) return undefined;
  const middle = Math.round(((span.from + span.to) / 2) * 86_400);
  return momentOf({ ...civilOfDay(0), second: middle }, now.zone);
}

/** The date that a phrase names, for a text that says the time too; undefined for phrases that name no single day. */
export function readDay(phrase: string, now: Civil): Civil | undefined {
  if (phrase === 'today' || phrase === 'this day') return civilOfDay(dayNumber(now.year, now.month, now.day));
  const span = (longer.test(phrase) ? undefined : spanOf(phrase, now)) ?? ordinalSpan(phrase, now);
  return span === undefined ? undefined : civilOfDay(Math.floor(span.from));
}
