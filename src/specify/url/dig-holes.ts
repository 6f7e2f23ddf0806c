import type { Text, Variable } from '../../model/text.ts';
import { joinText } from '../join-text.ts';

/** A text as a string in which one character stands for each variable, so that it can be split and searched like any string. */
export interface Holes {
  readonly string: string;
  /** True for a character that stands for a variable. */
  readonly isHole: (character: string) => boolean;
  /** Gives a part of the string its variables back. */
  readonly fill: (part: string) => Text;
}

const FIRST_PRIVATE = 0xf0000;

/** Puts a private-use character that the text does not hold in the place of each variable. */
export function digHoles(text: Text): Holes {
  const literals = text.filter((piece) => typeof piece === 'string').join('');
  const variables = new Map<string, Variable>();
  let next = FIRST_PRIVATE;
  const dig = (variable: Variable): string => {
    while (literals.includes(String.fromCodePoint(next))) next += 1;
    const hole = String.fromCodePoint(next);
    next += 1;
    variables.set(hole, variable);
    return hole;
  };
  return {
    string: text.map((piece) => (typeof piece === 'string' ? piece : dig(piece))).join(''),
    isHole: (character) => variables.has(character),
    fill: (part) => joinText(Array.from(part, (character) => variables.get(character) ?? character)),
  };
}
