/** The names that Postman would take for variables in a literal text (`{{name}}`, by the rule of its own substitution). */
export function literalPlaceholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{([^{}]*?)\}\}/g)].map((match) => match[1] ?? '');
}
