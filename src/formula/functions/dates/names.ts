/** English names of the months, January first. */
export const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** English names of the days, Sunday first. */
export const dayNames: readonly string[] = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The place of a name in a list by its first three letters and, if it has more, by those too (`sept`, `SUNDAY`); -1 if none. */
export function placeOfName(names: readonly string[], text: string): number {
  const start = text.toLowerCase();
  return start.length < 3 ? -1 : names.findIndex((name) => name.toLowerCase().startsWith(start));
}
