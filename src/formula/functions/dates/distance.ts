import { civilOf, daysInMonth } from './civil.ts';
import type { Moment } from './moment.ts';

const minutesInYear = 525_600;

/** The distance of a date from another in the words of Rails’ `distance_of_time_in_words` with seconds: `in 3 days`, `about 1 hour ago`. */
export function distanceInWords(date: Moment, from: Moment): string {
  const difference = date.seconds - from.seconds + (date.nanoseconds - from.nanoseconds) / 1e9;
  return difference > 0 ? `in ${words(from, date, difference)}` : `${words(date, from, -difference)} ago`;
}

function words(earlier: Moment, later: Moment, seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes <= 1) return underMinutes(Math.round(seconds));
  if (minutes < 45) return plural(minutes, 'minute');
  if (minutes < 90) return 'about 1 hour';
  if (minutes < 1440) return `about ${plural(Math.round(minutes / 60), 'hour')}`;
  if (minutes < 2520) return '1 day';
  if (minutes < 43_200) return plural(Math.round(minutes / 1440), 'day');
  if (minutes < 86_400) return `about ${plural(Math.round(minutes / 43_200), 'month')}`;
  if (minutes < minutesInYear) return plural(Math.round(minutes / 43_200), 'month');
  return years(minutes - leapDays(earlier, later) * 1440);
}

function underMinutes(seconds: number): string {
  if (seconds < 5) return 'less than 5 seconds';
  if (seconds < 10) return 'less than 10 seconds';
  if (seconds < 20) return 'less than 20 seconds';
  if (seconds < 40) return 'half a minute';
  return seconds < 60 ? 'less than a minute' : '1 minute';
}

// Minutes without those of leap days, so that every year counts alike.
function years(minutes: number): string {
  const whole = Math.floor(minutes / minutesInYear);
  const rest = minutes % minutesInYear;
  if (rest < 131_400) return `about ${plural(whole, 'year')}`;
  return rest < 394_200 ? `over ${plural(whole, 'year')}` : `almost ${plural(whole + 1, 'year')}`;
}

function leapDays(earlier: Moment, later: Moment): number {
  const [from, to] = [civilOf(earlier), civilOf(later)];
  const first = from.month >= 3 ? from.year + 1 : from.year;
  const last = to.month < 3 ? to.year - 1 : to.year;
  let count = 0;
  for (let year = first; year <= last; year++) if (daysInMonth(year, 2) === 29) count++;
  return count;
}

function plural(count: number, unit: string): string {
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}
