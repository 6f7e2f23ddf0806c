import { describe, expect, it } from 'vitest';
import { utc } from '../../../../src/formula/functions/dates/moment.ts';
import { strftime } from '../../../../src/formula/functions/dates/strftime/strftime.ts';
import { readDateText } from '../../../../src/formula/functions/dates/text/text.ts';
import { zoneNamed } from '../../../../src/formula/functions/dates/zone.ts';

// A Sunday.
const now = { seconds: Date.UTC(2023, 4, 21, 9) / 1000, nanoseconds: 0, zone: utc };

function read(text: string): string | undefined {
  const moment = readDateText(text, now);
  return moment && strftime(moment, '%F %T');
}

describe('dates in text', () => {
  it.each([
    ['2021-07-17', '2021-07-17 00:00:00'],
    ['2023-11-03T10:00:00-05:00', '2023-11-03 15:00:00'],
    ['2023-11-03t10:00:00z', '2023-11-03 10:00:00'],
    ['2023-11-03 10:00:00 UTC', '2023-11-03 10:00:00'],
    ['20230522T103000Z', '2023-05-22 10:30:00'],
    ['2023-W05-3', '2023-02-01 00:00:00'],
    ['2023/05/22 10:00', '2023-05-22 10:00:00'],
    ['01/02/2023', '2023-02-01 00:00:00'],
    ['5/27/1979', '1979-05-27 00:00:00'],
    ['22.5.2023', '2023-05-22 00:00:00'],
    ['March 17, 2021', '2021-03-17 00:00:00'],
    ['22-May-2023', '2023-05-22 00:00:00'],
    ['Monday, 22 May 2023', '2023-05-22 00:00:00'],
    ['Wed, 17 Mar 2021 10:00:00 +0100', '2021-03-17 09:00:00'],
    ['Sun Aug 27 23:18:25 PDT 2006', '2006-08-28 06:18:25'],
    ['17/Mar/2021:10:00:00 +0000', '2021-03-17 10:00:00'],
    ['Mon May 22 2023 10:00:00 GMT+0200 (CEST)', '2023-05-22 08:00:00'],
    ['May 22, 2023 3:04:05 PM', '2023-05-22 15:04:05'],
  ])('reads the written date %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['now', '2023-05-21 09:00:00'],
    ['today', '2023-05-21 16:30:00'],
    ['Tomorrow', '2023-05-22 12:00:00'],
    ['yesterday', '2023-05-20 12:00:00'],
    ['1 days ago', '2023-05-20 09:00:00'],
    ['3 hours from now', '2023-05-21 12:00:00'],
    ['in 3 hours', '2023-05-21 12:00:00'],
    ['two weeks ago', '2023-05-07 09:00:00'],
    ['a month ago', '2023-04-21 09:00:00'],
    ['1 day and 2 hours ago', '2023-05-20 07:00:00'],
    ['next tuesday at 5pm', '2023-05-23 17:00:00'],
    ['thursday', '2023-05-25 12:00:00'],
    ['sunday', '2023-05-28 12:00:00'],
    ['last friday at 20:00', '2023-05-19 20:00:00'],
    ['yesterday at 4:00', '2023-05-20 16:00:00'],
    ['tomorrow at noon', '2023-05-22 12:00:00'],
    ['4pm', '2023-05-21 16:00:00'],
    ['8am', '2023-05-21 08:00:00'],
    ['08:00', '2023-05-22 08:00:00'],
    ['this morning', '2023-05-21 09:00:00'],
    ['last night', '2023-05-20 22:00:00'],
    ['next month', '2023-06-16 00:00:00'],
    ['dec 25', '2023-12-25 12:00:00'],
    ['January 5 at 7pm', '2024-01-05 19:00:00'],
    ['fourteenth of May 2024', '2024-05-14 12:00:00'],
    ["fourteenth of june 2010 at eleven o'clock in the evening", '2010-06-14 23:00:00'],
    ["may seventh '97 at three in the morning", '1997-05-07 03:00:00'],
    ['february twenty first', '2024-02-21 12:00:00'],
  ])('reads the words %s as chronic does', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('leaves other words to the library', () => {
    expect(read('thursday last week')).toBe('2023-05-18 12:00:00');
  });

  it.each(['banana', '', '2021-13-45', '31/02/2023', 'hello 2021 world', 'end of the month', `${'1 day '.repeat(60)}ago`])(
    'does not make up a date for ‹%s›',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  it('takes local times to be in the zone of now, also where the clock jumps', () => {
    const berlin = { ...now, zone: zoneNamed('Europe/Berlin', 'DATE') };
    const seconds = (text: string) => readDateText(text, berlin)?.seconds;
    expect(seconds('2023-07-01 12:00')).toBe(Date.UTC(2023, 6, 1, 10) / 1000);
    expect(seconds('2023-01-01 12:00')).toBe(Date.UTC(2023, 0, 1, 11) / 1000);
    expect(seconds('2023-03-26 01:59:59')).toBe(Date.UTC(2023, 2, 26, 0, 59, 59) / 1000);
    expect(seconds('2023-03-26 03:00')).toBe(Date.UTC(2023, 2, 26, 1) / 1000);
    expect(seconds('2023-10-29 02:30')).toBe(Date.UTC(2023, 9, 29, 0, 30) / 1000);
    expect(seconds('2023-10-29 03:00')).toBe(Date.UTC(2023, 9, 29, 2) / 1000);
  });
});
