import type { Value } from '../../../model/value.ts';

/** What a plain scalar of YAML 1.1 is: a value of the language, or a date, time or symbol, which it lacks, as text. */
export type YamlScalar =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'date' | 'time' | 'symbol'; readonly text: string };

const words: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['~', null],
  ['null', null],
  ['yes', true],
  ['true', true],
  ['on', true],
  ['no', false],
  ['false', false],
  ['off', false],
]);

const wordPattern = /^[^\d.:-]?[\p{L}\p{M}_\s!@#$%^&*(){}<>|/\\~;=]+/u;
const timePattern =
  /^(-?\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|\s+)(\d{1,2}):(\d\d):(\d\d)(?:\.\d*)?(?:\s*(?:Z|([-+])(\d{1,2}):?(\d\d)?))?$/;
const datePattern = /^(\d{4})-(1[012]|0\d|\d)-([12]\d|3[01]|0\d|\d)$/;
const sexagesimalPattern = /^[-+]?\d[\d_]*(?::[0-5]?\d){1,2}(\.[\d_]*)?$/;
const floatPattern = /^[-+]?(?:\d[\d_,]*)?\.\d*(?:[eE][-+]\d+)?$/;
const integerPattern = /^([-+]?)(?:0b([01_,]+)|0([0-7_,]+)|0x([\da-fA-F_,]+)|(0|[1-9](?:\d|,\d|_\d)*))$/;

/** Reads a plain scalar by the rules of Psych's ScalarScanner (Ruby's YAML): `yes` is TRUE, `0x1F` 31, `12:30:00` 45000, `:a` a symbol. */
export function yamlScalar(text: string): YamlScalar {
  if (text === '') return { kind: 'value', value: null };
  if (wordPattern.test(text) || text.includes('\n')) {
    const value = words.get(text.toLowerCase());
    return { kind: 'value', value: value === undefined ? text : value };
  }
  if (/^:./.test(text)) return { kind: 'symbol', text: /^:(["'])(.*)\1/.exec(text)?.[2] ?? text.slice(1) };
  return instant(text) ?? { kind: 'value', value: numeric(text) ?? text };
}

function instant(text: string): YamlScalar | undefined {
  const time = timePattern.exec(text);
  if (time !== null) return timeOf(time);
  const [, year = '', month = '', day = ''] = datePattern.exec(text) ?? [];
  if (year === '' || !isDay(year, month, day)) return undefined;
  return { kind: 'date', text: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
}

// As Ruby's Time#to_s prints it; a time without a zone is UTC.
function timeOf(match: RegExpExecArray): YamlScalar | undefined {
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', sign, zoneHours = '', zoneMinutes = '00'] =
    match;
  if (!isDay(year, month, day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const zone = sign === undefined ? 'UTC' : `${sign}${zoneHours.padStart(2, '0')}${zoneMinutes}`;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { kind: 'time', text: `${date} ${hour.padStart(2, '0')}:${minute}:${second} ${zone}` };
}

function isDay(year: string, month: string, day: string): boolean {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

function numeric(text: string): bigint | number | undefined {
  if (/^\+?\.inf$/i.test(text)) return Number.POSITIVE_INFINITY;
  if (/^-\.inf$/i.test(text)) return Number.NEGATIVE_INFINITY;
  if (/^\.nan$/i.test(text)) return Number.NaN;
  const sexagesimal = sexagesimalPattern.exec(text);
  if (sexagesimal !== null) return sexagesimalNumber(text, sexagesimal[1] !== undefined);
  if (floatPattern.test(text)) return /^[-+]?\.$/.test(text) ? undefined : Number(text.replaceAll(/[,_]/g, ''));
  return integer(text);
}

// The first part counts 60², then 60 and 1, however many there are: so does Psych.
function sexagesimalNumber(text: string, isFloat: boolean): bigint | number {
  const total = text
    .split(':')
    .reduce((sum, part, index) => sum + Number(part.replaceAll('_', '')) * 60 ** Math.abs(index - 2), 0);
  return isFloat || !Number.isSafeInteger(total) ? total : BigInt(total);
}

function integer(text: string): bigint | undefined {
  const match = integerPattern.exec(text);
  if (match === null) return undefined;
  const [, sign, binary, octal, hexadecimal, decimal = ''] = match.map((part) => part?.replaceAll(/[,_]/g, ''));
  const magnitude = BigInt(prefixed('0b', binary) ?? prefixed('0o', octal) ?? prefixed('0x', hexadecimal) ?? decimal);
  return sign === '-' ? -magnitude : magnitude;
}

function prefixed(prefix: string, digits: string | undefined): string | undefined {
  return digits === undefined ? undefined : prefix + (digits === '' ? '0' : digits);
}
