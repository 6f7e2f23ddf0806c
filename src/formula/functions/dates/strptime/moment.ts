import { type Civil, civilOf, civilOfDay, dayNumber, isPossible, momentOf, weekdayOf } from '../civil.ts';
import { fixedZone, type Moment, type Zone } from '../moment.ts';
import { isoYearStart } from '../week.ts';
import { fullYear, type Parts } from './directives.ts';

/** The moment that the parts of a date tell, in the zone; today's year, month and day where none is said. Undefined if there is none. */
export function momentOfParts(parts: Parts, zone: Zone, now: Moment): Moment | undefined {
  if (parts.epochMilliseconds !== undefined) {
    const seconds = Math.floor(parts.epochMilliseconds / 1000);
    return { seconds, nanoseconds: (parts.epochMilliseconds - seconds * 1000) * 1e6, zone };
  }
  const civil: Civil = {
    ...dateOf(parts, civilOf({ ...now, zone })),
    hour: parts.meridian === undefined ? (parts.hour ?? 0) : ((parts.hour ?? 0) % 12) + parts.meridian,
    minute: parts.minute ?? 0,
    second: parts.second ?? 0,
    nanosecond: parts.nanosecond ?? 0,
  };
  if (!isPossible(civil)) return undefined;
  return parts.offset === undefined ? momentOf(civil, zone) : { ...momentOf(civil, fixedZone(parts.offset)), zone };
}

function dateOf(parts: Parts, today: Civil): Civil {
  const said = yearOf(parts);
  const year = said ?? today.year;
  if (parts.yearDay !== undefined) return civilOfDay(dayNumber(year, 1, parts.yearDay));
  if (parts.isoWeek !== undefined) {
    return civilOfDay(isoYearStart(parts.isoYear ?? year) + (parts.isoWeek - 1) * 7 + (((parts.weekday ?? 1) + 6) % 7));
  }
  if (parts.sundayWeek !== undefined) return civilOfDay(weekStart(year, 0) + parts.sundayWeek * 7 + (parts.weekday ?? 0));
  if (parts.mondayWeek !== undefined)
    return civilOfDay(weekStart(year, 1) + parts.mondayWeek * 7 + (((parts.weekday ?? 1) + 6) % 7));
  const month = parts.month ?? (said === undefined ? today.month : 1);
  const day = parts.day ?? (said === undefined && parts.month === undefined ? today.day : 1);
  return { ...today, year, month, day };
}

function yearOf({ year, century, yearOfCentury }: Parts): number | undefined {
  if (year !== undefined) return year;
  if (century !== undefined) return century * 100 + (yearOfCentury ?? 0);
  return yearOfCentury === undefined ? undefined : fullYear(yearOfCentury);
}

// The first day of week 0, which may lie in the year before.
function weekStart(year: number, firstDay: number): number {
  const newYear = dayNumber(year, 1, 1);
  const since = (weekdayOf(civilOfDay(newYear)) - firstDay + 7) % 7;
  return since === 0 ? newYear - 7 : newYear - since;
}
