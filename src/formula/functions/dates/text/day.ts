import { type Civil, dayNumber, weekdayOf } from '../civil.ts';
import { dayNames, monthNames, placeOfName } from '../names.ts';
import { fullYear } from '../strptime/directives.ts';

/** A span of local time, as day numbers: from a day's beginning, or a time in it, up to another's. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The source of a pattern for the name of a day. */
export const weekdayForm = '(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?';
const weekday = new RegExp(`^(?:(this|next|last|past|coming|this coming) )?(${weekdayForm})$`);
const month =
  /^(?:(this|next|last) )?(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?: (?:of )?('?\d{2}|\d{4}))?$/;
const weekend = /^(?:(this|next|last|past|the) )?weekend$/;
const portion = /^(?:(.*?) )?(?:(morning|afternoon|evening|night)|(tonight))$/;
// The hours that chronic gives them.
const hours: Readonly<Record<string, Span>> = {
  morning: { from: 6, to: 12 },
  afternoon: { from: 13, to: 17 },
  evening: { from: 17, to: 20 },
  night: { from: 20, to: 24 },
};
const longer = /^(this|next|last|past) (week|month|year)$/;

/** The span of local time that a phrase names; undefined for phrases that name none. */
export function spanOf(phrase: string, now: Civil): Span | undefined {
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
  if (which !== undefined) return longerSpan(which, unit ?? '', now);
  const hour = /^(next|last) hour$/.exec(phrase)?.[1];
  if (hour !== undefined) return hourSpan(today, now.hour + (hour === 'next' ? 1 : -1));
  const found = weekend.exec(phrase);
  if (found !== null) return weekendSpan(found[1] ?? 'this', today, now);
  return monthSpan(phrase, now);
}

// `last night` is yesterday's; `this morning` today's.
function portionSpan(day: string, name: string, now: Civil): Span | undefined {
  const isToday = /^(?:this|in the|today)$/.test(day);
  const phrase = day
    .replace(/^last$/, 'yesterday')
    .replace(/^next$/, 'tomorrow')
    .replace(/ in the$/, '');
  const date = isToday
    ? { from: dayNumber(now.year, now.month, now.day) }
    : longer.test(phrase)
      ? undefined
      : spanOf(phrase, now);
  const span = hours[name];
  if (date === undefined || span === undefined) return undefined;
  const number = Math.floor(date.from);
  return { from: number + span.from / 24, to: number + span.to / 24 };
}

/** The month that a phrase names: the next one of that name, this month among them; with `last` the one before, with a year that year's. */
export function monthSpan(phrase: string, now: Civil): Span | undefined {
  const [, which, name, yearText] = month.exec(phrase) ?? [];
  if (name === undefined) return undefined;
  const number = placeOfName(monthNames, name) + 1;
  const year = yearText === undefined ? now.year + yearsAhead(number, which, now) : yearOf(yearText.replace("'", ''));
  return { from: dayNumber(year, number, 1), to: dayNumber(year, number + 1, 1) };
}

function yearsAhead(month: number, which: string | undefined, now: Civil): number {
  if (which === 'last') return month > now.month ? -1 : 0;
  if (which === 'next') return month > now.month ? 0 : 1;
  return month < now.month ? 1 : 0;
}

function yearOf(text: string): number {
  return text.length === 2 ? fullYear(Number(text)) : Number(text);
}

// On a Saturday or a Sunday the coming weekend is that of the week after, as in chronic.
function weekendSpan(which: string, today: number, now: Civil): Span {
  const day = weekdayOf(now);
  const saturday = /^(?:last|past)$/.test(which) ? today - ((day + 1) % 7) : today + ((6 - day + 7) % 7 || 7);
  return { from: saturday, to: saturday + 2 };
}

function hourSpan(day: number, hour: number): Span {
  return { from: day + hour / 24, to: day + (hour + 1) / 24 };
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
