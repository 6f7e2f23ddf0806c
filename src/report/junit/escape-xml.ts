/**
 * Text for XML 1.0, in content or in a quoted attribute: characters that XML cannot hold (controls, lone surrogates, U+FFFE, U+FFFF)
 * are left out; white space that an attribute would lose, and what steers a terminal or the direction of text, is written as references.
 */
export function escapeXml(text: string): string {
  return [...text].map(escapeCharacter).join('');
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function escapeCharacter(character: string): string {
  const reference = references[character];
  if (reference !== undefined) return reference;
  const code = character.codePointAt(0) ?? 0;
  if (/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(character)) return `&#${code};`;
  const allowed = (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000;
  return allowed ? character : '';
}
