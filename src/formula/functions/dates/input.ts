import type { Value } from '../../../model/value.ts';
import { isObject } from '../../values/is-object.ts';
import { typeName } from '../../values/type-name.ts';
import { invalidArgument } from '../arguments.ts';
import { type Moment, utc, type Zone } from './moment.ts';
import { readDateText } from './text/text.ts';
import { zoneNamed } from './zone.ts';

/** The function that asks, the time it is, and the zone of texts that name none. */
export interface Circumstances {
  readonly functionName: string;
  readonly now: Date;
  readonly zone: Zone;
}

const furthestMilliseconds = 8.64e15;
const longestText = 200;

/**
 * The moment that a date argument tells: text in any usual form, seconds since 1970 (milliseconds from 13 digits up, also as digits in
 * text), or an object of DATE_PARSE. It is told in the zone given, that of an object in its own. Anything else is a FormulaError.
 */
export function dateArgument(value: Value | undefined, { functionName, now, zone }: Circumstances): Moment {
  const moment = isObject(value) ? ofObject(value, functionName) : ofScalar(value, momentOfDate(now, zone));
  const got = typeof value === 'string' && value.length <= longestText ? value : typeName(value ?? null);
  if (moment === undefined) throw invalidArgument(functionName, 'date', got);
  return moment;
}

/** A JavaScript date, told in a zone. */
export function momentOfDate(date: Date, zone: Zone): Moment {
  return ofMilliseconds(date.getTime(), zone);
}

function ofScalar(value: Value | undefined, now: Moment): Moment | undefined {
  if (typeof value === 'bigint' || typeof value === 'number') return ofNumber(Number(value), now.zone);
  // Longer text is no date, and looking for one in it could take very long.
  if (typeof value !== 'string' || value.length > longestText) return undefined;
  // Eight digits and fourteen are a date written without separators, if there is such a date; else digits are a timestamp.
  const digits = /^-?\d+(?:\.\d+)?$/.test(value.trim());
  const written = digits && !/^(?:\d{8}|(?:19|20)\d{12})$/.test(value.trim()) ? undefined : readDateText(value, now);
  return written ?? (digits ? ofNumber(Number(value), now.zone) : undefined);
}

function ofNumber(number: number, zone: Zone): Moment | undefined {
  const milliseconds = Math.abs(number) >= 1e12 ? number : number * 1000;
  return Math.abs(milliseconds) <= furthestMilliseconds ? ofMilliseconds(milliseconds, zone) : undefined;
}

function ofMilliseconds(milliseconds: number, zone: Zone): Moment {
  const seconds = Math.floor(milliseconds / 1000);
  return { seconds, nanoseconds: Math.round((milliseconds - seconds * 1000) * 1000) * 1000, zone };
}

function ofObject(object: ReadonlyMap<string, Value>, functionName: string): Moment | undefined {
  const stamp = object.get('unix_timestamp_milliseconds');
  if (typeof stamp !== 'bigint') return undefined;
  const name = object.get('timezone');
  return ofMilliseconds(Number(stamp), typeof name === 'string' ? zoneNamed(name, functionName) : utc);
}
