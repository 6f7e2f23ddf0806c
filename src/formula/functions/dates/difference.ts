import type { Value, ValueMap } from '../../../model/value.ts';
import { civilOf } from './civil.ts';
import { type Moment, utc } from './moment.ts';
import { shiftMonths } from './text/relative.ts';

const unitSeconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400, weeks: 604_800 };

/**
 * The time from one moment to another, as DATE_DIFF gives it: the whole in each unit, rounded to two decimals, and broken down by the
 * calendar. Negative where the end is before the start and `absolute` is false.
 */
export function dateDifference(start: Moment, end: Moment, absolute: boolean): ValueMap {
  const difference = end.seconds - start.seconds + (end.nanoseconds - start.nanoseconds) / 1e9;
  const sign = difference < 0 && !absolute ? -1 : 1;
  const members = Object.entries(unitSeconds).map(
    ([unit, size]) => [unit, rounded((sign * Math.abs(difference)) / size)] as const,
  );
  const units = difference < 0 ? breakdown(end, start) : breakdown(start, end);
  const signed = Object.entries(units).map(([unit, count]) => [unit, BigInt(sign * count)] as const);
  return new Map<string, Value>([...members, ['units', new Map(signed)]]);
}

function rounded(number: number): bigint | number {
  const hundredths = Math.sign(number) * Math.round(Number(`${Math.abs(number)}e2`));
  return hundredths % 100 === 0 ? BigInt(hundredths / 100) : hundredths / 100;
}

function breakdown(earlier: Moment, later: Moment): Readonly<Record<string, number>> {
  const start = { ...earlier, zone: utc };
  const months = wholeMonths(start, later);
  const rest = Math.floor(later.seconds - shiftMonths(start, months).seconds + (later.nanoseconds - start.nanoseconds) / 1e9);
  const days = Math.floor(rest / 86_400);
  return {
    years: Math.floor(months / 12),
    months: months % 12,
    weeks: Math.floor(days / 7),
    days: days % 7,
    hours: Math.floor((rest % 86_400) / 3600),
    minutes: Math.floor((rest % 3600) / 60),
    seconds: rest % 60,
  };
}

function wholeMonths(start: Moment, later: Moment): number {
  const [from, to] = [civilOf(start), civilOf({ ...later, zone: utc })];
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return isAfter(shiftMonths(start, months), later) ? months - 1 : months;
}

function isAfter(left: Moment, right: Moment): boolean {
  return left.seconds === right.seconds ? left.nanoseconds > right.nanoseconds : left.seconds > right.seconds;
}
