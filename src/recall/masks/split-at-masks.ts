const mask = '*'.repeat(16);

/** A logged text in which one character stands for each mask of 16 asterisks, so that no search stops inside of a mask. */
export interface MaskedText {
  readonly string: string;
  /** The character; it is nowhere else in the text. */
  readonly hole: string;
  readonly count: number;
}

/** Puts one character in the place of each mask. */
export function splitAtMasks(text: string): MaskedText {
  const pieces = text.split(mask);
  const hole = ['\uffff', '\ufffe', '\ufdd0', '\ufdd1'].find((character) => !text.includes(character)) ?? '\u{10ffff}';
  return { string: pieces.join(hole), hole, count: pieces.length - 1 };
}
