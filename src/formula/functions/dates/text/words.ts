const cardinals = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];
const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];
const tens: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, forty: 40, fifty: 50, twentieth: 20, thirtieth: 30 };

// `second` alone is a unit of time; it counts as the number only beside a month.
const ordinal = new RegExp(
  `\\b(?:(twenty|thirty)[ -])?(${ordinals.join('|').replace('second', 'second(?= (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))')})\\b|\\b(thirtieth|twentieth)\\b`,
  'g',
);
const cardinal = new RegExp(`\\b(?:(twenty|thirty|forty|fifty)[ -])?(${cardinals.join('|')})\\b|\\b(thirty|forty|fifty)\\b`, 'g');

/** Text in small letters with its numbers in words, up to 59, as digits: `two days ago` → `2 days ago`, `fourteenth of may` → `14th of may`. */
export function withDigits(text: string): string {
  return text
    .replaceAll(ordinal, (_, ten?: string, unit?: string, round?: string) => {
      const number = (tens[ten ?? round ?? ''] ?? 0) + (unit === undefined ? 0 : ordinals.indexOf(unit) + 1);
      return `${number}th`;
    })
    .replaceAll(cardinal, (_, ten?: string, unit?: string, round?: string) => {
      return String((tens[ten ?? round ?? ''] ?? 0) + (unit === undefined ? 0 : cardinals.indexOf(unit)));
    });
}
