// What Ruby's `strip` takes away: NUL and ASCII white space.
const isStripped = /[\0\t\n\v\f\r ]/;

/** The text without NUL and ASCII white space at its ends. */
export function rubyStrip(text: string, { left, right }: { readonly left: boolean; readonly right: boolean }): string {
  let start = 0;
  let end = text.length;
  if (left) while (start < end && isStripped.test(text.charAt(start))) start++;
  if (right) while (end > start && isStripped.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
