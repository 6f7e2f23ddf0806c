import { civilOfDay, dayNumber, daysInMonth } from '../civil.ts';
import { monthNames, placeOfName } from '../names.ts';
import { fullYear } from '../strptime/directives.ts';
import { isoYearStart } from '../week.ts';

/** A date of the calendar; the year is absent where the text has none. */
export interface CalendarDate {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
}

const noise = /\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b(?=.*\d)|of|the|on)\b[.,]?|,/g;
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const year = "('?\\d{2}|-?\\d{4,6})";

type Read = (parts: readonly string[]) => CalendarDate | undefined;

const patterns: readonly (readonly [RegExp, Read])[] = [
  [/^([+-]?\d{4,6})([-/.])(\d{1,2})\2(\d{1,2})$/, ([y, , m, d]) => date(y, m, d)],
  [/^(\d{4})(\d{2})(\d{2})$/, ([y, m, d]) => date(y, m, d)],
  [/^(\d{4})-(\d{2})$/, ([y, m]) => date(y, m, '1')],
  [
    /^(\d{4})-?w(\d{2})(?:-?([1-7]))?$/,
    ([y, week, day]) => ofDay(isoYearStart(Number(y)) + Number(week) * 7 - 8 + Number(day ?? 1)),
  ],
  [/^(\d{4})-(\d{3})$/, ([y, day]) => ofDay(dayNumber(Number(y), 1, Number(day)))],
  [/^(\d{1,2})([-/.])(\d{1,2})\2('?\d{2}|\d{4})$/, ([first, , second, y]) => date(y, second, first) ?? date(y, first, second)],
  [new RegExp(`^(\\d{1,2})[ /-]?${month}(?:[ /-]?${year})?$`), ([d, m, y]) => date(y, m, d)],
  [new RegExp(`^${month}[ -]?(\\d{1,2})(?:[ -]${year})?$`), ([m, d, y]) => date(y, m, d)],
  [new RegExp(`^(\\d{4})[ -]${month}[ -](\\d{1,2})$`), ([y, m, d]) => date(y, m, d)],
  [new RegExp(`^${month}-(\\d{4})$`), ([m, y]) => date(y, m, '1')],
];

/** Reads a text in small letters that is nothing but a date, with or without the day's name; 01/02/2023 is the first of February. */
export function readCalendarDate(text: string): CalendarDate | undefined {
  const bare = text
    .replaceAll(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replaceAll(noise, ' ')
    .trim()
    .replaceAll(/\s+/g, ' ');
  for (const [pattern, read] of patterns) {
    const found = pattern.exec(bare);
    if (found !== null) return read(found.slice(1));
  }
  return undefined;
}

function date(yearText: string | undefined, monthText = '', dayText = ''): CalendarDate | undefined {
  const number = /^\d/.test(monthText) ? Number(monthText) : placeOfName(monthNames, monthText) + 1;
  const digits = yearText?.replace("'", '');
  const full = digits === undefined ? undefined : digits.length === 2 ? fullYear(Number(digits)) : Number(digits);
  const day = Number(dayText);
  const exists = number >= 1 && number <= 12 && day >= 1 && day <= daysInMonth(full ?? 2000, number);
  return exists ? { year: full, month: number, day } : undefined;
}

function ofDay(number: number): CalendarDate {
  return civilOfDay(number);
}
