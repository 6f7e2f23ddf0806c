import { propertyTest, shorthandTest } from './character.ts';
import { invalidRegex } from './error.ts';
import type { CharacterTest, RegexFlags } from './node.ts';
import type { RegexReader } from './reader.ts';

/** A character or a kind of character after a backslash; what else may follow one depends on where it stands. */
export type CharacterEscape =
  | { readonly kind: 'literal'; readonly codePoint: number }
  | { readonly kind: 'test'; readonly matches: CharacterTest };

/** Reads what follows a backslash, in a class or outside of it: `n`, `x41`, `u{1F600}`, `d`, `p{Alpha}`, `.`. */
export function readCharacterEscape(reader: RegexReader, flags: RegexFlags): CharacterEscape {
  const property = reader.takeMatch(/([pP])\{(\^?[\w\s-]+)\}/y);
  if (property !== null) {
    const [, letter, name = ''] = property;
    const negated = letter === 'P' ? (name.startsWith('^') ? name.slice(1) : `^${name}`) : name;
    return { kind: 'test', matches: propertyTest(negated, flags) };
  }
  const coded = readCodePoint(reader);
  if (coded !== undefined) return { kind: 'literal', codePoint: coded };
  const letter = reader.next('too short escape sequence');
  const matches = shorthandTest(letter, flags);
  if (matches !== undefined) return { kind: 'test', matches };
  return { kind: 'literal', codePoint: CONTROLS[letter] ?? letter.codePointAt(0) ?? 0 };
}

function readCodePoint(reader: RegexReader): number | undefined {
  const hexadecimal = reader.takeMatch(
    /x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{4})|u\{\s*([0-9A-Fa-f]{1,6})\s*\}|x\{([0-9A-Fa-f]{1,6})\}/y,
  );
  if (hexadecimal !== null) {
    const digits = hexadecimal.slice(1).find((group) => group !== undefined) ?? '';
    const codePoint = Number.parseInt(digits, 16);
    if (codePoint > 0x10ffff) throw invalidRegex('invalid Unicode range');
    return codePoint;
  }
  const octal = reader.takeMatch(/[0-7]{1,3}/y);
  if (octal !== null) return Number.parseInt(octal[0], 8) & 0xff;
  const control = reader.takeMatch(/(?:c|C-)(.)/y);
  if (control !== null) return (control[1]?.charCodeAt(0) ?? 0) & 0x1f;
  return undefined;
}

const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, a: 7, e: 27 };
