import { nanosecondsOf } from '../fraction.ts';
import { dayNames, monthNames, placeOfName } from '../names.ts';
import { offsetNamed } from '../zone-names.ts';

/** What a text says, directive by directive; the names are those of `Civil`. */
export interface Parts {
  year?: number;
  century?: number;
  /** Two digits of a year: 69 to 99 are 19xx. */
  yearOfCentury?: number;
  month?: number;
  day?: number;
  yearDay?: number;
  isoYear?: number;
  isoWeek?: number;
  /** Weeks that start on Sunday (`%U`) or Monday (`%W`). */
  sundayWeek?: number;
  mondayWeek?: number;
  /** 0 for Sunday. */
  weekday?: number;
  hour?: number;
  minute?: number;
  second?: number;
  nanosecond?: number;
  /** 0 for AM, 12 for PM. */
  meridian?: number;
  epochMilliseconds?: number;
  offset?: number;
}

interface Directive {
  /** What to match; sticky. A number before another number takes no more digits than it needs. */
  readonly pattern: (beforeNumber: boolean) => RegExp;
  /** Notes what the matched text says; false where that is impossible. */
  readonly put: (text: string, parts: Parts) => boolean | undefined;
}

/** The directives that stand for others. */
export const composites: Readonly<Record<string, string>> = {
  c: '%a %b %e %H:%M:%S %Y',
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  R: '%H:%M',
  r: '%I:%M:%S %p',
  T: '%H:%M:%S',
  v: '%e-%b-%Y',
  X: '%H:%M:%S',
  x: '%m/%d/%y',
  '+': '%a %b %e %H:%M:%S %Z %Y',
};

/** Every other directive of Ruby's `strptime`. */
export const directives: Readonly<Record<string, Directive>> = {
  Y: { pattern: (next) => (next ? /[+-]?\d{1,4}/y : /[+-]?\d+/y), put: number('year') },
  C: number2('century', [0, 99]),
  y: number2('yearOfCentury', [0, 99]),
  m: number2('month', [1, 12]),
  d: number2('day', [1, 31]),
  e: number2('day', [1, 31]),
  j: { pattern: () => /\d{1,3}/y, put: number('yearDay', [1, 366]) },
  H: number2('hour', [0, 24]),
  k: number2('hour', [0, 24]),
  I: number2('hour', [1, 12]),
  l: number2('hour', [1, 12]),
  M: number2('minute', [0, 59]),
  S: number2('second', [0, 60]),
  L: decimals(3),
  N: decimals(9),
  s: { pattern: () => /-?\d+/y, put: (text, parts) => put(parts, { epochMilliseconds: Number(text) * 1000 }) },
  Q: { pattern: () => /-?\d+/y, put: number('epochMilliseconds') },
  G: { pattern: (next) => (next ? /[+-]?\d{1,4}/y : /[+-]?\d+/y), put: number('isoYear') },
  g: { pattern: () => /\d{1,2}/y, put: (text, parts) => put(parts, { isoYear: fullYear(Number(text)) }) },
  V: number2('isoWeek', [1, 53]),
  U: number2('sundayWeek', [0, 53]),
  W: number2('mondayWeek', [0, 53]),
  u: { pattern: () => /[1-7]/y, put: (text, parts) => put(parts, { weekday: Number(text) % 7 }) },
  w: { pattern: () => /[0-6]/y, put: number('weekday') },
  A: name('weekday', dayNames, 0),
  a: name('weekday', dayNames, 0),
  B: name('month', monthNames, 1),
  b: name('month', monthNames, 1),
  h: name('month', monthNames, 1),
  p: { pattern: () => /[ap]\.?m\.?/iy, put: (text, parts) => put(parts, { meridian: /^p/i.test(text) ? 12 : 0 }) },
  P: { pattern: () => /[ap]\.?m\.?/iy, put: (text, parts) => put(parts, { meridian: /^p/i.test(text) ? 12 : 0 }) },
  z: offset(),
  Z: offset(),
  n: { pattern: () => /\s*/y, put: () => true },
  t: { pattern: () => /\s*/y, put: () => true },
  '%': { pattern: () => /%/y, put: () => true },
};

/** The year that two digits mean in Ruby: 69 to 99 in the last century, the rest in this. */
export function fullYear(twoDigits: number): number {
  return twoDigits >= 69 ? 1900 + twoDigits : 2000 + twoDigits;
}

function put(parts: Parts, news: Parts): true {
  Object.assign(parts, news);
  return true;
}

function number(key: keyof Parts, [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]): Directive['put'] {
  return (text, parts) => Number(text) >= least && Number(text) <= most && put(parts, { [key]: Number(text) });
}

function number2(key: keyof Parts, range: [number, number]): Directive {
  return { pattern: () => / \d|\d{1,2}/y, put: number(key, range) };
}

function decimals(digits: number): Directive {
  return {
    pattern: (next) => (next ? new RegExp(`\\d{1,${digits}}`, 'y') : /\d+/y),
    put: (text, parts) => put(parts, { nanosecond: nanosecondsOf(text) }),
  };
}

function name(key: keyof Parts, names: readonly string[], first: number): Directive {
  const forms = names.flatMap((full) => [full, full.slice(0, 3)]).join('|');
  return {
    pattern: () => new RegExp(forms, 'iy'),
    put: (text, parts) => put(parts, { [key]: placeOfName(names, text) + first }),
  };
}

function offset(): Directive {
  return {
    pattern: () => /(?:gmt|utc?)?[+-]\d{1,2}(?::?\d{2})?(?::?\d{2})?|[a-z]+/iy,
    put: (text, parts) => {
      // As in Ruby, a zone that nobody knows changes nothing.
      const seconds = offsetNamed(text);
      return seconds === undefined || put(parts, { offset: seconds });
    },
  };
}
