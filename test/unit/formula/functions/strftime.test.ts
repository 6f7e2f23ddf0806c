import { describe, expect, it } from 'vitest';
import { utc } from '../../../../src/formula/functions/dates/moment.ts';
import { strftime } from '../../../../src/formula/functions/dates/strftime/strftime.ts';
import { zoneNamed } from '../../../../src/formula/functions/dates/zone.ts';

const seconds = Date.UTC(2021, 6, 5, 15, 4, 9) / 1000;
const moment = { seconds, nanoseconds: 12_345_678, zone: utc };

// Every expected text is what Ruby 3.1 prints for the same Time.
describe('strftime', () => {
  it.each([
    ['%Y %C %y %G %g', '2021 20 21 2021 21'],
    ['%m %B %b %h %d %e %j', '07 July Jul Jul 05  5 186'],
    ['%H %k %I %l %M %S', '15 15 03  3 04 09'],
    ['%L %N %3N %6N %12N', '012 012345678 012 012345 012345678000'],
    ['%z %:z %::z %Z', '+0000 +00:00 +00:00:00 UTC'],
    ['%A %a %u %w %U %W %V', 'Monday Mon 1 1 27 27 27'],
    ['%p %P %#p %^P', 'PM pm pm PM'],
    ['%s', '1625497449'],
    [
      '%c|%x|%X|%D|%F|%T|%R|%r|%v',
      'Mon Jul  5 15:04:09 2021|07/05/21|15:04:09|07/05/21|2021-07-05|15:04:09|15:04|03:04:09 PM| 5-JUL-2021',
    ],
    ['%n%t%%', '\n\t%'],
    ['%-d %-m %-I %-j %-H', '5 7 3 186 15'],
    ['%_m %_H %0e %03d %5d', ' 7 15 05 005 00005'],
    ['%^a %^B %#b %10A %-10A %010A', 'MON JULY JUL     Monday Monday 0000Monday'],
    ['%10z %_10z', '+000000000       +000'],
    ['%Ey %Od %Q', '21 05 1625497449012'],
    ['%q %i 100%', '%q %i 100%'],
  ])('%j', (format, expected) => {
    expect(strftime(moment, format)).toBe(expected);
  });

  it.each([
    ['America/New_York', '2021-07-05 11:04 EDT -0400'],
    ['Europe/Berlin', '2021-07-05 17:04 CEST +0200'],
    ['Europe/London', '2021-07-05 16:04 BST +0100'],
    ['Asia/Kolkata', '2021-07-05 20:34 IST +0530'],
    ['Asia/Tokyo', '2021-07-06 00:04 JST +0900'],
    ['America/Sao_Paulo', '2021-07-05 12:04 -03 -0300'],
    ['utc', '2021-07-05 15:04 UTC +0000'],
  ])('tells the time in %s', (zone, expected) => {
    expect(strftime({ ...moment, zone: zoneNamed(zone, 'DATE') }, '%F %R %Z %z')).toBe(expected);
  });

  it.each([
    ['2008-12-29', '2009-W01-1'],
    ['2010-01-03', '2009-W53-7'],
    ['2024-12-31', '2025-W01-2'],
  ])('counts %s into the ISO week %s', (date, expected) => {
    expect(strftime({ seconds: Date.parse(date) / 1000, nanoseconds: 0, zone: utc }, '%G-W%V-%u')).toBe(expected);
  });

  it('refuses a width that would fill memory', () => {
    expect(() => strftime(moment, '%999999999d')).toThrow('65535');
  });
});
