import { compileRegex } from './engine/compiler.ts';
import { invalidRegex } from './engine/error.ts';
import { RegexMachine } from './engine/machine.ts';
import { parseRegex } from './engine/parser.ts';

/** One match: its place in UTF-16 units, and the text of its groups in order (null: took no part). */
export interface RegexMatch {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | null)[];
  readonly named: ReadonlyMap<string, string | null>;
}

/** What to search for, in which text, and where the work is counted. */
export interface RegexSearch {
  readonly text: string;
  /** In Ruby's syntax. */
  readonly pattern: string;
  /** Any of `i`, `m` and `x`. */
  readonly modifiers: string;
  readonly spend: (units: number) => void;
}

/** The matches of a pattern from left to right, as Ruby's `scan` finds them: an empty match moves on by one character. */
export function* regexMatches({ text, pattern, modifiers, spend }: RegexSearch): Generator<RegexMatch, void> {
  if (!/^[imx]*$/.test(modifiers)) throw invalidRegex(`unknown regexp options: ${modifiers}`);
  const flags = {
    ignoreCase: modifiers.includes('i'),
    dotMatchesNewline: modifiers.includes('m'),
    extended: modifiers.includes('x'),
    unicode: false,
  };
  const program = compileRegex(parseRegex(pattern, flags));
  const machine = new RegexMachine(program, text, spend);
  let from = 0;
  while (from <= text.length) {
    const places = machine.search(from);
    if (places === undefined) return;
    const groups = Array.from({ length: program.groupCount }, (_, index) => slice(text, places, index + 1));
    const named = new Map(
      Array.from(program.groupNames, ([name, indexes]) => [
        name,
        indexes.map((index) => groups[index - 1] ?? null).findLast((group) => group !== null) ?? null,
      ]),
    );
    const start = places[0] ?? 0;
    const end = places[1] ?? 0;
    yield { start, end, groups, named };
    from = end > start || end > from ? Math.max(end, from) : from;
    if (end === start) from = end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1);
  }
}

function slice(text: string, places: Int32Array, group: number): string | null {
  const start = places[2 * group] ?? -1;
  const end = places[2 * group + 1] ?? -1;
  return start < 0 || end < 0 ? null : text.slice(start, end);
}
