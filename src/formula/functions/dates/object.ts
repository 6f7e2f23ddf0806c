import type { ValueMap } from '../../../model/value.ts';
import { civilOf, weekdayOf } from './civil.ts';
import { type Moment, offsetText } from './moment.ts';
import { dayNames, monthNames } from './names.ts';
import { strftime } from './strftime/strftime.ts';

/** The object that DATE_PARSE gives for a moment, told in the moment's zone. */
export function dateObject(moment: Moment): ValueMap {
  const civil = civilOf(moment);
  const milliseconds = Math.floor(moment.nanoseconds / 1e6);
  const offset = moment.zone.offsetAt(moment.seconds);
  const weekday = weekdayOf(civil);
  return new Map(
    Object.entries({
      iso8601: strftime(moment, '%FT%T%:z'),
      iso8601_milliseconds: strftime(moment, '%FT%T.%L%:z'),
      unix_timestamp: BigInt(moment.seconds),
      unix_timestamp_milliseconds: BigInt(moment.seconds) * 1000n + BigInt(milliseconds),
      year: BigInt(civil.year),
      month: BigInt(civil.month),
      month_name: monthNames[civil.month - 1] ?? '',
      day: BigInt(civil.day),
      day_of_week: BigInt(weekday),
      day_name: dayNames[weekday] ?? '',
      hour: BigInt(civil.hour),
      minute: BigInt(civil.minute),
      second: BigInt(civil.second),
      millisecond: BigInt(milliseconds),
      timezone: moment.zone.name,
      utc_offset: offsetText(offset, ':'),
      utc_offset_seconds: BigInt(offset),
    }),
  );
}
