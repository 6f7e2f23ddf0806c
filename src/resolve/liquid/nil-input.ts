import type { Value } from '../../model/value.ts';

const words = (text: string): readonly string[] => text.split(' ');

// Liquid's own filters call `to_s`, `to_number` or an iterator on what they are given.
const asText = words(
  'APPEND BASE64_ENCODE BASE64_DECODE CAPITALIZE DOWNCASE ESCAPE ESCAPE_ONCE LSTRIP NEWLINE_TO_BR PREPEND REMOVE REMOVE_FIRST REPLACE ' +
    'REPLACE_FIRST RSTRIP SIZE SLICE SPLIT STRIP STRIP_HTML STRIP_NEWLINES TRUNCATE TRUNCATEWORDS UPCASE URL_DECODE URL_ENCODE',
);
const asNumber = words('ABS AT_LEAST AT_MOST CEIL DIVIDED_BY FLOOR MINUS MODULO PLUS ROUND TIMES');
const asArray = words('COMPACT CONCAT JOIN MAP REVERSE SORT SORT_NATURAL UNIQ WHERE');

const inputs: ReadonlyMap<string, Value> = new Map<string, Value>([
  ...asText.map((name) => [name, ''] as const),
  ...asNumber.map((name) => [name, 0n] as const),
  ...asArray.map((name) => [name, []] as const),
]);

/** What one of Liquid's own filters reads where it is given `nil`: empty text, 0 or an empty array. Other values and filters are left alone. */
export function liquidInput(name: string, value: Value): Value {
  return value === null ? (inputs.get(name) ?? null) : value;
}
