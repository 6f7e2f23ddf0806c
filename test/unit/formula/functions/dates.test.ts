import { describe, expect, it } from 'vitest';
import { jsonOfResult, messageOf, textOfResult } from './collection-world.ts';

const text = (formula: string): unknown => jsonOfResult(formula);

// The clock of these tests stands at 2024-01-02T03:04:05Z, a Tuesday.
describe('DATE', () => {
  it.each([
    ['DATE("now")', '2024-01-02T03:04:05+00:00'],
    ['DATE("now", "%s")', '1704164645'],
    ['DATE(1647712411, "%Y-%m-%dT%H:%M:%S")', '2022-03-19T17:53:31'],
    ['DATE("1647712411", "%F")', '2022-03-19'],
    ['DATE(1687450077063, "%Y-%m-%dT%H:%M:%S.%L")', '2023-06-22T16:07:57.063'],
    ['DATE(1647712411.5, "%L")', '500'],
    ['DATE(-1, "%F %T")', '1969-12-31 23:59:59'],
    ['DATE("20230102", "%F")', '2023-01-02'],
    ['DATE("01/02/2023", "%F")', '2023-02-01'],
    ['DATE("2023-11-03T10:00:00-05:00", "%F %T %Z")', '2023-11-03 15:00:00 UTC'],
    ['DATE("2023-07-03T10:00:00Z", "%T %Z %z", "America/New_York")', '06:00:00 EDT -0400'],
    ['DATE("2023-07-03T10:00:00Z", "%T %:z", "+05:30")', '15:30:00 +05:30'],
    ['DATE(DATE_PARSE("05/04/1994", "%d/%m/%Y"), "%B %e, %Y")', 'April  5, 1994'],
    ['DATE(DATE_PARSE("2023-07-03T10:00:00Z", NULL, "Europe/Berlin"), "%R")', '12:00'],
    ['DATE("tomorrow at 10am", "%F %T")', '2024-01-03 10:00:00'],
    ['DATE("yesterday", "%F %H")', '2024-01-01 12'],
    ['DATE(NOW() + DAYS(1), "%F")', '2024-01-03'],
    ['DATE(UNIX_TIMESTAMP("2024-02-29"), "%j")', '060'],
  ])('%s is %s', (formula, expected) => {
    expect(text(formula)).toBe(expected);
  });

  it.each([
    ['DATE("banana", "%F")', 'Invalid argument to DATE, expected date got banana'],
    ['DATE(NULL, "%F")', 'Invalid argument to DATE, expected date got Null'],
    ['DATE({}, "%F")', 'Invalid argument to DATE, expected date got Object'],
    ['DATE("now", "%F", "Mars/Olympus")', 'Invalid argument to DATE, expected a timezone of the tz database got Mars/Olympus'],
    ['DATE(99999999999999999999, "%F")', 'Invalid argument to DATE, expected date got Number'],
    [
      'DATE_PARSE("31/02/2023", "%d/%m/%Y")',
      'Invalid argument to DATE_PARSE, expected date in the format %d/%m/%Y got 31/02/2023',
    ],
  ])('%s says: %s', (formula, message) => {
    expect(messageOf(formula)).toContain(message);
  });
});

describe('DATE_PARSE', () => {
  it('reads local times in the timezone given, and tells them in it', () => {
    expect(jsonOfResult('DATE_PARSE("2023-07-03 10:00", "%Y-%m-%d %H:%M", "America/New_York")')).toMatchObject({
      iso8601: '2023-07-03T10:00:00-04:00',
      unix_timestamp: 1_688_392_800,
      timezone: 'America/New_York',
      utc_offset_seconds: -14_400,
    });
  });

  it('keeps milliseconds and says everything in UTC by default', () => {
    expect(jsonOfResult('DATE_PARSE("2023-11-03T10:00:00.257-05:00")')).toMatchObject({
      iso8601_milliseconds: '2023-11-03T15:00:00.257+00:00',
      unix_timestamp_milliseconds: 1_699_023_600_257,
      millisecond: 257,
      day_name: 'Friday',
      timezone: 'UTC',
    });
  });
});

describe('DATE_DIFF', () => {
  it.each([
    ['DATE_DIFF("2024-01-31", "2024-02-29").units', { years: 0, months: 1, weeks: 0, days: 0, hours: 0, minutes: 0, seconds: 0 }],
    ['DATE_DIFF("2024-03-01", "2024-02-01").units', { years: 0, months: 1, weeks: 0, days: 0, hours: 0, minutes: 0, seconds: 0 }],
    [
      "DATE_DIFF('2025-01-23T13:30:45', '2025-01-23T10:00:00', absolute: FALSE)",
      {
        seconds: -12_645,
        minutes: -210.75,
        hours: -3.51,
        days: -0.15,
        weeks: -0.02,
        units: { years: 0, months: 0, weeks: 0, days: 0, hours: -3, minutes: -30, seconds: -45 },
      },
    ],
  ])('%s', (formula, expected) => {
    expect(jsonOfResult(formula)).toEqual(expected);
  });

  it('gives whole numbers as integers', () => {
    expect(textOfResult('DATE_DIFF(0, 60)')).toContain('"seconds":60,"minutes":1,"hours":0.02');
  });
});

describe('DISTANCE_OF_TIME_IN_WORDS', () => {
  const base = Date.UTC(2024, 0, 1) / 1000;
  it.each([
    [4, 'less than 5 seconds'],
    [9, 'less than 10 seconds'],
    [19, 'less than 20 seconds'],
    [39, 'half a minute'],
    [59, 'less than a minute'],
    [89, '1 minute'],
    [90, '2 minutes'],
    [2669, '44 minutes'],
    [2670, 'about 1 hour'],
    [5400, 'about 2 hours'],
    [86_370, '1 day'],
    [151_170, '2 days'],
    [2_591_970, 'about 1 month'],
    [3_888_000, 'about 2 months'],
    [5_184_000, '2 months'],
    [366 * 86_400, 'about 1 year'],
    [460 * 86_400, 'over 1 year'],
    [700 * 86_400, 'almost 2 years'],
  ])('%d seconds are %s', (seconds, words) => {
    expect(text(`DISTANCE_OF_TIME_IN_WORDS(${base + seconds}, ${base})`)).toBe(`in ${words}`);
    expect(text(`DISTANCE_OF_TIME_IN_WORDS(${base}, ${base + seconds})`)).toBe(`${words} ago`);
  });

  it('counts from now without a second date', () => {
    expect(text('DISTANCE_OF_TIME_IN_WORDS("2024-01-05T03:04:05Z")')).toBe('in 3 days');
  });
});
