/** The flags and the width of one directive. */
export interface Style {
  /** `-` none, `0` zeros, `_` spaces; absent: as the directive has it. */
  readonly padding: string | undefined;
  readonly upper: boolean;
  /** The other case: capitals, or small letters for `%p` and `%Z`. */
  readonly swap: boolean;
  /** 0 where none is given. */
  readonly width: number;
}

/** How a directive is filled up where the style says nothing. */
export interface Filling {
  /** Words are filled with spaces, numbers with zeros. */
  readonly text?: boolean;
  /** Numbers that are filled with spaces: `%e`, `%k`, `%l`. */
  readonly spaces?: boolean;
  readonly width: number;
  /** The sign of a year before Christ does not count into the width. */
  readonly signed?: boolean;
  /** Whose other case is small letters. */
  readonly lowers?: boolean;
}

/** The text of a directive in the case and at the width that its style asks for; a sign stays in front of zeros. */
export function fill(text: string, filling: Filling, style: Style): string {
  const cased = inCase(text, filling, style);
  if (style.padding === '-') return cased;
  const byItself = filling.signed === true && cased.startsWith('-') ? filling.width + 1 : filling.width;
  const width = style.width === 0 ? byItself : style.width;
  const byDefault = filling.text === true || filling.spaces === true ? ' ' : '0';
  const character = style.padding === undefined ? byDefault : style.padding === '0' ? '0' : ' ';
  if (character === '0' && filling.text !== true && cased.startsWith('-')) return `-${cased.slice(1).padStart(width - 1, '0')}`;
  return cased.padStart(width, character);
}

function inCase(text: string, filling: Filling, style: Style): string {
  if (style.upper) return text.toUpperCase();
  if (!style.swap || filling.text !== true) return text;
  return filling.lowers === true ? text.toLowerCase() : text.toUpperCase();
}
