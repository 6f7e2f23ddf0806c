import { type Civil, civilOfDay, dayNumber, weekdayOf } from '../civil.ts';
import { dayNames, placeOfName } from '../names.ts';
import { monthSpan, type Span, spanOf, weekdayForm } from './day.ts';

const ordinal = new RegExp(`^(?:the )?(\\d{1,2})(?:st|nd|rd|th) (?:(${weekdayForm})|(day|week|month))(?: (?:of|in))? (.+)$`);
const dayOfMonth = new RegExp(`^(?:${weekdayForm}),? the (\\d{1,2})(?:st|nd|rd|th)$`);

/**
 * The span that an ordinal names in a longer one (`3rd wednesday in november`, `4th day last week`), or a day of the month behind a day's
 * name (`friday the 13th`, which need not be a friday, as in chronic). Undefined for other phrases.
 */
export function ordinalSpan(phrase: string, now: Civil): Span | undefined {
  const day = dayOfMonth.exec(phrase)?.[1];
  if (day !== undefined) return nextDayOfMonth(Number(day), now);
  const [, count = '', weekday, unit, container = ''] = ordinal.exec(phrase) ?? [];
  const whole = containerSpan(container, now);
  if (whole === undefined) return undefined;
  const span = weekday === undefined ? nthUnit(Number(count), unit ?? '', whole) : nthWeekday(Number(count), weekday, whole);
  return span.to - 1 < whole.to && Number(count) > 0 ? span : undefined;
}

function containerSpan(text: string, now: Civil): Span | undefined {
  const month = monthSpan(text, now);
  if (month !== undefined) return month;
  return /^(?:this|next|last|past) (?:week|month|year)$/.test(text) ? spanOf(text, now) : undefined;
}

// Where only the rest of a span is left, it begins during a day: chronic counts from the next one.
function nthWeekday(count: number, name: string, whole: Span): Span {
  const from = Math.ceil(whole.from);
  const ahead = (placeOfName(dayNames, name.slice(0, 3)) - weekdayOf(civilOfDay(from)) + 7) % 7;
  const day = from + ahead + 7 * (count - 1);
  return { from: day, to: day + 1 };
}

function nthUnit(count: number, unit: string, whole: Span): Span {
  const from = Math.ceil(whole.from);
  if (unit === 'day') return { from: from + count - 1, to: from + count };
  const { year, month } = civilOfDay(from);
  if (unit === 'month') {
    // The rest of this year begins with the next month.
    const first = dayNumber(year, month, 1) === from ? month : month + 1;
    return { from: dayNumber(year, first + count - 1, 1), to: dayNumber(year, first + count, 1) };
  }
  const sunday = from + ((7 - weekdayOf(civilOfDay(from))) % 7) + 7 * (count - 1);
  return { from: sunday, to: sunday + 7 };
}

function nextDayOfMonth(day: number, now: Civil): Span | undefined {
  const month = day >= now.day ? now.month : now.month + 1;
  const number = dayNumber(now.year, month, day);
  return civilOfDay(number).day === day ? { from: number, to: number + 1 } : undefined;
}
