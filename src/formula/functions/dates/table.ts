import type { Value } from '../../../model/value.ts';
import type { FunctionContext, FunctionEntry } from '../../evaluate/function-entry.ts';
import { invalidArgument, numberArgument, textArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { flagArgument } from '../flag-argument.ts';
import { dateDifference } from './difference.ts';
import { distanceInWords } from './distance.ts';
import { dateArgument, momentOfDate } from './input.ts';
import { type Moment, utc, type Zone } from './moment.ts';
import { dateObject } from './object.ts';
import { strftime } from './strftime/strftime.ts';
import { strptime } from './strptime/strptime.ts';
import { zoneNamed } from './zone.ts';

const category = 'Dates/Times';
const page = 'https://www.tines.com/docs/formulas/functions';
const iso8601 = '%FT%T%:z';

/** Every function of the category Dates/Times. */
export const dateFunctions: readonly FunctionEntry[] = [
  define(
    {
      name: 'DATE',
      category,
      parameters: 'date, [format], [timezone]',
      summary: 'A date as text, by a format of Ruby’s strftime, in UTC or the timezone given.',
      source: `${page}/date; inferred: ISO 8601 where no format is given`,
    },
    ([date, format, timezone], { now, spend }) => {
      const moment = dateArgument(date, { functionName: 'DATE', now, zone: utc });
      const zone = given(timezone) === undefined ? moment.zone : zoneArgument('DATE', timezone);
      const text = strftime({ ...moment, zone }, given(format) === undefined ? iso8601 : textArgument('DATE', format));
      spend(text.length);
      return text;
    },
  ),
  define(
    {
      name: 'DATE_PARSE',
      category,
      parameters: 'date, [format], [timezone]',
      summary: 'A date as an object of its parts; texts are read by a format of Ruby’s strptime, or as DATE reads them.',
      source: `${page}/date-parse; inferred: the timezone is that of texts that name none, and that of the result`,
    },
    ([date, format, timezone], context) => {
      const zone = given(timezone) === undefined ? utc : zoneArgument('DATE_PARSE', timezone);
      const { now } = context;
      if (given(format) === undefined) {
        const moment = dateArgument(date, { functionName: 'DATE_PARSE', now, zone });
        return dateObject(given(timezone) === undefined ? moment : { ...moment, zone });
      }
      return dateObject(parseByFormat(textArgument('DATE_PARSE', date), textArgument('DATE_PARSE', format), { zone, context }));
    },
  ),
  define(
    {
      name: 'DATE_DIFF',
      category,
      parameters: 'start_time, end_time, absolute:',
      summary: 'The time between two dates in each unit, and broken down by the calendar.',
      source: `${page}/date-diff`,
    },
    ([start, end, absolute], { now }) => {
      const read = (date: Value | undefined) => dateArgument(date, { functionName: 'DATE_DIFF', now, zone: utc });
      return dateDifference(read(start), read(end), flagArgument(absolute, true));
    },
  ),
  define(
    {
      name: 'DISTANCE_OF_TIME_IN_WORDS',
      category,
      parameters: 'date, [from]',
      summary: 'How far a date is from now, or from another date, in words.',
      source: `${page}/distance-of-time-in-words; Rails’ distance_of_time_in_words`,
    },
    ([date, from], { now }) => {
      const read = (value: Value) => dateArgument(value, { functionName: 'DISTANCE_OF_TIME_IN_WORDS', now, zone: utc });
      return distanceInWords(read(date ?? null), given(from) === undefined ? momentOfDate(now, utc) : read(from ?? null));
    },
  ),
  define(
    {
      name: 'NOW',
      category,
      parameters: '',
      summary: 'The time, in whole seconds since 1970.',
      source: `inferred: ${page}/jwt-sign has DATE(NOW() + DAYS(1), "%s"), so it is a number of seconds`,
    },
    (_, { now }) => BigInt(momentOfDate(now, utc).seconds),
  ),
  define(
    {
      name: 'DAYS',
      category,
      parameters: 'count',
      summary: 'A number of days in seconds.',
      source: `inferred: ${page}/jwt-sign adds DAYS(1) to NOW()`,
    },
    ([count]) => {
      const days = numberArgument('DAYS', count);
      return typeof days === 'bigint' ? days * 86_400n : days * 86_400;
    },
  ),
  define(
    {
      name: 'UNIX_TIMESTAMP',
      category,
      parameters: '[date]',
      summary: 'A date, or now, in whole seconds since 1970.',
      source: 'inferred: named after the member of the object of DATE_PARSE',
    },
    ([date], { now }) => {
      const moment =
        given(date) === undefined
          ? momentOfDate(now, utc)
          : dateArgument(date, { functionName: 'UNIX_TIMESTAMP', now, zone: utc });
      return BigInt(moment.seconds);
    },
  ),
];

function given(value: Value | undefined): Value | undefined {
  return value === null ? undefined : value;
}

function zoneArgument(name: string, timezone: Value | undefined): Zone {
  return zoneNamed(textArgument(name, timezone), name);
}

interface Place {
  readonly zone: Zone;
  readonly context: FunctionContext;
}

function parseByFormat(text: string, format: string, { zone, context }: Place): Moment {
  context.spend(text.length + format.length);
  const moment = strptime(text, { format, zone, now: momentOfDate(context.now, zone) });
  if (moment === undefined) throw invalidArgument('DATE_PARSE', `date in the format ${format}`, text);
  return moment;
}
