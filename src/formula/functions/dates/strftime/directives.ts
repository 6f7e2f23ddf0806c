import { type Civil, weekdayOf, yearDayOf } from '../civil.ts';
import type { Moment } from '../moment.ts';
import { dayNames, monthNames } from '../names.ts';
import { isoWeek, weekOfYear } from '../week.ts';
import type { Filling } from './style.ts';

/** A moment and what calendar and clock say at it. */
export interface Telling {
  readonly moment: Moment;
  readonly civil: Civil;
}

interface Directive extends Filling {
  readonly tell: (telling: Telling) => string;
}

/** The directives that stand for others. */
export const composites: Readonly<Record<string, string>> = {
  c: '%a %b %e %H:%M:%S %Y',
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  R: '%H:%M',
  r: '%I:%M:%S %p',
  T: '%H:%M:%S',
  v: '%e-%^b-%4Y',
  X: '%H:%M:%S',
  x: '%m/%d/%y',
};

/** Every other directive but `%z`, `%N` and `%L`. */
export const directives: Readonly<Record<string, Directive>> = {
  Y: year(({ civil }) => civil.year),
  C: number(2, ({ civil }) => Math.floor(civil.year / 100)),
  y: number(2, ({ civil }) => modulo(civil.year, 100)),
  m: number(2, ({ civil }) => civil.month),
  d: number(2, ({ civil }) => civil.day),
  e: spaced(({ civil }) => civil.day),
  j: number(3, ({ civil }) => yearDayOf(civil)),
  H: number(2, ({ civil }) => civil.hour),
  k: spaced(({ civil }) => civil.hour),
  I: number(2, ({ civil }) => twelveHour(civil)),
  l: spaced(({ civil }) => twelveHour(civil)),
  M: number(2, ({ civil }) => civil.minute),
  S: number(2, ({ civil }) => civil.second),
  s: number(1, ({ moment }) => moment.seconds),
  Q: number(1, ({ moment }) => moment.seconds * 1000 + Math.floor(moment.nanoseconds / 1e6)),
  u: number(1, ({ civil }) => weekdayOf(civil) || 7),
  w: number(1, ({ civil }) => weekdayOf(civil)),
  G: year(({ civil }) => isoWeek(civil).year),
  g: number(2, ({ civil }) => modulo(isoWeek(civil).year, 100)),
  V: number(2, ({ civil }) => isoWeek(civil).week),
  U: number(2, ({ civil }) => weekOfYear(civil, 0)),
  W: number(2, ({ civil }) => weekOfYear(civil, 1)),
  A: word(({ civil }) => dayNames[weekdayOf(civil)] ?? ''),
  a: word(({ civil }) => (dayNames[weekdayOf(civil)] ?? '').slice(0, 3)),
  B: word(({ civil }) => monthNames[civil.month - 1] ?? ''),
  b: word(({ civil }) => (monthNames[civil.month - 1] ?? '').slice(0, 3)),
  h: word(({ civil }) => (monthNames[civil.month - 1] ?? '').slice(0, 3)),
  p: { ...word(({ civil }) => (civil.hour < 12 ? 'AM' : 'PM')), lowers: true },
  P: word(({ civil }) => (civil.hour < 12 ? 'am' : 'pm')),
  Z: { ...word(({ moment }) => moment.zone.abbreviationAt(moment.seconds)), lowers: true },
  n: word(() => '\n'),
  t: word(() => '\t'),
  '%': word(() => '%'),
};

function number(width: number, of: (telling: Telling) => number): Directive {
  return { width, tell: (telling) => String(of(telling)) };
}

function spaced(of: (telling: Telling) => number): Directive {
  return { ...number(2, of), spaces: true };
}

function year(of: (telling: Telling) => number): Directive {
  return { ...number(4, of), signed: true };
}

function word(tell: (telling: Telling) => string): Directive {
  return { text: true, width: 0, tell };
}

function twelveHour({ hour }: Civil): number {
  return hour % 12 || 12;
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
