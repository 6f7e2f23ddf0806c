import type { Moment, Zone } from './moment.ts';

/** What a calendar and a clock on the wall say, in no zone. Months and days count from 1. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;
}

const daySeconds = 86_400;

/** The days from 1970-01-01 to a date of the Gregorian calendar; months and days may run over (`month: 13`, `day: 0`). */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / (daySeconds * 1000);
}

/** The date that is a number of days after 1970-01-01, at midnight. */
export function civilOfDay(number: number): Civil {
  return civilOfSeconds(number * daySeconds);
}

/** What calendar and clock in the moment's zone say. */
export function civilOf({ seconds, nanoseconds, zone }: Moment): Civil {
  return { ...civilOfSeconds(seconds + zone.offsetAt(seconds)), nanosecond: nanoseconds };
}

/**
 * The moment at which calendar and clock in a zone say so; fields may run over. Where the clock says it twice, the first time; where it
 * jumps over it, as much later.
 */
export function momentOf(civil: Civil, zone: Zone): Moment {
  const { hour, minute, second, nanosecond } = civil;
  const local = dayNumber(civil.year, civil.month, civil.day) * daySeconds + hour * 3600 + minute * 60 + second;
  const before = zone.offsetAt(local - daySeconds);
  const after = zone.offsetAt(local + daySeconds);
  const offset = zone.offsetAt(local - before) === before || zone.offsetAt(local - after) !== after ? before : after;
  return { seconds: local - offset, nanoseconds: nanosecond, zone };
}

/** Whether the date exists and the clock can show the time (24:00:00 and the leap second 60 are allowed, as in Ruby). */
export function isPossible({ year, month, day, hour, minute, second }: Civil): boolean {
  const dateExists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  const timeExists = minute <= 59 && second <= 60 && (hour <= 23 || (hour === 24 && minute === 0 && second === 0));
  return dateExists && timeExists && Math.abs(year) <= 200_000;
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf({ year, month, day }: Civil): number {
  return (((dayNumber(year, month, day) + 4) % 7) + 7) % 7;
}

/** 1 for the first of January. */
export function yearDayOf({ year, month, day }: Civil): number {
  return dayNumber(year, month, day) - dayNumber(year, 1, 1) + 1;
}

function civilOfSeconds(seconds: number): Civil {
  const date = new Date(seconds * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    nanosecond: 0,
  };
}
