import { invalidArgument } from '../arguments.ts';
import { fixedZone, offsetText, utc, type Zone } from './moment.ts';

// Intl has abbreviations only in the English of the place where they are used, and for some zones in none.
const locales = ['en-US', 'en-GB', 'en-IE', 'en-AU', 'en-NZ', 'en-IN', 'en-ZA'];
const abbreviations: Readonly<Record<string, string>> = {
  'Asia/Tokyo': 'JST',
  'Asia/Seoul': 'KST',
  'Asia/Shanghai': 'CST',
  'Asia/Taipei': 'CST',
  'Asia/Hong_Kong': 'HKT',
  'Asia/Manila': 'PST',
  'Asia/Karachi': 'PKT',
  'Asia/Jakarta': 'WIB',
  'Europe/Moscow': 'MSK',
  'Africa/Lagos': 'WAT',
  'Africa/Nairobi': 'EAT',
};

/** A zone by its name in the tz database or as an offset (`+02:00`); an unknown one is a FormulaError that names the function. */
export function zoneNamed(name: string, functionName: string): Zone {
  if (/^(?:utc|gmt|z|etc\/utc)$/i.test(name)) return utc;
  const [, sign, hours, minutes = '0'] = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/.exec(name) ?? [];
  if (sign !== undefined) return fixedZone((sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60));
  const zone = zones.get(name) ?? makeZone(name);
  if (zone === undefined) throw invalidArgument(functionName, 'a timezone of the tz database', name);
  if (zones.size >= mostZones) zones.clear();
  zones.set(name, zone);
  return zone;
}

// Intl takes half a millisecond to make a clock; a formula may ask for one zone a thousand times.
const zones = new Map<string, Zone>();
const mostZones = 100;

function makeZone(name: string): Zone | undefined {
  const clock = clockIn(name);
  if (clock === undefined) return undefined;
  const offsetAt = (seconds: number) => offsetOf(clock, seconds);
  return { name, offsetAt, abbreviationAt: (seconds) => abbreviation(name, seconds, offsetAt(seconds)) };
}

function clockIn(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}

function offsetOf(clock: Intl.DateTimeFormat, seconds: number): number {
  const parts = new Map(clock.formatToParts(seconds * 1000).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  const local = new Date(0);
  local.setUTCFullYear(parts.get('era') === 'BC' ? 1 - number('year') : number('year'), number('month') - 1, number('day'));
  local.setUTCHours(number('hour'), number('minute'), number('second'));
  return local.getTime() / 1000 - seconds;
}

function abbreviation(timeZone: string, seconds: number, offset: number): string {
  const known = abbreviations[timeZone];
  if (known !== undefined) return known;
  for (const locale of locales) {
    const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' });
    const name = format.formatToParts(seconds * 1000).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    if (/^[A-Z]{2,5}$/.test(name)) return name === 'UTC' || name === 'GMT' || offset !== 0 ? name : 'GMT';
  }
  return offsetText(offset, '').replace(/00$/, '');
}
