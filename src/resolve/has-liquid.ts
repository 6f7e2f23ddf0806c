/** Whether a string is written in the legacy template language (`{{ … }}`, `{% … %}`). Brackets that are never closed are text. */
export function hasLiquid(text: string): boolean {
  return /\{\{.*?\}\}|\{%.*?%\}/s.test(text);
}
