import { type WorkingPlace, workingError } from '../working-error.ts';

/** A piece of a script from a `$` on: what it stands for, and where it ends. */
export interface Expansion {
  readonly value: string;
  readonly end: number;
}

/**
 * What the `$` at `place` stands for in bash: `$NAME`, `${NAME}`, `${NAME:-default}`, or itself.
 * @throws HarnessError `unresolved-reference` for a variable without a value, `invalid-option` for a command or any other expansion.
 */
export function expandVariable(place: WorkingPlace, variable: (name: string) => string | undefined): Expansion {
  const { text, offset } = place;
  const rest = text.slice(offset);
  const [whole, bare, braced, fallback] = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::?-([^}]*))?\})/u.exec(rest) ?? [];
  const name = bare ?? braced;
  if (whole !== undefined && name !== undefined) {
    const value = variable(name) ?? fallback;
    if (value !== undefined) return { value, end: offset + whole.length };
    throw workingError('unresolved-reference', `the command reads the variable ‹${name}›, which has no value here`, {
      hint: `export ${name}=… first; or, if the dollar sign is meant as it stands, put the text in single quotes`,
      place,
    });
  }
  if (/^\$[({]/u.test(rest)) throw commandInside(place);
  return { value: '$', end: offset + 1 };
}

/** Nothing that stands in the file is ever run. */
export function commandInside(place: WorkingPlace): Error {
  return workingError('invalid-option', 'the command needs the result of another command, or of a shell’s arithmetic', {
    hint: 'write the result in its place; for a PowerShell command, copy it as cURL for bash or cmd',
    place,
  });
}
