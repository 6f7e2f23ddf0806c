// What the letters of Latin-1 and Latin Extended-A become that have no accent to drop: I18n's default approximations.
const approximations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Æ: 'AE',
    Ð: 'D',
    '×': 'x',
    Ø: 'O',
    Þ: 'Th',
    ß: 'ss',
    ẞ: 'SS',
    æ: 'ae',
    ð: 'd',
    ø: 'o',
    þ: 'th',
    Đ: 'D',
    đ: 'd',
    Ħ: 'H',
    ħ: 'h',
    ı: 'i',
    Ĳ: 'IJ',
    ĳ: 'ij',
    ĸ: 'k',
    Ŀ: 'L',
    ŀ: 'l',
    Ł: 'L',
    ł: 'l',
    ŉ: "'n",
    Ŋ: 'NG',
    ŋ: 'ng',
    Œ: 'OE',
    œ: 'oe',
    Ŧ: 'T',
    ŧ: 't',
  }),
);

/** The text in ASCII as Rails' `I18n.transliterate` writes it; `?` stands for a character without an approximation. */
export function transliterate(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  return Array.from(text.normalize('NFC'), approximate).join('');
}

function approximate(character: string): string {
  if (character <= '\x7f') return character;
  const known = approximations.get(character);
  if (known !== undefined) return known;
  const letter = character >= 'À' && character <= 'ž' ? character.normalize('NFD').charAt(0) : '?';
  return letter <= '\x7f' ? letter : '?';
}
