/** Whether a string is written in the legacy template language (`{{ … }}`, `{% … %}`). Brackets that are never closed are text. */
export function hasLiquid(text: string): boolean {
  return holds(text, '{{', '}}') || holds(text, '{%', '%}');
}

// A search by regular expression takes time by the square of the length where many brackets are opened and none is closed.
function holds(text: string, opening: string, closing: string): boolean {
  const start = text.indexOf(opening);
  return start >= 0 && text.includes(closing, start + opening.length);
}
