import type { Text, Variable } from '../../model/text.ts';

/** A value that must not be shown, and what stands in its place. */
export interface WorkingSecret {
  /** `working Authorization`; shown as ‹working Authorization›. */
  readonly label: string;
  readonly value: string;
}

/** Gives out variables for the secrets of a request that works, the same one for the same thing. */
export interface SecretNames {
  /** A variable for `value` as it stands in the request. `decoded`: what else must not be shown, the value before its encoding for one. */
  readonly hide: (label: string, value: string, decoded?: readonly string[]) => Variable;
  readonly secrets: () => readonly WorkingSecret[];
  /** By the variables' names. */
  readonly values: () => ReadonlyMap<string, string>;
}

/** Names begin with `working_` and are none of `taken`. */
export function createSecretNames(taken: ReadonlySet<string>): SecretNames {
  const variables = new Map<string, Variable>();
  const values = new Map<string, string>();
  const secrets: WorkingSecret[] = [];
  const unique = (label: string): string => {
    const base = `working_${
      label
        .toLowerCase()
        .replace(/[^a-z\d]+/gu, '_')
        .replace(/^_|_$/gu, '') || 'secret'
    }`;
    let name = base;
    for (let number = 2; values.has(name) || taken.has(name); number += 1) name = `${base}_${number}`;
    return name;
  };
  const hide = (label: string, value: string, decoded: readonly string[] = []): Variable => {
    const key = JSON.stringify([label, value]);
    const known = variables.get(key);
    if (known !== undefined) return known;
    const shown = `working ${label}`;
    const variable: Variable = { name: unique(label), from: [shown], encodings: [] };
    variables.set(key, variable);
    values.set(variable.name, value);
    secrets.push(
      ...[...new Set([value, ...decoded])].filter((text) => text !== '').map((text) => ({ label: shown, value: text })),
    );
    return variable;
  };
  return { hide, secrets: () => secrets, values: () => values };
}

/** The pieces as one text: adjacent strings joined, empty ones left out. */
export function textOf(pieces: readonly (string | Variable)[]): Text {
  const text: (string | Variable)[] = [];
  for (const piece of pieces) {
    const last = text.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') text.splice(-1, 1, last + piece);
    else if (piece !== '') text.push(piece);
  }
  return text;
}
