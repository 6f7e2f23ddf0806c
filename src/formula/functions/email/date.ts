const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const zones: ReadonlyMap<string, string> = new Map([
  ['EST', '-05:00'],
  ['EDT', '-04:00'],
  ['CST', '-06:00'],
  ['CDT', '-05:00'],
  ['MST', '-07:00'],
  ['MDT', '-06:00'],
  ['PST', '-08:00'],
  ['PDT', '-07:00'],
]);

/** The date of a Date field (RFC 5322, section 3.3) in ISO 8601 with its own offset; undefined if it is no such date. */
export function emailDate(field: string): string | undefined {
  const match = /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{2,4})\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*([+-]\d{4}|[A-Za-z]+)?/.exec(field);
  if (match === null) return undefined;
  const [, day = '', monthName = '', year = '', hour = '', minute = '', second = '00', zone = ''] = match;
  const month = months.indexOf(monthName.toLowerCase()) + 1;
  if (month === 0 || Number(day) > 31 || Number(hour) > 23) return undefined;
  const date = `${fullYear(year)}-${pad(month)}-${pad(day)}`;
  return `${date}T${pad(hour)}:${minute}:${second}${offset(zone)}`;
}

function fullYear(year: string): string {
  if (year.length === 4) return year;
  const number = Number(year);
  return String(year.length === 3 || number >= 50 ? 1900 + number : 2000 + number);
}

function offset(zone: string): string {
  if (/^[+-]\d{4}$/.test(zone)) return `${zone === '-0000' ? '+00' : zone.slice(0, 3)}:${zone.slice(3)}`;
  return zones.get(zone.toUpperCase()) ?? '+00:00';
}

function pad(part: string | number): string {
  return String(part).padStart(2, '0');
}
