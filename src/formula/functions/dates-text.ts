import { type Civil, civilOf, civilOfDay, isPossible, momentOf } from './dates-civil.ts';
import { fixedZone, type Moment } from './dates-moment.ts';
import { type CalendarDate, readCalendarDate } from './dates-text-calendar.ts';
import { readDay, readDayPhrase } from './dates-text-day.ts';
import { readRelative } from './dates-text-relative.ts';
import { type TimeInText, takeTime } from './dates-text-time.ts';
import { withDigits } from './dates-text-words.ts';
import { naturalDate } from './natural-date.ts';

const longest = 200;

/**
 * Reads a date in any usual form: ISO 8601, RFC 2822, day and month in English or in numbers (day first), `now`, `2 days ago`,
 * `next tuesday at 5pm` … A date alone is midnight; a day in words is noon, as in Ruby's chronic. Local times without an offset
 * are in the zone of `now`, which the result keeps. Undefined where the text is no date.
 */
export function readDateText(text: string, now: Moment): Moment | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll("o'clock", '')
    .replace(/(\/\d{4}):(?=\d)|\[[^\]]*\]$/, '$1 ');
  if (plain === '' || plain.length > longest) return undefined;
  const phrase = withDigits(plain);
  return readRelative(phrase, now) ?? readParts(phrase, phrase !== plain, now) ?? naturalDate(phrase, now);
}

function readParts(phrase: string, inWords: boolean, now: Moment): Moment | undefined {
  const { time: literal, offset, rest } = takeTime(phrase, false);
  const date = readCalendarDate(rest);
  if (date !== undefined) return momentOfDate(date, { time: literal ?? defaultTime(date, inWords), offset }, now);
  const { time } = takeTime(phrase, true);
  const dayPhrase = rest
    .replaceAll(/,|\b(?:at|on)\b/g, ' ')
    .trim()
    .replaceAll(/\s+/g, ' ');
  if (time === undefined) return readDayPhrase(dayPhrase, now);
  const day = dayPhrase === '' ? nextDayAt(time, now) : readDay(dayPhrase, civilOf(now));
  return day === undefined ? undefined : placed({ ...day, ...time }, offset, now);
}

type Time = NonNullable<TimeInText['time']>;
interface Clock {
  readonly time: Time;
  readonly offset: number | undefined;
}

// chronic reads what Ruby's own parser cannot (numbers in words, a date without its year), and gives noon.
function defaultTime(date: CalendarDate, inWords: boolean): Time {
  return { hour: inWords || date.year === undefined ? 12 : 0, minute: 0, second: 0, nanosecond: 0 };
}

function momentOfDate(date: CalendarDate, { time, offset }: Clock, now: Moment): Moment | undefined {
  if (date.year !== undefined) return placed({ ...date, ...time, year: date.year }, offset, now);
  const { year } = civilOf(now);
  const moment = placed({ ...date, ...time, year }, offset, now);
  return moment !== undefined && moment.seconds < now.seconds
    ? placed({ ...date, ...time, year: year + 1 }, offset, now)
    : moment;
}

function nextDayAt(time: Time, now: Moment): Civil {
  const today = civilOf(now);
  const later = momentOf({ ...today, ...time }, now.zone).seconds > now.seconds;
  return civilOf(momentOf({ ...today, day: today.day + (later ? 0 : 1), hour: 12 }, now.zone));
}

function placed(civil: Civil, offset: number | undefined, now: Moment): Moment | undefined {
  if (!isPossible({ ...civilOfDay(0), ...civil })) return undefined;
  return { ...momentOf(civil, offset === undefined ? now.zone : fixedZone(offset)), zone: now.zone };
}
