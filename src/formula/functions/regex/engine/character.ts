import { invalidRegex } from './error.ts';
import type { CharacterTest, RegexFlags } from './node.ts';

/** One character, in both cases with the flag `i`. */
export function literalTest(codePoint: number, flags: RegexFlags): CharacterTest {
  return flags.ignoreCase ? eitherCase((other) => other === codePoint) : (other) => other === codePoint;
}

/** The characters from `first` to `last`, in both cases with the flag `i`. */
export function rangeTest(first: number, last: number, flags: RegexFlags): CharacterTest {
  if (first > last) throw invalidRegex('empty range in char class');
  const isInside: CharacterTest = (codePoint) => codePoint >= first && codePoint <= last;
  return flags.ignoreCase ? eitherCase(isInside) : isInside;
}

/** Everything but these. */
export function negateTest(test: CharacterTest): CharacterTest {
  return (codePoint) => !test(codePoint);
}

/** Any of these. */
export function anyTest(tests: readonly CharacterTest[]): CharacterTest {
  const [only] = tests;
  return tests.length === 1 && only !== undefined ? only : (codePoint) => tests.some((test) => test(codePoint));
}

/** Unicode word characters, which decide word boundaries in Ruby even though `\w` is ASCII. */
export const isUnicodeWord = byPattern(/[\p{L}\p{M}\p{N}\p{Pc}]/u);

/** `\d`, `\w`, `\s`, `\h` and their negations; undefined for another letter. ASCII unless the flag `u` is set, as in Ruby. */
export function shorthandTest(letter: string, flags: RegexFlags): CharacterTest | undefined {
  const test = (flags.unicode ? UNICODE_SHORTHANDS : ASCII_SHORTHANDS)[letter.toLowerCase()];
  return test === undefined || letter === letter.toLowerCase() ? test : negateTest(test);
}

/** The characters of a POSIX bracket (`alpha`) or a property (`Han`, `Lu`, `^Lu`), which know Unicode in Ruby. */
export function propertyTest(name: string, flags: RegexFlags): CharacterTest {
  if (name.startsWith('^')) return negateTest(propertyTest(name.slice(1), flags));
  const test = POSIX[name.toLowerCase()] ?? unicodeProperty(name);
  if (test === undefined) throw invalidRegex(`invalid character property name {${name}}`);
  return flags.ignoreCase ? eitherCase(test) : test;
}

/** Whether the name is that of a POSIX bracket. */
export function isPosixName(name: string): boolean {
  return Object.hasOwn(POSIX, name);
}

/** The same letter without its case. */
export function foldCase(codePoint: number): number {
  if (codePoint < 128) return codePoint >= 65 && codePoint <= 90 ? codePoint + 32 : codePoint;
  return single(String.fromCodePoint(codePoint).toUpperCase().toLowerCase()) ?? codePoint;
}

function eitherCase(test: CharacterTest): CharacterTest {
  return (codePoint) => {
    if (test(codePoint)) return true;
    const text = String.fromCodePoint(codePoint);
    const lower = single(text.toLowerCase());
    const upper = single(text.toUpperCase());
    return (lower !== undefined && test(lower)) || (upper !== undefined && test(upper));
  };
}

function single(text: string): number | undefined {
  const codePoint = text.codePointAt(0);
  return codePoint !== undefined && text.length === (codePoint > 0xffff ? 2 : 1) ? codePoint : undefined;
}

function byPattern(pattern: RegExp): CharacterTest {
  const known = new Map<number, boolean>();
  return (codePoint) => {
    let result = known.get(codePoint);
    if (result === undefined) {
      result = pattern.test(String.fromCodePoint(codePoint));
      known.set(codePoint, result);
    }
    return result;
  };
}

function unicodeProperty(name: string): CharacterTest | undefined {
  const words = name.split(/[\s_-]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
  const candidates = [name, words.join('_'), name.toUpperCase()].flatMap((each) => [each, `Script=${each}`]);
  for (const candidate of candidates) {
    if (!/^[A-Za-z_=]+$/.test(candidate)) continue;
    try {
      return byPattern(new RegExp(`\\p{${candidate}}`, 'u'));
    } catch (error) {
      // Not a property of that spelling; the next one is tried.
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}

const POSIX: Readonly<Record<string, CharacterTest>> = {
  alnum: byPattern(/[\p{Alphabetic}\p{Nd}]/u),
  alpha: byPattern(/\p{Alphabetic}/u),
  ascii: (codePoint) => codePoint < 128,
  blank: byPattern(/[\p{Zs}\t]/u),
  cntrl: byPattern(/\p{Cc}/u),
  digit: byPattern(/\p{Nd}/u),
  graph: byPattern(/[^\p{White_Space}\p{Cc}\p{Cn}\p{Cs}]/u),
  lower: byPattern(/\p{Lowercase}/u),
  print: byPattern(/[^\p{Cc}\p{Cn}\p{Cs}\u2028\u2029]/u),
  punct: byPattern(/[\p{P}$+<=>^`|~]/u),
  space: byPattern(/\p{White_Space}/u),
  upper: byPattern(/\p{Uppercase}/u),
  word: isUnicodeWord,
  xdigit: (codePoint) => isHexadecimal(codePoint),
};

const isDigit: CharacterTest = (codePoint) => codePoint >= 48 && codePoint <= 57;
const isLetter: CharacterTest = (codePoint) => (codePoint | 32) >= 97 && (codePoint | 32) <= 122;
const isHexadecimal: CharacterTest = (codePoint) => isDigit(codePoint) || ((codePoint | 32) >= 97 && (codePoint | 32) <= 102);

const ASCII_SHORTHANDS: Readonly<Record<string, CharacterTest>> = {
  d: isDigit,
  w: (codePoint) => isLetter(codePoint) || isDigit(codePoint) || codePoint === 95,
  s: (codePoint) => codePoint === 32 || (codePoint >= 9 && codePoint <= 13),
  h: isHexadecimal,
};

const UNICODE_SHORTHANDS: Readonly<Record<string, CharacterTest>> = {
  d: byPattern(/\p{Nd}/u),
  w: isUnicodeWord,
  s: byPattern(/\p{White_Space}/u),
  h: isHexadecimal,
};
