const isoTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?$/iu;

/** The instant that an ISO 8601 time names, one without a zone in UTC; undefined for any other text. */
export function readTime(text: string | undefined): Date | undefined {
  const zone = text === undefined ? null : isoTime.exec(text.trim());
  if (zone === null) return undefined;
  const [whole, offset = 'Z'] = zone;
  const local = (zone[1] === undefined ? whole : whole.slice(0, -offset.length)).trim().replace(' ', 'T').replace(',', '.');
  const time = new Date(`${local}${zoneText(offset)}`);
  return Number.isNaN(time.getTime()) ? undefined : time;
}

function zoneText(offset: string): string {
  if (/^(?:z|utc)$/iu.test(offset)) return 'Z';
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  return `${offset[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
