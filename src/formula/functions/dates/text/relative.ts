import { type Civil, civilOf, daysInMonth, momentOf } from '../civil.ts';
import type { Moment } from '../moment.ts';

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800, f: 1_209_600 };
const unit = '(s)ec(?:ond)?s?|(m)in(?:ute)?s?|(h)(?:ou)?rs?|(d)ays?|(w)(?:ee)?ks?|(f)ortnights?|(mo)n?ths?|(y)(?:ea)?rs?';
const amount = new RegExp(`(\\d+(?:\\.\\d+)?|an?) ?(?:${unit})(?:,? (?:and )?|$)`, 'g');
const phrase = new RegExp(
  `^(in )?((?:(?:\\d+(?:\\.\\d+)?|an?) ?(?:${unit.replaceAll(/\((\w+)\)/g, '$1')})(?:,? (?:and )?|$))+)(.*)$`,
);

/** A length of time in words, and what stands behind it. */
export interface RelativeText {
  readonly amounts: string;
  /** Whether `in` stands before it. */
  readonly isAhead: boolean;
  readonly behind: string;
}

/** Cuts `2 days and 3 hours before noon` behind the length of time; undefined where the text begins with none. */
export function splitRelative(text: string): RelativeText | undefined {
  const [, ahead, amounts, behind = ''] = phrase.exec(text) ?? [];
  return amounts === undefined ? undefined : { amounts, isAhead: ahead !== undefined, behind: behind.trim() };
}

/** The moment that `2 days ago`, `in 3 hours`, `a month from now` … say, counted from now; undefined for other texts. */
export function readRelative(text: string, now: Moment): Moment | undefined {
  if (/^(?:right )?now$/.test(text)) return now;
  const parts = splitRelative(text);
  if (parts === undefined) return undefined;
  const back = /^(?:ago|before now|in the past|earlier)$/.test(parts.behind);
  const forward = /^(?:from now|hence|after now|later)$/.test(parts.behind) || (parts.isAhead && parts.behind === '');
  return back || forward ? shiftBy(now, parts.amounts, back ? -1 : 1) : undefined;
}

/** A moment a length of time in words later, or earlier; undefined beyond what dates can be. */
export function shiftBy(start: Moment, amounts: string, sign: 1 | -1): Moment | undefined {
  let moment = start;
  for (const [, count = '', ...letters] of amounts.matchAll(amount)) {
    const size = (/^an?$/.test(count) ? 1 : Number(count)) * sign;
    moment = shift(moment, size, letters.find((letter) => letter !== undefined) ?? '');
  }
  return Math.abs(moment.seconds) < 8.64e12 ? moment : undefined;
}

function shift(moment: Moment, size: number, letter: string): Moment {
  const length = seconds[letter];
  if (length === undefined) return shiftMonths(moment, Math.trunc(size * (letter === 'y' ? 12 : 1)));
  return { ...moment, seconds: moment.seconds + Math.round(size * length) };
}

/** A number of months later (or earlier, if negative), at the same time of day; on the month's last day where it has fewer days. */
export function shiftMonths(moment: Moment, count: number): Moment {
  const civil = civilOf(moment);
  const months = civil.year * 12 + civil.month - 1 + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  const shifted: Civil = { ...civil, year, month, day: Math.min(civil.day, daysInMonth(year, month)) };
  return momentOf(shifted, moment.zone);
}
