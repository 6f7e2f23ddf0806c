import { nanosecondsOf } from '../fraction.ts';
import { offsetNamed } from '../zone-names.ts';

/** A time of day, and what else a text says. */
export interface TimeInText {
  readonly time?: { readonly hour: number; readonly minute: number; readonly second: number; readonly nanosecond: number };
  /** Whether the text leaves open which half of the day it means: `5:30`, but not `05:30`, `17:30` or `5:30am`. */
  readonly isOpen?: boolean;
  /** Whether the time belongs to a half of the day that the text names. */
  readonly hasHalf?: boolean;
  /** Seconds east of UTC, where the text names a zone. */
  readonly offset?: number;
  /** The text without the time. */
  readonly rest: string;
}

const withColon = /(?<=^|[\s,;]|\dt|\d:|\bat)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?:\s*([ap])\.?m\b\.?)?/;
const withMeridian = /(?<=^|[\s,;]|\bat)(\d{1,2})()()()\s*([ap])\.?m\b\.?/;
const afterDate = /(?<=^\d{8}t?|\d-\d{2}t)(\d{2})(?:(\d{2})(?:(\d{2})(?:[.,](\d+))?)?)?(?=$|z|[+-]\d|\s)()/;
const named = /\b(noon|midday|midnight)\b/;
const zone = /^\s*((?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?(?::?\d{2})?|[a-z]+)(?![\w:])(?:\s*\([^)]*\))?/;
const inDay = /(?:\bat (\d{1,2})(?=$|\s)|(?<=^|\s)(\d{1,2})(?=\s+(?:in the|at) (?:morning|afternoon|evening|night)))/;

/**
 * Takes the time of day, with the zone behind it, out of a text in small letters. Hours 1 to 5 without `am`, seconds or a leading
 * zero are taken for the afternoon where `guessing`, as chronic does it.
 */
export function takeTime(text: string, guessing: boolean): TimeInText {
  const word = named.exec(text);
  if (word !== null)
    return { time: clock(word[0] === 'midnight' ? 24 : 12), hasHalf: word[0] !== 'midnight', rest: without(text, word) };
  const match = withColon.exec(text) ?? withMeridian.exec(text) ?? afterDate.exec(text);
  const hourOnly = match === null ? inDay.exec(text) : null;
  const found = match ?? hourOnly;
  if (found === null) return { rest: text };
  const [hourText = '', minute = '', second = '', decimals = '', meridian = ''] =
    match === null ? [found[1] ?? found[2]] : match.slice(1);
  const behind = text.slice(found.index + found[0].length);
  const day = /^\s*(?:in the|at) (morning|afternoon|evening|night)\b/.exec(behind);
  const zoned = day === null ? zone.exec(behind) : null;
  const offset = zoned?.[1] === undefined ? undefined : offsetNamed(zoned[1]);
  const cut = day?.[0].length ?? (offset === undefined ? 0 : (zoned?.[0].length ?? 0));
  const half = meridian === '' ? halfOf(day?.[1]) : meridian;
  const time = {
    hour: hourOf(hourText, half, guessing && second === '' && offset === undefined),
    minute: Number(minute),
    second: Number(second),
    nanosecond: nanosecondsOf(decimals),
  };
  const rest = `${text.slice(0, found.index).replace(/(?<=\d)[t:]$|\bat\s*$/, '')} ${behind.slice(cut)}`;
  const isOpen = half === '' && offset === undefined && /^(?:[1-9]|1[0-2])$/.test(hourText);
  return { time, rest, isOpen, hasHalf: half !== '' || isOpen, ...(offset === undefined ? {} : { offset }) };
}

function hourOf(text: string, half: string, guessing: boolean): number {
  const hour = Number(text);
  if (half === '') return guessing && hour >= 1 && hour < 6 && !text.startsWith('0') ? hour + 12 : hour;
  return hour > 12 ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
}

function halfOf(partOfDay: string | undefined): string {
  if (partOfDay === undefined) return '';
  return partOfDay === 'morning' ? 'a' : 'p';
}

function clock(hour: number) {
  return { hour, minute: 0, second: 0, nanosecond: 0 };
}

function without(text: string, match: RegExpExecArray): string {
  return `${text.slice(0, match.index).replace(/\bat\s*$/, '')} ${text.slice(match.index + match[0].length)}`;
}
