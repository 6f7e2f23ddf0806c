import { type Civil, dayNumber, weekdayOf, yearDayOf } from './civil.ts';

/** The ISO 8601 week of a date, 1 to 53, and the year it is counted in. */
export function isoWeek(civil: Civil): { readonly year: number; readonly week: number } {
  const sinceMonday = (weekdayOf(civil) + 6) % 7;
  const monday = dayNumber(civil.year, civil.month, civil.day) - sinceMonday;
  const year = [civil.year + 1, civil.year].find((candidate) => isoYearStart(candidate) <= monday) ?? civil.year - 1;
  return { year, week: (monday - isoYearStart(year)) / 7 + 1 };
}

/** The day number of the Monday of week 1: the week with the fourth of January. */
export function isoYearStart(year: number): number {
  const fourth = dayNumber(year, 1, 4);
  return fourth - ((((fourth + 3) % 7) + 7) % 7);
}

/** The week of the year, 0 to 53, when weeks start on the weekday given (0 Sunday, 1 Monday); week 0 is before the first such day. */
export function weekOfYear(civil: Civil, firstDay: number): number {
  return Math.floor((yearDayOf(civil) + 6 - ((weekdayOf(civil) - firstDay + 7) % 7)) / 7);
}
