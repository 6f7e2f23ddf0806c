import { isLineBreak, isPrintable } from './style.ts';

/** Where a scalar begins, and where its further lines do; `canFold` is false in a simple key. Columns count characters. */
export interface YamlPosition {
  readonly column: number;
  readonly indent: number;
  readonly canFold: boolean;
}

const width = 80;

const escapes: ReadonlyMap<string, string> = new Map([
  ['\0', '0'],
  ['\u0007', 'a'],
  ['\b', 'b'],
  ['\t', 't'],
  ['\n', 'n'],
  ['\u000b', 'v'],
  ['\f', 'f'],
  ['\r', 'r'],
  ['\u001b', 'e'],
  ['"', '"'],
  ['\\', '\\'],
  ['\u0085', 'N'],
  ['\u2028', 'L'],
  ['\u2029', 'P'],
]);

/** Plain text, folded at the first single space past the 80th column, as libyaml does it. */
export function plainText(text: string, position: YamlPosition): string {
  return fold([...text], position, (character) => character);
}

/** Text in single quotes; its line breaks are doubled, its quotes too. */
export function singleQuotedText(text: string, position: YamlPosition): string {
  let out = '';
  let isAfterBreak = false;
  if (![...text].some(isLineBreak)) {
    const inner = fold(
      [...text],
      { ...position, column: position.column + 1 },
      (character) => (character === "'" ? "''" : character),
      true,
    );
    return `'${inner}'`;
  }
  for (const character of text) {
    if (isLineBreak(character)) {
      out += !isAfterBreak && character === '\n' ? '\n\n' : character;
      isAfterBreak = true;
      continue;
    }
    if (isAfterBreak) out += ' '.repeat(position.indent);
    out += character === "'" ? "''" : character;
    isAfterBreak = false;
  }
  return `'${out}${isAfterBreak ? ' '.repeat(position.indent) : ''}'`;
}

/** Text in double quotes, with escapes for whatever is not printable. */
export function doubleQuotedText(text: string, position: YamlPosition): string {
  return `"${fold([...text], { ...position, column: position.column + 1 }, escapeCharacter, true)}"`;
}

/** A literal block: every line indented, with the hints that keep leading spaces and the line breaks at the end. */
export function literalText(text: string, position: YamlPosition): string {
  const indentHint = /^[ \r\n\u0085\u2028\u2029]/.test(text) ? '2' : '';
  const end = [...text].slice(-2).map(isLineBreak);
  const endHint = end.at(-1) !== true ? '-' : end.length === 1 || end[0] === true ? '+' : '';
  const lines = text.split(/(?<=[\n\u0085\u2028\u2029])/);
  return `|${indentHint}${endHint}\n${lines.map((line) => (isLineBreak(line) && line.length === 1 ? line : ' '.repeat(position.indent) + line)).join('')}`;
}

function fold(
  characters: readonly string[],
  position: YamlPosition,
  write: (character: string) => string,
  isQuoted = false,
): string {
  let out = '';
  let column = position.column;
  let isAfterSpace = false;
  characters.forEach((character, index) => {
    const next = characters[index + 1];
    const isInside = !isQuoted || (index > 0 && index < characters.length - 1);
    const canFold = position.canFold && character === ' ' && !isAfterSpace && column > width && isInside;
    if (canFold && foldsBefore(next, write)) {
      out += `\n${' '.repeat(position.indent)}${next === ' ' ? '\\' : ''}`;
      column = position.indent + (next === ' ' ? 1 : 0);
    } else {
      const text = write(character);
      out += text;
      column += [...text].length;
    }
    isAfterSpace = character === ' ';
  });
  return out;
}

// Only double quotes can keep a second space after a fold, behind a backslash.
function foldsBefore(next: string | undefined, write: (character: string) => string): boolean {
  return next !== ' ' || write === escapeCharacter;
}

function escapeCharacter(character: string): string {
  const isPlain = isPrintable(character) && !isLineBreak(character) && character !== '"' && character !== '\\';
  if (isPlain) return character;
  const short = escapes.get(character);
  if (short !== undefined) return `\\${short}`;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  if (code.length <= 2) return `\\x${code.padStart(2, '0')}`;
  return code.length <= 4 ? `\\u${code.padStart(4, '0')}` : `\\U${code.padStart(8, '0')}`;
}
