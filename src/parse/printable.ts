/**
 * Text for one line of a message: control, format and separator characters and lone surrogates become `U+XXXX`,
 * what is longer than `limit` code points ends in `…`.
 */
export function printable(text: string, limit = 80): string {
  const characters: string[] = [];
  for (const character of text) {
    if (characters.length === limit) {
      characters.pop();
      characters.push('…');
      break;
    }
    characters.push(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(character) ? codePointName(character) : character);
  }
  return characters.join('');
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
