import { anyTest, isPosixName, literalTest, negateTest, propertyTest, rangeTest } from './character.ts';
import { invalidRegex } from './error.ts';
import { readCharacterEscape } from './escape.ts';
import type { CharacterTest, RegexFlags } from './node.ts';
import type { RegexReader } from './reader.ts';

type Item = { readonly codePoint: number } | { readonly matches: CharacterTest };

const UNCLOSED = 'premature end of char-class';
const DEEPEST = 100;

/** Reads a character class whose `[` is taken, with Ruby's nesting, `&&` and POSIX brackets. */
export function readClass(reader: RegexReader, flags: RegexFlags, depth = 0): CharacterTest {
  if (depth > DEEPEST) throw invalidRegex('too deep nest level');
  const negative = reader.take('^');
  const parts: CharacterTest[] = [];
  let tests: CharacterTest[] = [];
  let first = true;
  for (;;) {
    if (!first && reader.take(']')) break;
    if (reader.take('&&')) {
      parts.push(anyTest(tests));
      tests = [];
    } else {
      tests.push(readRange(reader, flags, depth));
    }
    first = false;
  }
  parts.push(anyTest(tests));
  const matches: CharacterTest = parts.length === 1 ? anyTest(tests) : (codePoint) => parts.every((part) => part(codePoint));
  return negative ? negateTest(matches) : matches;
}

function readRange(reader: RegexReader, flags: RegexFlags, depth: number): CharacterTest {
  const start = readItem(reader, flags, depth);
  if ('matches' in start) return start.matches;
  // A hyphen before the end of the class stands for itself.
  if (!/-(?!\]|&&)/y.test(reader.pattern.slice(reader.position, reader.position + 3)) || !reader.take('-')) {
    return literalTest(start.codePoint, flags);
  }
  const end = readItem(reader, flags, depth);
  if ('codePoint' in end) return rangeTest(start.codePoint, end.codePoint, flags);
  return anyTest([literalTest(start.codePoint, flags), literalTest(0x2d, flags), end.matches]);
}

function readItem(reader: RegexReader, flags: RegexFlags, depth: number): Item {
  const posix = reader.takeMatch(/\[:(\^?)([a-z]+):\]/y);
  if (posix !== null) {
    const [, negation = '', name = ''] = posix;
    if (!isPosixName(name)) throw invalidRegex(`invalid POSIX bracket type`);
    return { matches: propertyTest(negation + name, flags) };
  }
  const character = reader.next(UNCLOSED);
  if (character === '[') return { matches: readClass(reader, flags, depth + 1) };
  if (character !== '\\') return { codePoint: character.codePointAt(0) ?? 0 };
  if (reader.take('b')) return { codePoint: 8 };
  if (reader.take('R') || reader.take('X')) throw invalidRegex('invalid escape in char-class');
  const escaped = readCharacterEscape(reader, flags);
  return escaped.kind === 'literal' ? escaped : { matches: escaped.matches };
}
