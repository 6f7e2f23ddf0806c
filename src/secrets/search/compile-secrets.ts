import { mark } from '../mark.ts';
import type { Secret } from '../secret.ts';
import { isTooCommon } from './everyday.ts';
import { foreignMarks } from './mask-foreign-tokens.ts';
import { Matcher } from './matcher.ts';
import { toPattern } from './pattern.ts';
import { readByteSymbols, readSymbols } from './read-symbols.ts';
import { secretParts } from './secret-parts.ts';
import type { Symbols } from './symbols.ts';
import { unescapeSymbols } from './unescape-symbols.ts';

/** Everything that a search for secrets needs to know of them. */
export interface CompiledSecrets {
  /** For text as it stands. */
  readonly plain: Matcher;
  /** For text whose escapes are undone. */
  readonly unescaped: Matcher;
  /** What is put into the place of secrets; nothing is searched in it. */
  readonly marks: ReadonlySet<string>;
  /** True where every secret is ASCII text. */
  readonly ascii: boolean;
  /** Bytes of the longest one. */
  readonly longest: number;
  /** Too short or too common to be searched for everywhere. */
  readonly common: readonly Secret[];
}

/** Prepares secrets for the search. Empty values are left out; of two secrets with the same value the first gives the label. */
export function compileSecrets(secrets: readonly Secret[]): CompiledSecrets {
  const known = firstOfEachValue(secrets.filter(({ value }) => value !== ''));
  const searched = known.filter(({ value }) => !isTooCommon(value));
  const parts = searched.flatMap(({ label, value }) => secretParts(value).map((part) => ({ label, value: part })));
  const all = firstOfEachValue([...searched, ...parts]);
  const spellings = all.flatMap((secret) => {
    // What is made of another secret and of public text is searched for as a whole: its telling part is the other secret.
    const isWhole = all.some(({ value }) => value.length < secret.value.length && secret.value.includes(value));
    return spellingsOf(secret.value).map((symbols) => ({ ...secret, isWhole, symbols }));
  });
  return {
    plain: new Matcher(spellings.map((spelling) => toPattern(spelling.symbols, spelling))),
    unescaped: new Matcher(spellings.map((spelling) => toPattern(unescapeSymbols(spelling.symbols), spelling))),
    ascii: all.every(({ value }) => isAscii(value)),
    longest: Math.max(0, ...all.map(({ value }) => Buffer.byteLength(value, 'utf8'))),
    marks: new Set([...secrets.map(({ label }) => mark(label)), ...foreignMarks]),
    common: known.filter(({ value }) => isTooCommon(value)),
  };
}

function firstOfEachValue(secrets: readonly Secret[]): readonly Secret[] {
  const first = new Map<string, Secret>();
  for (const secret of secrets) if (!first.has(secret.value)) first.set(secret.value, secret);
  return [...first.values()];
}

/** The value; with `+` for its blanks; and where it is not ASCII, in Latin-1, in UTF-16, and as it reads where its bytes were taken for Latin-1. */
function spellingsOf(value: string): readonly Symbols[] {
  const texts = value.includes(' ') ? [value, value.replaceAll(' ', '+')] : [value];
  if (isAscii(value)) return texts.map((text) => readSymbols(text));
  const misread = Buffer.from(value, 'utf8').toString('latin1');
  const encodings = /[^\0-\xff]/u.test(value) ? (['utf16le'] as const) : (['utf16le', 'latin1'] as const);
  return [
    ...[...texts, misread].map((text) => readSymbols(text)),
    ...encodings.map((encoding) => readByteSymbols(Buffer.from(value, encoding))),
  ];
}

function isAscii(value: string): boolean {
  return /^[\0-\x7f]*$/u.test(value);
}
