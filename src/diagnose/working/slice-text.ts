import type { Text, Variable } from '../../model/text.ts';

type Reveal = (text: Text) => string;

/** The part of a text between two places of its real value; a variable that is cut becomes one for the part, under the same references. */
export function sliceText(text: Text, [start, end]: readonly [number, number], reveal: Reveal): Text {
  const parts: (string | Variable)[] = [];
  let place = 0;
  for (const piece of text) {
    const value = typeof piece === 'string' ? piece : reveal([piece]);
    const from = Math.max(start - place, 0);
    const to = Math.min(end - place, value.length);
    place += value.length;
    if (from >= to) continue;
    if (typeof piece === 'string') parts.push(piece.slice(from, to));
    else parts.push(from === 0 && to === value.length ? piece : partOf(piece, 'part', value.slice(from, to)));
  }
  return parts;
}

/** A variable with another value than `variable`, named after it: what an experiment makes of a credential. */
function partOf(variable: Variable, purpose: string, value: string): Variable {
  return { name: `${variable.name}_${purpose}`, from: variable.from, encodings: [], of: [value] };
}

/** A text that stands for another value than `text`: a variable under the references of `text`, or plain text where it has no variable. */
export function replaceValue(text: Text, purpose: string, value: string): Text {
  const variables = text.filter((piece) => typeof piece !== 'string');
  const [first] = variables;
  if (value === '') return [];
  if (first === undefined) return [value];
  const from = [...new Set(variables.flatMap((variable) => variable.from))];
  return [{ ...partOf(first, purpose, value), from }];
}

/** Joins texts and strings; adjacent strings become one, empty ones are left out. */
export function joinTexts(...parts: readonly (string | Text)[]): Text {
  const joined: (string | Variable)[] = [];
  for (const piece of parts.flatMap((part) => (typeof part === 'string' ? [part] : part))) {
    const last = joined.at(-1);
    if (piece === '') continue;
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}
