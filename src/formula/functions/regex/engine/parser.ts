import { literalTest } from './character.ts';
import { readClass } from './class.ts';
import { invalidRegex, regexLimit, unsupportedRegex } from './error.ts';
import { readCharacterEscape } from './escape.ts';
import { RegexGroups } from './groups.ts';
import type { Assertion, CharacterTest, ParsedRegex, RegexFlags, RegexNode } from './node.ts';
import { readQuantifiers } from './quantifier.ts';
import { RegexReader } from './reader.ts';

const DEEPEST = 200;
const EMPTY: RegexNode = { kind: 'sequence', items: [] };

/** Reads a pattern in Ruby's (Onigmo's) syntax. What Ruby refuses is an `evaluation` error, what is not built an `unsupported` one. */
export function parseRegex(pattern: string, flags: RegexFlags): ParsedRegex {
  const parser = new RegexParser(pattern);
  const node = parser.alternation(flags);
  if (!parser.reader.done) throw invalidRegex('unmatched close parenthesis');
  return { node, groupCount: parser.groups.count, groupNames: parser.groups.names };
}

class RegexParser {
  readonly reader: RegexReader;
  readonly groups: RegexGroups;
  #depth = 0;

  constructor(pattern: string) {
    this.reader = new RegexReader(pattern);
    this.groups = new RegexGroups(pattern);
  }

  /** Reads branches up to a closing parenthesis, which stays, or the end. */
  alternation(flags: RegexFlags): RegexNode {
    if (++this.#depth > DEEPEST) throw regexLimit(`groups are nested more than ${DEEPEST} deep`);
    const branches: RegexNode[] = [];
    do branches.push(this.#sequence(flags));
    while (this.reader.take('|'));
    this.#depth--;
    const [only] = branches;
    return branches.length === 1 && only !== undefined ? only : { kind: 'alternation', branches };
  }

  #sequence(flags: RegexFlags): RegexNode {
    const items: RegexNode[] = [];
    while (!this.reader.done && this.reader.peek() !== '|' && this.reader.peek() !== ')') {
      if (flags.extended && this.reader.takeMatch(/\s+|#[^\n]*/y) !== null) continue;
      if (this.reader.takeMatch(/\(\?#(?:\\.|[^)\\])*\)/sy) !== null) continue;
      const switched = this.reader.takeMatch(/\(\?([adimuxo]*)(?:-([imx]*))?\)/y);
      // A switch holds to the end of the group, branches included: `a(?i)b|c` is `a(?i:b|c)`.
      if (switched !== null) items.push(this.alternation(switchFlags(flags, switched)));
      else items.push(readQuantifiers(this.reader, this.#atom(flags), flags));
    }
    return items.length === 1 ? (items[0] ?? EMPTY) : { kind: 'sequence', items };
  }

  #atom(flags: RegexFlags): RegexNode {
    if (this.reader.takeMatch(/[*+?]/y) !== null) throw invalidRegex('target of repeat operator is not specified');
    const character = this.reader.next('empty pattern');
    switch (character) {
      case '(':
        return this.#group(flags);
      case '[':
        return one(readClass(this.reader, flags));
      case '.':
        return one(flags.dotMatchesNewline ? () => true : (codePoint) => codePoint !== 10);
      case '^':
        return { kind: 'assertion', holds: 'line-start' };
      case '$':
        return { kind: 'assertion', holds: 'line-end' };
      case '\\':
        return this.#escape(flags);
      default:
        return one(literalTest(character.codePointAt(0) ?? 0, flags));
    }
  }

  #escape(flags: RegexFlags): RegexNode {
    const reader = this.reader;
    const letter = reader.peek();
    const holds = ASSERTIONS[letter];
    if (holds !== undefined && reader.take(letter)) return { kind: 'assertion', holds };
    if (reader.take('K')) return { kind: 'keep' };
    if (reader.take('R')) return LINE_BREAK;
    if (/^[XgM]$/.test(letter)) throw unsupportedRegex(`\\${letter}`);
    const groups = this.groups.takeReference(reader);
    if (groups !== undefined) return { kind: 'backreference', groups, ignoreCase: flags.ignoreCase };
    const escaped = readCharacterEscape(reader, flags);
    return one(escaped.kind === 'literal' ? literalTest(escaped.codePoint, flags) : escaped.matches);
  }

  #group(flags: RegexFlags): RegexNode {
    const look = this.reader.takeMatch(/\?(<?)([=!])/y);
    if (look !== null) {
      const direction = look[1] === '<' ? 'behind' : 'ahead';
      return { kind: 'look', direction, negative: look[2] === '!', body: this.#groupBody(flags) };
    }
    if (this.reader.take('?>')) return { kind: 'atomic', body: this.#groupBody(flags) };
    const scoped = this.reader.takeMatch(/\?([adimuxo]*)(?:-([imx]*))?:/y);
    if (scoped !== null) return this.#groupBody(switchFlags(flags, scoped));
    const named = this.reader.takeMatch(/\?(?:<([^\W\d]\w*)>|'([^\W\d]\w*)')/uy);
    if (named === null && this.reader.peek() === '?') throw unknownGroup(this.reader);
    // Where groups have names, the ones without do not capture.
    if (named === null && this.groups.named) return this.#groupBody(flags);
    const index = this.groups.open(named?.[1] ?? named?.[2]);
    return { kind: 'group', index, body: this.#groupBody(flags) };
  }

  #groupBody(flags: RegexFlags): RegexNode {
    const body = this.alternation(flags);
    if (!this.reader.take(')')) throw invalidRegex('end pattern with unmatched parenthesis');
    return body;
  }
}

function one(matches: CharacterTest): RegexNode {
  return { kind: 'character', matches };
}

function unknownGroup(reader: RegexReader): Error {
  if (reader.take('?~')) return unsupportedRegex('an absence operator (?~…)');
  if (reader.take('?(')) return unsupportedRegex('a condition (?(…)…)');
  return invalidRegex('undefined group option');
}

function switchFlags(flags: RegexFlags, [, on = '', off = '']: readonly string[]): RegexFlags {
  const after = (letter: string, before: boolean) => (off.includes(letter) ? false : on.includes(letter) || before);
  return {
    ignoreCase: after('i', flags.ignoreCase),
    dotMatchesNewline: after('m', flags.dotMatchesNewline),
    extended: after('x', flags.extended),
    unicode: on.includes('u') || (flags.unicode && !/[ad]/.test(on)),
  };
}

const ASSERTIONS: Readonly<Record<string, Assertion>> = {
  A: 'text-start',
  z: 'text-end',
  Z: 'text-end-or-newline',
  b: 'word-boundary',
  B: 'not-word-boundary',
  G: 'search-start',
};

const isLineBreak: CharacterTest = (codePoint) =>
  (codePoint >= 10 && codePoint <= 13) || [0x85, 0x2028, 0x2029].includes(codePoint);

/** `\R`: `\r\n` as a whole and never in part, or one of the characters that break a line. */
const LINE_BREAK: RegexNode = {
  kind: 'atomic',
  body: {
    kind: 'alternation',
    branches: [
      { kind: 'sequence', items: [one((codePoint) => codePoint === 13), one((codePoint) => codePoint === 10)] },
      one(isLineBreak),
    ],
  },
};
