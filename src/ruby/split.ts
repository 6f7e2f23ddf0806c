/** Ruby's `String#split`: by words for a single space, by characters for nothing, and without empty pieces at the end. */
export function rubySplit(text: string, delimiter: string): readonly string[] {
  if (delimiter === ' ') return rubySplitWords(text);
  const pieces = delimiter === '' ? Array.from(text) : text.split(delimiter);
  const last = pieces.findLastIndex((piece) => piece !== '');
  return pieces.slice(0, last + 1);
}

/** The pieces between runs of ASCII white space. */
export function rubySplitWords(text: string): readonly string[] {
  return text.split(/[\0\t\n\v\f\r ]+/).filter((word) => word !== '');
}
