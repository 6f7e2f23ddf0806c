/** Control characters and bidirectional overrides as visible escapes, so that nothing foreign steers the terminal; line breaks stay. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (character) =>
    character === '\r' ? '␍' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The text on one line: a run of white space with a line break in it as ⏎. */
export function oneLine(text: string): string {
  return printable(text).replace(/\s+/gu, (space) => (space.includes('\n') ? ' ⏎ ' : space.replaceAll('\t', ' ')));
}

/** One line of at most `width` characters, the rest shown as `…`. */
export function shorten(text: string, width: number): string {
  const line = oneLine(text);
  const characters = [...line];
  return characters.length <= width ? line : `${characters.slice(0, Math.max(width - 1, 0)).join('')}…`;
}
