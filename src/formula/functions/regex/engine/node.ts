/** Whether one character, given as its code point, is matched. */
export type CharacterTest = (codePoint: number) => boolean;

/** What holds at a place in the text without consuming any of it. */
export type Assertion =
  | 'line-start'
  | 'line-end'
  | 'text-start'
  | 'text-end'
  | 'text-end-or-newline'
  | 'word-boundary'
  | 'not-word-boundary'
  | 'search-start';

/** A parsed Ruby regular expression. */
export type RegexNode =
  | { readonly kind: 'character'; readonly matches: CharacterTest }
  | { readonly kind: 'assertion'; readonly holds: Assertion }
  | { readonly kind: 'sequence'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'alternation'; readonly branches: readonly RegexNode[] }
  /** A capturing group; groups are numbered from 1. */
  | { readonly kind: 'group'; readonly index: number; readonly body: RegexNode }
  | {
      readonly kind: 'repeat';
      readonly body: RegexNode;
      readonly minimum: number;
      /** Infinity where there is no maximum. */
      readonly maximum: number;
      readonly greedy: boolean;
    }
  /** Once matched, never tried in another way: `(?>…)`, `a++`. */
  | { readonly kind: 'atomic'; readonly body: RegexNode }
  | { readonly kind: 'look'; readonly direction: 'ahead' | 'behind'; readonly negative: boolean; readonly body: RegexNode }
  /** The text of the last of these groups that took part. */
  | { readonly kind: 'backreference'; readonly groups: readonly number[]; readonly ignoreCase: boolean }
  /** `\K`: the match begins here. */
  | { readonly kind: 'keep' };

/** A parsed pattern with what is known about its groups. */
export interface ParsedRegex {
  readonly node: RegexNode;
  readonly groupCount: number;
  /** Several groups may have one name. */
  readonly groupNames: ReadonlyMap<string, readonly number[]>;
}

/** How the letters of a pattern are read: `i`, `m` and `x` of Ruby, and `u` for Unicode `\w \d \s`. */
export interface RegexFlags {
  readonly ignoreCase: boolean;
  readonly dotMatchesNewline: boolean;
  readonly extended: boolean;
  readonly unicode: boolean;
}
