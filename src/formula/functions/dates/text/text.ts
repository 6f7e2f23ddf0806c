import { type Civil, civilOf, civilOfDay, isPossible, momentOf } from '../civil.ts';
import { fixedZone, type Moment } from '../moment.ts';
import { naturalDate } from '../natural-date.ts';
import { type CalendarDate, readCalendarDate } from './calendar.ts';
import { readDay, readDayPhrase } from './phrase.ts';
import { readRelative, shiftBy, splitRelative } from './relative.ts';
import { type TimeInText, takeTime } from './time.ts';
import { withDigits } from './words.ts';

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
  const read = readRelative(phrase, now) ?? readAnchored(phrase, now) ?? readParts(phrase, phrase !== plain, now);
  return read ?? (beyond.test(phrase) ? undefined : naturalDate(phrase, now));
}

// What chronic reads in ways of its own, or not at all, and the library otherwise.
const beyond =
  /\b(?:quarters?|seasons?|summer|winter|spring|autumn|fall|fortnights?|weekdays?|weekends?|christmas|beginning|start|end|previous|hour|minute|second)\b|\b(?:before|after|from)\b|\bof (?:this|next|last) week$/;

/** `3 days from tomorrow`, `2 hours before noon`, `3 months ago saturday at 5pm`: a length of time before or after something. */
function readAnchored(phrase: string, now: Moment): Moment | undefined {
  const { amounts = '', behind = '' } = splitRelative(phrase) ?? {};
  const [, direction, anchor = ''] = /^(ago|before|from|after)(?: on)? (.+)$/.exec(behind) ?? [];
  if (direction === undefined) return undefined;
  const start = readParts(anchor, true, now);
  return start && shiftBy(start, amounts, direction === 'ago' || direction === 'before' ? -1 : 1);
}

function readParts(phrase: string, inWords: boolean, now: Moment): Moment | undefined {
  const literal = takeTime(phrase, false);
  const guessed = takeTime(phrase, true);
  const { offset, rest } = literal;
  const date = readCalendarDate(rest);
  if (date !== undefined) {
    // A date without its year is one in words, which chronic reads.
    const { time } = date.year === undefined || /\bat \d/.test(phrase) ? guessed : literal;
    return momentOfDate(date, { time: time ?? defaultTime(date, inWords), offset }, now);
  }
  const dayPhrase = rest
    .replaceAll(/,|\b(?:at|on)\b/g, ' ')
    .trim()
    .replaceAll(/\s+/g, ' ');
  const time = guessed.time && inHalf(guessed, dayPhrase);
  if (time === undefined) return readDayPhrase(dayPhrase, now);
  const day = dayPhrase === '' ? dayOfTime(guessed, now) : (readDay(dayPhrase, civilOf(now)) ?? relativeDay(dayPhrase, now));
  return day === undefined ? undefined : placed({ ...day, ...time }, offset, now);
}

// `tomorrow evening at 7` is 19:00.
function inHalf({ time, isOpen }: TimeInText, dayPhrase: string): Time | undefined {
  if (time === undefined || isOpen !== true) return time;
  if (/\b(?:afternoon|evening|night|tonight)$/.test(dayPhrase))
    return { ...time, hour: time.hour < 12 ? time.hour + 12 : time.hour };
  return /\bmorning$/.test(dayPhrase) ? { ...time, hour: time.hour > 12 ? time.hour - 12 : time.hour } : time;
}

function relativeDay(dayPhrase: string, now: Moment): Civil | undefined {
  const moment = /\b(?:hour|hr|min|sec)/.test(dayPhrase) ? undefined : readRelative(dayPhrase, now);
  return moment && civilOf(moment);
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
  const civil = civilOf(now);
  // Of the months, this one counts as ahead however much of it is over.
  const year = date.year ?? (date.month < civil.month ? civil.year + 1 : civil.year);
  return placed({ ...date, ...time, year }, offset, now);
}

// A time in a half of the day is today's; one of 24 hours the next one.
function dayOfTime({ time = noTime, hasHalf }: TimeInText, now: Moment): Civil {
  const today = civilOf(now);
  const isToday = hasHalf === true || momentOf({ ...today, ...time }, now.zone).seconds >= now.seconds;
  return civilOf(momentOf({ ...today, day: today.day + (isToday ? 0 : 1), hour: 12 }, now.zone));
}

const noTime: Time = { hour: 0, minute: 0, second: 0, nanosecond: 0 };

function placed(civil: Civil, offset: number | undefined, now: Moment): Moment | undefined {
  if (!isPossible({ ...civilOfDay(0), ...civil })) return undefined;
  return { ...momentOf(civil, offset === undefined ? now.zone : fixedZone(offset)), zone: now.zone };
}
