import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utc } from '../../../../src/formula/functions/dates/moment.ts';
import { strftime } from '../../../../src/formula/functions/dates/strftime/strftime.ts';
import { strptime } from '../../../../src/formula/functions/dates/strptime/strptime.ts';

const now = { seconds: Date.UTC(2024, 1, 3) / 1000, nanoseconds: 0, zone: utc };

function read(text: string, format: string): string | undefined {
  const moment = strptime(text, { format, zone: utc, now });
  return moment && strftime(moment, '%FT%T.%L');
}

describe('strptime', () => {
  it.each([
    ['20230102030405', '%Y%m%d%H%M%S', '2023-01-02T03:04:05.000'],
    ['2023-02-01T10:20:30.123+02:00', '%Y-%m-%dT%H:%M:%S.%L%z', '2023-02-01T08:20:30.123'],
    ['Wed Feb  1 10:20:30 2023', '%c', '2023-02-01T10:20:30.000'],
    ['february 01 23 5:06 pm', '%B %d %y %I:%M %p', '2023-02-01T17:06:00.000'],
    ['12:00 AM', '%I:%M %p', '2024-02-03T00:00:00.000'],
    ['2023-045', '%Y-%j', '2023-02-14T00:00:00.000'],
    ['2023-W05-3', '%G-W%V-%u', '2023-02-01T00:00:00.000'],
    ['2023 05 3', '%Y %U %w', '2023-02-01T00:00:00.000'],
    ['2023 05 3', '%Y %W %u', '2023-02-01T00:00:00.000'],
    ['1675209600', '%s', '2023-02-01T00:00:00.000'],
    ['1675209600123', '%Q', '2023-02-01T00:00:00.123'],
    ['03/2023', '%m/%Y', '2023-03-01T00:00:00.000'],
    ['99', '%y', '1999-01-01T00:00:00.000'],
    ['2023-02-01 10:00 EST', '%F %R %Z', '2023-02-01T15:00:00.000'],
    ['2023-02-01 and more', '%F', '2023-02-01T00:00:00.000'],
    ['31/02/2023', '%d/%m/%Y', undefined],
    ['13/2023', '%m/%Y', undefined],
    ['x2023', '%Y', undefined],
    ['2023', '%Y-%m', undefined],
  ])('%s by %s', (text, format, expected) => {
    expect(read(text, format)).toBe(expected);
  });

  it('reads back what strftime wrote', () => {
    const formats = [
      '%FT%T%z',
      '%c',
      '%s',
      '%d/%m/%Y %I:%M:%S %p',
      '%Y-%j %T',
      '%G-W%V-%u %T',
      '%Y %U %w %T',
      '%Y %W %u %T',
      '%Y%m%d%H%M%S',
    ];
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 4_000_000_000 }), fc.constantFrom(...formats), (seconds, format) => {
        const moment = { seconds, nanoseconds: 0, zone: utc };
        expect(strptime(strftime(moment, format), { format, zone: utc, now })?.seconds).toBe(seconds);
      }),
      { numRuns: 300 },
    );
  });
});
