import { type Civil, civilOf, civilOfDay, dayNumber, momentOf, weekdayOf } from './dates-civil.ts';
import type { Moment } from './dates-moment.ts';
import { dayNames, placeOfName } from './dates-names.ts';

/** A span of local time, as day numbers: from a day's beginning, or a time in it, up to another's. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const weekday = /^(?:(this|next|last|past) )?(sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?$/;
const portion = /^(?:(.*?) )?(?:(morning|afternoon|evening|night)|(tonight))$/;
// The hours that chronic gives them.
const hours: Readonly<Record<string, Span>> = {
  morning: { from: 6, to: 12 },
  afternoon: { from: 13, to: 17 },
  evening: { from: 17, to: 20 },
  night: { from: 20, to: 24 },
};
const longer = /^(this|next|last|past) (week|month|year)$/;

/**
 * The middle of the day, week, month or year that a phrase names (`tomorrow`, `next tuesday`, `last month`), as chronic gives it: noon of
 * a day, and of `today` the middle of what is left of it. Undefined for other phrases.
 */
export function readDayPhrase(phrase: string, now: Moment): Moment | undefined {
  const span = spanOf(phrase, civilOf(now));
  if (span === undefined) return undefined;
  const middle = Math.round(((span.from + span.to) / 2) * 86_400);
  return momentOf({ ...civilOfDay(0), second: middle }, now.zone);
}

/** The date that a phrase names, for a text that says the time too; undefined for phrases that name no single day. */
export function readDay(phrase: string, now: Civil): Civil | undefined {
  const today = dayNumber(now.year, now.month, now.day);
  if (phrase === 'today' || phrase === 'this day') return civilOfDay(today);
  const span = longer.test(phrase) ? undefined : spanOf(phrase, now);
  return span === undefined ? undefined : civilOfDay(Math.floor(span.from));
}

function spanOf(phrase: string, now: Civil): Span | undefined {
  const today = dayNumber(now.year, now.month, now.day);
  if (phrase === 'today' || phrase === 'this day') return { from: today + now.hour / 24, to: today + 1 };
  if (/^tomm?orr?ow$|^next day$/.test(phrase)) return oneDay(today + 1);
  if (/^yesterday$|^last day$/.test(phrase)) return oneDay(today - 1);
  if (/^(?:the )?day after tomorrow$/.test(phrase)) return oneDay(today + 2);
  if (/^(?:the )?day before yesterday$/.test(phrase)) return oneDay(today - 2);
  const part = portion.exec(phrase);
  if (part !== null) return portionSpan(part[1] ?? 'this', part[2] ?? 'night', now);
  const [, direction, name] = weekday.exec(phrase) ?? [];
  if (name !== undefined) return oneDay(dayNamed(name, direction, now));
  const [, which, unit] = longer.exec(phrase) ?? [];
  return which === undefined ? undefined : longerSpan(which, unit ?? '', now);
}

// `last night` is yesterday's; `this morning` today's.
function portionSpan(day: string, name: string, now: Civil): Span | undefined {
  const date = readDay(
    /^(?:this|in the)$/.test(day) ? 'today' : day.replace(/^last$/, 'yesterday').replace(/^next$/, 'tomorrow'),
    now,
  );
  const span = hours[name];
  if (date === undefined || span === undefined) return undefined;
  const number = dayNumber(date.year, date.month, date.day);
  return { from: number + span.from / 24, to: number + span.to / 24 };
}

function oneDay(day: number): Span {
  return { from: day, to: day + 1 };
}

// Never today: the next one, or with `last` the one before.
function dayNamed(name: string, direction: string | undefined, now: Civil): number {
  const today = dayNumber(now.year, now.month, now.day);
  const ahead = (placeOfName(dayNames, name.slice(0, 3)) - weekdayOf(now) + 7) % 7;
  if (direction === 'last' || direction === 'past') return today + (ahead === 0 ? -7 : ahead - 7);
  return today + (ahead === 0 ? 7 : ahead);
}

function longerSpan(which: string, unit: string, now: Civil): Span {
  const step = which === 'next' ? 1 : which === 'this' ? 0 : -1;
  const today = dayNumber(now.year, now.month, now.day);
  const whole = wholeSpan(unit, step, now);
  if (step !== 0) return whole;
  // What is left of this week begins with the next hour, of a month or year with the next day.
  return { from: unit === 'week' ? today + (now.hour + 1) / 24 : today + 1, to: whole.to };
}

function wholeSpan(unit: string, step: number, now: Civil): Span {
  if (unit === 'year') return { from: dayNumber(now.year + step, 1, 1), to: dayNumber(now.year + step + 1, 1, 1) };
  if (unit === 'month')
    return { from: dayNumber(now.year, now.month + step, 1), to: dayNumber(now.year, now.month + step + 1, 1) };
  const sunday = dayNumber(now.year, now.month, now.day) - weekdayOf(now) + step * 7;
  return { from: sunday, to: sunday + 7 };
}
