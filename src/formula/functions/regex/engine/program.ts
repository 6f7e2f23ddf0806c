import type { Assertion, CharacterTest } from './node.ts';

/** One step of a compiled pattern; without a place to go on it is followed by the next one. */
export type Instruction =
  | { readonly operation: 'character'; readonly matches: CharacterTest }
  | { readonly operation: 'assertion'; readonly holds: Assertion }
  /** Tries `first`, and `second` where that fails; `index` counts the splits of the program. */
  | { readonly operation: 'split'; first: number; second: number; readonly index: number }
  | { readonly operation: 'jump'; to: number }
  /** Notes the place in the text: 2n and 2n + 1 are the bounds of group n, higher ones belong to loops. */
  | { readonly operation: 'save'; readonly slot: number }
  /** Goes back to `to` if the round since `slot` was noted consumed something: an empty round ends a loop. */
  | { readonly operation: 'repeat'; readonly slot: number; readonly to: number }
  | { readonly operation: 'backreference'; readonly groups: readonly number[]; readonly ignoreCase: boolean }
  /** Runs the body that follows up to its `end`, forgets its other ways, and goes on at `next` where the body ended. */
  | { readonly operation: 'atomic'; next: number }
  | { readonly operation: 'look-ahead'; readonly negative: boolean; next: number }
  /** Each way is a body that ends here if it begins `length` characters before. */
  | { readonly operation: 'look-behind'; readonly negative: boolean; readonly ways: LookBehindWay[]; next: number }
  | { readonly operation: 'end' };

/** One alternative of a look-behind: where its body starts in the program, and how many characters it consumes. */
export interface LookBehindWay {
  readonly start: number;
  readonly length: number;
}

/** A pattern ready to run. */
export interface RegexProgram {
  readonly instructions: readonly Instruction[];
  readonly groupCount: number;
  readonly groupNames: ReadonlyMap<string, readonly number[]>;
  /** Groups (with the whole match as group 0) and loops: how many places are noted. */
  readonly slotCount: number;
  readonly splitCount: number;
  /** Whether going on from an instruction and a place can only end in one way, so that no failure is tried twice. */
  readonly memorable: boolean;
}
